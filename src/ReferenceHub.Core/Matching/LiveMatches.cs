using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>References that could be asked for a need, and content that answers it without a call.</summary>
/// <param name="Criteria">The need as it was read.</param>
/// <param name="Answer">The search.</param>
/// <param name="Content">Ready content, best first.</param>
/// <param name="Asked">Customers that are candidates of the request already.</param>
public sealed record LiveMatch(Criteria Criteria, CatalogAnswer Answer, IReadOnlyList<ReadyAsset> Content, IReadOnlySet<Guid> Asked);

/// <summary>Matches beside a request form and in the queue: the same search, for those who can be asked.</summary>
public sealed class LiveMatches(MatchQueries matches, ReadyContent content)
{
    /// <summary>References shown beside a form.</summary>
    public const int Shown = 8;

    private const int LongestName = 3;

    /// <summary>Candidates for a need. Words among the criteria are read; the order is stable within one request. Content is offered as far as it may be shared with a prospect in the place, where it is known.</summary>
    public async Task<LiveMatch> ForAsync(
        string? activityKey, Criteria criteria, Viewer viewer, CancellationToken ct, Guid? requestId = null, IReadOnlySet<Guid>? asked = null, int take = Shown, string? place = null)
    {
        var read = (await matches.ReadWordsAsync(criteria, viewer, ct)).Criteria;
        var ask = new CatalogAsk(Told(read), activityKey, ForAsking: true, RequestId: requestId, Take: take);
        var answer = await matches.SearchAsync(ask, viewer, ct);
        return new LiveMatch(read, answer, await content.ForAsync(answer.Result.Rows.Concat(answer.Result.ClosedRows), answer.Today, ct, place), asked ?? new HashSet<Guid>());
    }

    // A need is told in sentences: what no taxonomy knows of it must not rule everybody out, a short name may.
    private static Criteria Told(Criteria read) =>
        read.Items.IsEmpty && NeedWords.Of(read.Text).Count <= LongestName ? read : read.WithText(null);
}
