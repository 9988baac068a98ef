using Microsoft.AspNetCore.Http.Extensions;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.References;

/// <summary>The search page: the answer, and the addresses that lead on from it.</summary>
public sealed record ReferenceSearchPage(ReferenceSearchForm Form, Criteria Criteria, CatalogAnswer Answer)
{
    /// <summary>Content that answers the need without a call.</summary>
    public IReadOnlyList<ReadyAsset> Content { get; init; } = [];

    /// <summary>Customers called like the words that were read as criteria.</summary>
    public IReadOnlyList<MatchRow> Named { get; init; } = [];

    /// <summary>Whether the viewer sees availability in totals only, not customer by customer.</summary>
    public bool TotalsOnly { get; init; }

    /// <summary>Activity types to say availability for.</summary>
    public IReadOnlyList<ActivityType> Activities { get; init; } = [];

    /// <summary>The rows and counts.</summary>
    public MatchResult Result => Answer.Result;

    /// <summary>One chip for what is met or missed as one.</summary>
    public IEnumerable<ReferenceChip> Chips => Criteria.Items
        .GroupBy(item => item.Facet.AsksForAll() ? (item.Facet, item.Must, item.Key) : (item.Facet, item.Must, Key: ""))
        .Select(chip => new ReferenceChip(
            chip.Key.Facet.Label(),
            string.Join(" or ", chip.Select(item => Answer.WordsOf(item))),
            chip.Key.Must,
            Address(Criteria.Without(chip)),
            Address(chip.Aggregate(Criteria, (criteria, item) => criteria.With(item with { Must = !item.Must })))));

    /// <summary>The facets with what is shown of each.</summary>
    public IEnumerable<FacetPanel> Panels => Result.Facets.Select(facet => new FacetPanel(facet, this)).Where(panel => panel.Options.Any());

    /// <summary>Criteria that no tick on the page stands for, to be sent along.</summary>
    public IEnumerable<Criterion> Unticked
    {
        get
        {
            var ticks = Panels.SelectMany(panel => panel.Options.Where(option => option.Ticked is not null && !option.Mixed).Select(option => (panel.Facet, option.Key))).ToHashSet();
            return Criteria.Items.Where(item => !ticks.Contains((item.Facet, item.Key)));
        }
    }

    /// <summary>Whether a facet or branch is shown whole.</summary>
    public bool IsOpen(string name) => Form.Open.Contains(name, StringComparer.Ordinal);

    /// <summary>This search with other criteria.</summary>
    public string Address(Criteria criteria) => Address(criteria, Form.View, Form.Open);

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

    /// <summary>Its part behind the question mark, without the page.</summary>
    public string Query => Address(Criteria) is var address && address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? address[mark..] : "";

    /// <summary>This search in another view.</summary>
    public string ViewAddress(string? view) => Address(Criteria, view, Form.Open);

    /// <summary>This search with a facet or branch opened or closed.</summary>
    public string OpenAddress(string name) =>
        Address(Criteria, Form.View, IsOpen(name) ? Form.Open.Where(open => open != name) : Form.Open.Append(name));

    /// <summary>A request for what is looked for here.</summary>
    public string RequestAddress => "/requests/new" + new QueryBuilder(Criteria.Pairs().Prepend(KeyValuePair.Create("type", Answer.Activity.Key))).ToQueryString();

    private string Address(Criteria criteria, string? view, IEnumerable<string> open)
    {
        var pairs = new List<KeyValuePair<string, string>>(criteria.Pairs());
        Add("view", view);
        Add("type", Answer.Activity.Key == ActivityKeys.SalesCall ? null : Answer.Activity.Key);
        Add("sort", Form.Order == MatchSort.Best ? null : Form.Sort);
        foreach (var name in open)
        {
            Add("open", name);
        }

        return "/references" + new QueryBuilder(pairs).ToQueryString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                pairs.Add(new(name, value));
            }
        }
    }
}

/// <summary>A chip: what it says, and the addresses without it and with it switched between must and preferred.</summary>
public sealed record ReferenceChip(string Facet, string Words, bool Must, string RemoveAddress, string SwitchAddress);
