using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>What needs and searches that are kept have in common.</summary>
public static class DemandCriteria
{
    /// <summary>Why criteria can't be kept; null when they can. Words alone say too little, unless <paramref name="wasTried"/> by people on a request.</summary>
    public static string? Refuse(Criteria criteria, bool wasTried = false) =>
        criteria.IsEmpty ? "Say first what is looked for."
        : criteria.Items.IsEmpty && !wasTried ? "Nothing of this was understood as a criterion. Say in other words what is looked for."
        : criteria.ToQuery().Length > UnmetNeed.CriteriaLength ? "This is too much to keep. Take some criteria out."
        : null;

    /// <summary>Whether this person may take back a need that <paramref name="byId"/> recorded for a deal of <paramref name="ownerId"/>.</summary>
    public static bool MayTakeBack(this Viewer viewer, Guid byId, Guid? ownerId) => byId == viewer.UserId || viewer.MayEditDealOf(ownerId);

    /// <summary>Criteria in words as they were said, to this viewer: "Denmark or Spain", "preferably Google Cloud"; free text in quotes.</summary>
    public static async Task<IReadOnlyList<string>> InWordsAsync(this MatchQueries matches, Criteria criteria, Viewer viewer, CancellationToken ct)
    {
        var words = (await matches.WordsAsync(criteria, viewer, ct))
            .GroupBy(one => (one.Item.Facet, one.Item.Must, one.Item.Not, Key: one.Item is { Not: false } && one.Item.Facet.AsksForAll() ? one.Item.Key : ""))
            .OrderBy(group => group.Key.Not ? 2 : group.Key.Must ? 0 : 1)
            .Select(group => $"{(group.Key is { Must: false, Not: false } ? "preferably " : "")}{(group.Key is { Not: false, Facet: Facet.Like or Facet.LikeDeal } ? "like " : "")}{string.Join(group.Key.Not ? ", " : " or ", group.Select(one => one.Words))}");
        return [.. criteria.Text.Length > 0 ? words.Append($"“{criteria.Text}”") : words];
    }
}
