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
    private readonly bool[] asked;
    private readonly string[] words;
    private readonly string[] languages;
    private readonly StaffRange[] staff;
    private readonly DateOnly? liveBy;
    private readonly ReadyLikeness[] likes;

    private ReadyUnit(MatchUnit unit, CatalogTerms terms, Likenesses likes, Func<Facet, int> weigh, DateOnly today)
    {
        (this.unit, this.terms) = (unit, terms);
        asked = [.. terms.All.Select(term => unit.Terms.Any(above => terms.IsWithin(term.Index, above)))];
        words = unit.Text is null ? [] : [.. NeedWords.Of(unit.Text).Select(word => word.Folded)];
        languages = unit.Facet == Facet.Language ? [.. unit.Items.Select(item => item.Key)] : [];
        staff = unit.Facet == Facet.Size ? [.. unit.Items.Select(item => StaffRange.TryParse(item.Key, out var range) ? range : default).Where(range => range != default)] : [];
        liveBy = unit.Facet == Facet.Live ? unit.Items.Where(item => MatchUnit.TryMonths(item.Key, out _)).Max(item => (DateOnly?)today.AddMonths(-int.Parse(item.Key, CultureInfo.InvariantCulture))) : null;
        this.likes = [.. unit.Items.Select(likes.Find).OfType<Likeness>().Select(like => new ReadyLikeness(like, terms, weigh))];
        Weight = unit.Text is null ? weigh(unit.Facet) : 1;
    }

    /// <summary>How much it counts.</summary>
    public int Weight { get; }

    /// <summary>Whether content that misses it is no answer.</summary>
    public bool Must => unit.Must;

    /// <summary>Whether it names what is not wanted.</summary>
    public bool Not => unit.Not;

    /// <summary>Whether it names the language.</summary>
    public bool IsLanguage => unit.Text is null && unit.Facet == Facet.Language;

    /// <summary>As missed, in words.</summary>
    public string Words => unit.Words;

    /// <summary>The things asked for that content can meet; whether somebody can be asked says nothing of it.</summary>
    public static ImmutableArray<ReadyUnit> Of(Criteria criteria, CatalogTerms terms, Likenesses likes, Func<Facet, int> weigh, DateOnly today) =>
    [
        .. MatchUnit.Of(criteria, terms, likes, today)
            .Where(unit => unit.Text is not null ? unit.Must : unit.Facet is not (Facet.Availability or Facet.FreeBy))
            .Select(unit => new ReadyUnit(unit, terms, likes, weigh, today)),
    ];

    /// <summary>How far a piece has what is named, wanted or not.</summary>
    public ReadyGrade GradeOf(ShelfAsset asset)
    {
        if (unit.Text is not null)
        {
            return new(Array.TrueForAll(words, word => asset.TitleKey.Contains(word, StringComparison.Ordinal) || asset.Customer.NameKey.Contains(word, StringComparison.Ordinal)) ? 1 : 0);
        }

        return unit.Facet switch
        {
            Facet.Language => new(Array.IndexOf(languages, asset.Language) >= 0 ? 1 : 0),
            Facet.Size => new(IsOfSize(asset.Customer.Staff) ? 1 : 0),
            Facet.Live => new(asset.Customer.LiveSince <= liveBy ? 1 : 0),
            Facet.Like when unit.Not => new(unit.Likes.Any(like => like.CustomerId == asset.Customer.Id) ? 1 : 0),
            Facet.LikeDeal when unit.Not => new(0),
            Facet.Like or Facet.LikeDeal => new(NearnessOf(asset)),
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

    private bool IsOfSize(int heads)
    {
        foreach (var range in staff)
        {
            if (range.Has(heads))
            {
                return true;
            }
        }

        return false;
    }

    private double NearnessOf(ShelfAsset asset)
    {
        var nearest = 0.0;
        foreach (var like in likes)
        {
            nearest = Math.Max(nearest, like.NearnessOf(asset));
        }

        return nearest;
    }
}
