namespace ReferenceHub.Core.Matching;

/// <summary>What somebody asks the catalog.</summary>
/// <param name="Criteria">What is looked for.</param>
/// <param name="ActivityKey">The activity type that availability is said for; sales call when null.</param>
/// <param name="Tab">Which of the customers.</param>
/// <param name="Sort">Order.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="ForAsking">Whether references to ask are wanted, rather than a look at the catalog.</param>
/// <param name="RequestId">Near-equals take turns by it; by person and day when null.</param>
/// <param name="Take">Rows of a page.</param>
/// <param name="Weights">Weights to try; those of the program when null.</param>
public sealed record CatalogAsk(
    Criteria Criteria,
    string? ActivityKey = null,
    MatchTab Tab = MatchTab.All,
    MatchSort Sort = MatchSort.Best,
    int Page = 1,
    bool ForAsking = false,
    Guid? RequestId = null,
    int Take = MatchQuery.PageSize,
    MatchWeights? Weights = null)
{
    /// <summary>Most of the closed ones that say why not.</summary>
    public int TakeClosed { get; init; } = 8;

    /// <summary>Language of the conversation (key), for the choice of the contact; by the criteria when null.</summary>
    public string? Language { get; init; }

    /// <summary>Time zone of the prospect (IANA), for the choice of the contact.</summary>
    public string? ZoneId { get; init; }

    /// <summary>Amount of the deal in the program's currency, if known: what is held back for large ones is free to them.</summary>
    public decimal? DealAmount { get; init; }

    /// <summary>Customers that said no to this need.</summary>
    public IReadOnlyDictionary<Guid, NeedRefusal> Refused { get; init; } = NeedRefusal.None;

    /// <summary>Whether the best contact of each row is wanted.</summary>
    public bool WithContacts { get; init; } = true;
}
