using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>How far a piece of content meets one thing asked for, 0 to 1, and whether by itself or by its customer alone.</summary>
internal readonly record struct ReadyGrade(double Value, bool ByCustomer = false);

/// <summary>One thing asked for, made ready to be held against many pieces of content.</summary>
internal sealed class ReadyUnit
{
    /// <summary>What a product or environment counts that the customer has and the content is not about.</summary>
    public const double OfCustomerOnly = 0.6;

    private readonly MatchUnit unit;
    private readonly CatalogTerms terms;
    private readonly DateOnly today;
    private readonly bool[] asked;
    private readonly ImmutableArray<string> words;
    private readonly ImmutableArray<Likeness> likes;
    private readonly Func<Facet, int> weigh;

    private ReadyUnit(MatchUnit unit, CatalogTerms terms, Likenesses likes, Func<Facet, int> weigh, DateOnly today)
    {
        (this.unit, this.terms, this.today, this.weigh) = (unit, terms, today, weigh);
        asked = [.. terms.All.Select(term => unit.Terms.Any(above => terms.IsWithin(term.Index, above)))];
        words = unit.Text is null ? [] : [.. NeedWords.Of(unit.Text).Select(word => word.Folded)];
        this.likes = [.. unit.Items.Select(likes.Find).OfType<Likeness>()];
        Weight = unit.Text is null ? weigh(unit.Facet) : 1;
    }

    /// <summary>How much it counts.</summary>
    public int Weight { get; }

    /// <summary>Whether content that misses it is no answer.</summary>
    public bool Must => unit.Must;

    /// <summary>Whether it names what is not wanted.</summary>
    public bool Not => unit.Not;

    /// <summary>As missed, in words.</summary>
    public string Words => unit.Words;

    /// <summary>The things asked for that content can meet; whether somebody can be asked says nothing of it.</summary>
    public static ImmutableArray<ReadyUnit> Of(Criteria criteria, CatalogTerms terms, Likenesses likes, Func<Facet, int> weigh, DateOnly today) =>
    [
        .. MatchUnit.Of(criteria, terms, likes)
            .Where(unit => unit.Text is not null || unit.Facet is not (Facet.Availability or Facet.FreeBy))
            .Select(unit => new ReadyUnit(unit, terms, likes, weigh, today)),
    ];

    /// <summary>How far a piece has what is named, wanted or not.</summary>
    public ReadyGrade GradeOf(ShelfAsset asset)
    {
        if (unit.Text is not null)
        {
            return new(words.All(word => asset.TitleKey.Contains(word, StringComparison.Ordinal) || asset.Customer.NameKey.Contains(word, StringComparison.Ordinal)) ? 1 : 0);
        }

        return unit.Facet switch
        {
            Facet.Language => new(unit.Items.Any(item => item.Key == asset.Language) ? 1 : 0),
            Facet.Size => new(unit.Items.Any(item => StaffRange.TryParse(item.Key, out var range) && range.Has(asset.Customer.Staff)) ? 1 : 0),
            Facet.Live => new(unit.Items.Any(item => IsLive(item, asset.Customer)) ? 1 : 0),
            Facet.Like or Facet.LikeDeal => new(likes.IsEmpty ? 0 : likes.Max(like => NearnessOf(like, asset))),
            _ when Has(asset.Terms) => new(1),
            Facet.Industry or Facet.Region => new(Has(asset.Customer.Terms) ? 1 : 0),
            _ => new(Has(asset.Customer.Terms) ? OfCustomerOnly : 0, ByCustomer: true),
        };
    }

    /// <summary>What of it a piece has, in words.</summary>
    public IEnumerable<string> MetBy(ShelfAsset asset, bool byCustomer)
    {
        if (unit.Text is not null)
        {
            return [unit.Text];
        }

        return unit.Facet switch
        {
            Facet.Language => [],
            Facet.Size or Facet.Live => [unit.Words],
            Facet.Like or Facet.LikeDeal => [$"like {unit.Words}"],
            _ => unit.Terms.Where(above => Within(asset.Terms, above) || ((byCustomer || unit.Facet is Facet.Industry or Facet.Region) && Within(asset.Customer.Terms, above))).Select(above => terms.All[above].Name),
        };
    }

    private bool Has(ImmutableArray<int> have)
    {
        foreach (var term in have.AsSpan())
        {
            if (asked[term])
            {
                return true;
            }
        }

        return false;
    }

    private bool Within(ImmutableArray<int> have, int above) => have.Any(term => terms.IsWithin(term, above));

    private bool IsLive(Criterion item, ShelfCustomer customer) =>
        int.TryParse(item.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && customer.LiveSince is { } since && since <= today.AddMonths(-months);

    // The weighted share of what is known of the other one; a customer is no answer to who wants one like it.
    private double NearnessOf(Likeness like, ShelfAsset asset)
    {
        if (like.CustomerId == asset.Customer.Id || like.Terms.IsEmpty)
        {
            return 0;
        }

        double met = 0, all = 0;
        foreach (var term in like.Terms)
        {
            var weight = weigh(terms.All[term].Facet);
            all += weight;
            met += Within(asset.Terms, term) || Within(asset.Customer.Terms, term) ? weight : 0;
        }

        return all == 0 ? 0 : met / all;
    }
}
