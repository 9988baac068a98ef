using Microsoft.AspNetCore.Http.Extensions;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.References;

/// <summary>The search page: the answer, and the addresses that lead on from it.</summary>
public sealed record ReferenceSearchPage(ReferenceSearchForm Form, Criteria Criteria, CatalogAnswer Answer)
{
    private const string SaidName = "said";

    /// <summary>Content that answers the need without a call.</summary>
    public IReadOnlyList<ReadyAsset> Content { get; init; } = [];

    /// <summary>Customers called like the words that were read as criteria.</summary>
    public IReadOnlyList<MatchRow> Named { get; init; } = [];

    /// <summary>What words were read as, in words; none when no words were sent.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];

    /// <summary>The words that criteria came from, where something in them was understood.</summary>
    public SaidSentence? Said { get; init; }

    /// <summary>The same view with the words back in the box, without what they gave.</summary>
    public string EditAddress => "/references" + new QueryBuilder(
        Pairs(Said?.TakenFrom(Criteria) ?? Criteria, Form.View, Form.Open, Said?.ActivityKey is null ? ActivityName : null).Append(KeyValuePair.Create("draft", Said?.Text ?? ""))).ToQueryString();

    /// <summary>What the form of a chip could not do.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the viewer sees availability in totals only, not customer by customer.</summary>
    public bool TotalsOnly { get; init; }

    /// <summary>Activity types to say availability for.</summary>
    public IReadOnlyList<ActivityType> Activities { get; init; } = [];

    /// <summary>Deals whose prospect others could be like; read where a chip says one.</summary>
    public IReadOnlyList<OpportunityOption> Deals { get; init; } = [];

    /// <summary>What can be done when nobody can be asked; null when somebody can, or the viewer does not ask.</summary>
    public SearchDemand? Demand { get; init; }

    /// <summary>The rows and counts.</summary>
    public MatchResult Result => Answer.Result;

    /// <summary>One chip for what is met or missed as one.</summary>
    public IEnumerable<ReferenceChip> Chips => Criteria.Items
        .GroupBy(item => item.Facet.AsksForAll() && !item.Not ? (item.Facet, item.Must, item.Not, item.Key) : (item.Facet, item.Must, item.Not, Key: ""))
        .Select(chip => new ReferenceChip([.. chip], this));

    /// <summary>The facets with what is shown of each.</summary>
    public IEnumerable<FacetPanel> Panels => Result.Facets.Select(facet => new FacetPanel(facet, this)).Where(panel => panel.Options.Any());

    /// <summary>Criteria that no tick on the page stands for, to be sent along.</summary>
    public IEnumerable<Criterion> Unticked
    {
        get
        {
            var ticks = Panels.SelectMany(panel => panel.Options.Where(panel.IsTick).Select(option => (panel.Facet, option.Key))).ToHashSet();
            return Criteria.Items.Where(item => !ticks.Contains((item.Facet, item.Key)));
        }
    }

    /// <summary>Whether a facet or branch is shown whole.</summary>
    public bool IsOpen(string name) => Form.Open.Contains(name, StringComparer.Ordinal);

    /// <summary>This search with other criteria.</summary>
    public string Address(Criteria criteria) => "/references" + new QueryBuilder(Pairs(criteria)).ToQueryString();

    /// <summary>The pairs of the address of this search with other criteria.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs(Criteria criteria) => Pairs(criteria, Form.View, Form.Open, ActivityName);

    /// <summary>This very page, as short as it can be said.</summary>
    public string OwnAddress
    {
        get
        {
            var address = Address(Criteria);
            return Form.PageNumber == 1
                ? address
                : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={Form.PageNumber.ToString(Words.Culture)}";
        }
    }

    /// <summary>Its part behind the question mark, without the page and without what was said: the search itself, to keep or export.</summary>
    public string Query => new QueryBuilder(Pairs(Criteria).Where(pair => pair.Key != SaidName)).ToQueryString().Value ?? "";

    /// <summary>This search in another view.</summary>
    public string ViewAddress(string? view) => Of(view, Form.Open, ActivityName);

    /// <summary>This search for another activity type.</summary>
    public string ActivityAddress(string key) => Of(Form.View, Form.Open, NameOf(key));

    /// <summary>This search with a facet or branch opened or closed.</summary>
    public string OpenAddress(string name) => Of(Form.View, IsOpen(name) ? Form.Open.Where(open => open != name) : Form.Open.Append(name), ActivityName);

    /// <summary>A request for what is looked for here.</summary>
    public string RequestAddress => "/requests/new" + RequestQuery;

    /// <summary>What such a request starts with: activity type, criteria, and the words they were read from.</summary>
    public string RequestQuery => new QueryBuilder(
        Criteria.Pairs().Prepend(KeyValuePair.Create("type", Answer.Activity.Key)).Concat(Said?.Stands(Criteria) == true ? [KeyValuePair.Create(SaidName, Said.Text)] : [])).ToQueryString().Value ?? "";

    private string? ActivityName => NameOf(Answer.Activity.Key);

    private static string? NameOf(string key) => key == ActivityKeys.SalesCall ? null : key;

    private string Of(string? view, IEnumerable<string> open, string? activity) => "/references" + new QueryBuilder(Pairs(Criteria, view, open, activity)).ToQueryString();

    private IEnumerable<KeyValuePair<string, string>> Pairs(Criteria criteria, string? view, IEnumerable<string> open, string? activity)
    {
        KeyValuePair<string, string?>[] beside =
        [
            new("view", view), new("type", activity), new("sort", Form.Order == MatchSort.Best ? null : Form.Sort), .. open.Select(name => KeyValuePair.Create("open", (string?)name)),
            new(SaidName, Said?.Stands(criteria) == true ? Said.Text : null),
        ];
        return criteria.Pairs().Concat(beside.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)));
    }
}
