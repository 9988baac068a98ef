using System.Collections.Immutable;
using System.Globalization;
using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.References;

/// <summary>A chip: what is met or missed as one, the addresses that change it, and what its small form offers.</summary>
public sealed class ReferenceChip
{
    private readonly ReferenceSearchPage page;
    private readonly Criterion first;

    /// <summary>A chip of criteria that go together.</summary>
    public ReferenceChip(ImmutableArray<Criterion> items, ReferenceSearchPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        (Items, this.page, first) = (items, page, items[0]);
        Words = string.Join(first.Not ? ", " : " or ", items.Select(item => page.Answer.WordsOf(item with { Not = item.Not && item.Facet == Facet.Live })));
    }

    /// <summary>What it stands for.</summary>
    public ImmutableArray<Criterion> Items { get; }

    /// <summary>Its facet.</summary>
    public Facet Facet => first.Facet;

    /// <summary>What the chip begins with: what is left out is called so where the words do not say it.</summary>
    public string Label => this switch
    {
        { Mode: "not", Facet: Facet.Like } => "Not",
        { Mode: "not", Facet: not Facet.Live } => $"{Facet.Label()} not",
        _ => Facet.Label(),
    };

    /// <summary>What it asks for, in words.</summary>
    public string Words { get; }

    /// <summary>How it is asked for, as in an address: must, prefer, not.</summary>
    public string Mode => ModeOf(first);

    /// <summary>The same in words.</summary>
    public string ModeWords => Mode switch { "not" => "not", "prefer" => "preferred", _ => "must" };

    /// <summary>The ways in which it could be asked for.</summary>
    public IEnumerable<(string Mode, string Words, string Effect)> Modes =>
        from mode in new[] { ("must", "Must", "leaves others out"), ("prefer", "Preferred", "ranks higher"), ("not", "Not", "leaves these out") }
        where mode.Item1 != "prefer" || Facet.MayBePreferred()
        where mode.Item1 != "not" || Facet.MayBeNot()
        select mode;

    /// <summary>The search without it.</summary>
    public string RemoveAddress => page.Address(page.Criteria.Without(Items));

    /// <summary>Everything but this chip, to be sent along with its form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Rest => page.Pairs(page.Criteria.Without(Items));

    /// <summary>Terms to choose from, with how many there would be; none where a number, a day or a name is typed.</summary>
    public IEnumerable<(FacetOption Option, bool Chosen)> Options
    {
        get
        {
            var offered = page.Result.Facets.FirstOrDefault(counts => counts.Facet == Facet)?.Options ?? [];
            var others = page.Criteria.Items.Where(item => item.Facet == Facet && !Items.Contains(item)).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
            return Facet is Facet.Live ? [] : offered.Where(option => !others.Contains(option.Key)).Select(option => (option, Items.Any(item => item.Key == option.Key)));
        }
    }

    /// <summary>Whether one term is chosen rather than several: products are asked for one by one.</summary>
    public bool TakesOne => Facet.AsksForAll() && first is { Not: false };

    /// <summary>The range of staff typed, when it is none of the bands.</summary>
    public StaffRange? Range => Facet == Facet.Size && SizeBand.All.All(band => band.Key != first.Key) && StaffRange.TryParse(first.Key, out var range) ? range : null;

    /// <summary>The months, day or key it holds now.</summary>
    public string Key => first.Key;

    /// <summary>A number as an input holds it.</summary>
    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string ModeOf(Criterion item) => item.Not ? "not" : item.Must ? "must" : "prefer";
}
