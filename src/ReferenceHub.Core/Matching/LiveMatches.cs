using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>A need as a form or a request has it.</summary>
/// <param name="ActivityKey">The activity type asked for; sales call when null.</param>
/// <param name="Criteria">What is looked for; words among it are read.</param>
public sealed record LiveAsk(string? ActivityKey, Criteria Criteria)
{
    /// <summary>The sentence that the criteria were read from and corrected after: only what of it was not understood counts beside them.</summary>
    public string? Sentence { get; init; }

    /// <summary>The request; the order is stable within it.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>References wanted at most.</summary>
    public int Take { get; init; } = LiveMatches.Shown;

    /// <summary>Language of the conversation (ISO 639-1).</summary>
    public string? Language { get; init; }

    /// <summary>The prospect's time zone (IANA).</summary>
    public string? ZoneId { get; init; }

    /// <summary>Customers that said no to this need or its prospect.</summary>
    public IReadOnlyDictionary<Guid, NeedRefusal> Refused { get; init; } = NeedRefusal.None;

    /// <summary>Who asked, where the viewer is somebody else.</summary>
    public Viewer? Requester { get; init; }

    /// <summary>Preferences for references in a surrounding like the prospect's; what the need itself says of a facet stands. They choose no content.</summary>
    public Criteria Alike { get; init; } = Criteria.None;

    /// <summary>Amount of the deal in the program's currency, if known.</summary>
    public decimal? DealAmount { get; init; }

    /// <summary>Where the prospect is; null while no deal is chosen.</summary>
    public ProspectPlace? Prospect { get; init; }
}

/// <summary>References that could be asked for a need, and content that answers it without a call.</summary>
/// <param name="Criteria">The need as it was read; its text was not understood.</param>
/// <param name="Searched">What of it was looked for: the text only where it is short.</param>
/// <param name="Answer">The search.</param>
/// <param name="Content">Ready content, best first.</param>
public sealed record LiveMatch(Criteria Criteria, Criteria Searched, CatalogAnswer Answer, IReadOnlyList<ReadyAsset> Content);

/// <summary>Matches beside a request form and in the queue: the same search, for those who can be asked.</summary>
public sealed class LiveMatches(MatchQueries matches, ReadyContent content)
{
    /// <summary>References shown beside a form.</summary>
    public const int Shown = 8;

    private const int LongestName = 3;

    /// <summary>Candidates for a need, and the content that this viewer may send to the prospect instead.</summary>
    public async Task<LiveMatch> ForAsync(LiveAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var (read, told, search) = await SearchOfAsync(ask, viewer, ct);
        var answer = await matches.SearchAsync(search, viewer, ct);
        return new LiveMatch(read, search.Criteria, answer, await content.ForAsync(new ReadyNeed(told) { Language = ask.Language, Requester = ask.Requester, Prospect = ask.Prospect }, answer, viewer, ct));
    }

    /// <summary>What a need comes to: all that was read of it, what of that is told to be looked for, and the search that is made.</summary>
    public async Task<(Criteria Read, Criteria Told, CatalogAsk Search)> SearchOfAsync(LiveAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var read = await ReadAsync(ask, viewer, ct);
        var told = Told(read);
        var searched = told.Items.IsEmpty && told.Text.Length > 0 ? told : Criteria.Of(told.Items.Concat(ask.Alike.Items.Where(like => told.Items.All(item => item.Facet != like.Facet))), told.Text);
        return (read, told, new CatalogAsk(searched, ask.ActivityKey, ForAsking: true, RequestId: ask.RequestId, Take: ask.Take) { Language = ask.Language, ZoneId = ask.ZoneId, Refused = ask.Refused, DealAmount = ask.DealAmount });
    }

    private async Task<Criteria> ReadAsync(LiveAsk ask, Viewer viewer, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(ask.Sentence))
        {
            return (await matches.ReadWordsAsync(ask.Criteria, viewer, ct)).Criteria;
        }

        var read = await matches.ReadWordsAsync(Criteria.None.WithText(ask.Sentence.ReplaceLineEndings(" ")), viewer, ct);
        return ask.Criteria.WithText(read.Criteria.Text);
    }

    // A need is told in sentences: what no taxonomy knows of it says nothing of names, a few words may.
    private static Criteria Told(Criteria read) => NeedWords.Of(read.Text).Count <= LongestName ? read : read.WithText(null);
}
