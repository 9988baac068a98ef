using System.Collections.Immutable;
using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.References;

/// <summary>What is shown of a facet: ticked options, branches that are open, and as many others as fit.</summary>
public sealed class FacetPanel
{
    private const int Fitting = 8;
    private readonly ImmutableArray<FacetOption> all;
    private readonly ReferenceSearchPage page;

    public FacetPanel(FacetCounts counts, ReferenceSearchPage page)
    {
        Facet = counts.Facet;
        all = counts.Options;
        this.page = page;
        IsWhole = page.IsOpen(Facet.Name());
        var ticks = all.Where(option => option.Ticked is not null && !IsNot(option)).Select(option => option.Ticked == true).Distinct().ToList();
        Must = ticks.Count == 1 ? ticks[0] : Facet.MustByDefault();
        Roots = all.Count(option => option.Depth == 0);
        Options = [.. Shown()];
        Most = Math.Max(1, Options.Where(option => option.Depth == 0 || option.Ticked is not null).Select(option => option.Count).DefaultIfEmpty().Max());
    }

    /// <summary>The facet.</summary>
    public Facet Facet { get; }

    /// <summary>What a new tick is: a must, or preferred.</summary>
    public bool Must { get; }

    /// <summary>Options on the page.</summary>
    public ImmutableArray<FacetOption> Options { get; }

    /// <summary>Longest bar.</summary>
    public int Most { get; }

    /// <summary>Number of roots of the tree.</summary>
    public int Roots { get; }

    /// <summary>Whether every root is shown because somebody asked to.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether there are roots that are not shown.</summary>
    public bool HasMore => Options.Count(option => option.Depth == 0) < Roots;

    /// <summary>What is said beside the facet's name; nothing where it makes no difference.</summary>
    public string? Mode => Facet == Facet.Availability ? null : Must ? Facet.AsksForAll() ? "must, all of" : "must" : "preferred";

    /// <summary>Name of the input that ticks an option, and its value.</summary>
    public (string Name, string Value) Input(FacetOption option) =>
        option.Ticked ?? Must ? (Facet.Name(), option.Key) : ("prefer", $"{Facet.Name()}:{option.Key}");

    /// <summary>Whether an option must not be so.</summary>
    public bool IsNot(FacetOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return page.Criteria.Items.Contains(Criterion.Without(Facet, option.Key));
    }

    /// <summary>Whether something under an option is asked for.</summary>
    public bool IsMixed(FacetOption option) => option.Mixed && !IsNot(option) && all.Any(other => other.Ticked is not null && !IsNot(other) && IsUnder(other, option.Key));

    /// <summary>Whether a tick on the page stands for an option.</summary>
    public bool IsTick(FacetOption option) => option.Ticked is not null && !IsMixed(option) && !IsNot(option);

    /// <summary>The search without leaving out an option.</summary>
    public string NotAgainAddress(FacetOption option) => page.Address(page.Criteria.Without(Facet, option.Key));

    /// <summary>Whether an option has others under it.</summary>
    public bool IsBranch(FacetOption option) => all.Any(other => other.ParentKey == option.Key);

    /// <summary>Whether the options under this one are shown.</summary>
    public bool IsBranchOpen(FacetOption option) => option.Mixed || option.Ticked is not null || page.IsOpen(BranchName(option));

    /// <summary>How a branch is called in the address.</summary>
    public string BranchName(FacetOption option) => $"{Facet.Name()}.{option.Key}";

    /// <summary>The whole branch instead of what is ticked in it.</summary>
    public string WholeAddress(FacetOption option)
    {
        var under = all.Where(other => other.Ticked is not null && IsUnder(other, option.Key)).Select(other => other.Key).ToHashSet(StringComparer.Ordinal);
        return page.Address(page.Criteria.Without(page.Criteria.Items.Where(item => item.Facet == Facet && under.Contains(item.Key))).With(new Criterion(Facet, option.Key, Must)));
    }

    private IEnumerable<FacetOption> Shown()
    {
        var left = Fitting;
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in all)
        {
            var standing = option.Depth == 0
                ? IsWhole || option.Ticked is not null || option.Mixed || ((option.Count > 0 || Roots <= Fitting) && left-- > 0)
                : open.Contains(option.ParentKey!);
            if (standing)
            {
                yield return option;
                if (IsBranchOpen(option))
                {
                    open.Add(option.Key);
                }
            }
        }
    }

    private bool IsUnder(FacetOption option, string key)
    {
        for (var above = option.ParentKey; above is not null; above = all.FirstOrDefault(other => other.Key == above)?.ParentKey)
        {
            if (above == key)
            {
                return true;
            }
        }

        return false;
    }
}
