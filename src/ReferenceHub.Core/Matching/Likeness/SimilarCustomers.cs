using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>A customer like another one: as this viewer may know it, with what both have in common and how far it is alike, 0 to 100.</summary>
public sealed record SimilarCustomer(Guid Id, string Name, bool NameHidden, string Common, int Likeness, Standing Standing);

/// <summary>Finds customers like another one, as far as the viewer may know either.</summary>
public sealed class SimilarCustomers(MatchQueries matches, MatchWeightCache weights)
{
    /// <summary>Customers shown on a profile.</summary>
    public const int Shown = 5;

    /// <summary>The few most alike, those that can be asked first; none for a customer that is not in the catalog.</summary>
    public async Task<IReadOnlyList<SimilarCustomer>> OfAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var like = Ask(customerId);
        var alikeOnly = await weights.GetAsync(ct) with { Fit = 100, Availability = 0, Freshness = 0, Quality = 0 };
        var answer = await matches.SearchAsync(new CatalogAsk(Criteria.Of([like]), Take: Shown, Weights: alikeOnly) { WithContacts = false, TakeClosed = 0 }, viewer, ct);
        return answer.Likes.Find(like) is null
            ? []
            :
            [
                .. answer.Result.Rows.Where(row => row.Score.Fit > 0)
                    .Select(row => new SimilarCustomer(row.CustomerId, row.Name, row.NameHidden, string.Join(", ", row.Reasons.Select(reason => reason.Words)), row.Score.Fit, row.Standing)),
            ];
    }

    /// <summary>The criterion that asks for them in a search.</summary>
    public static Criterion Ask(Guid customerId) => new(Facet.Like, customerId.ToString(), Must: false);
}
