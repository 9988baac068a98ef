namespace ReferenceHub.Core.Requests;

/// <summary>Views of the queue.</summary>
public enum QueueView
{
    /// <summary>Nobody has taken it.</summary>
    Unassigned,

    /// <summary>Taken by the viewer.</summary>
    Mine,

    /// <summary>Due by the end of today.</summary>
    DueToday,

    /// <summary>80 % of the time is used.</summary>
    AtRisk,

    /// <summary>Late.</summary>
    Breached,

    /// <summary>A customer holds the ball.</summary>
    OnCustomer,

    /// <summary>An account owner holds the ball.</summary>
    OnOwner,

    /// <summary>Every open one.</summary>
    Open,
}

/// <summary>Orders of the queue.</summary>
public enum QueueSort
{
    /// <summary>Soonest due first, paused ones last.</summary>
    Due,

    /// <summary>Furthest due first.</summary>
    DueLast,

    /// <summary>By prospect.</summary>
    Prospect,

    /// <summary>By prospect, backwards.</summary>
    ProspectLast,

    /// <summary>Smallest amount first.</summary>
    Amount,

    /// <summary>Largest amount first.</summary>
    AmountLast,

    /// <summary>By who holds the ball.</summary>
    Holder,

    /// <summary>By who holds the ball, backwards.</summary>
    HolderLast,

    /// <summary>Fewest asked first.</summary>
    Asked,

    /// <summary>Most asked first.</summary>
    AskedLast,
}

/// <summary>What the queue shows; amounts in whole units of the deal's currency.</summary>
public sealed record QueueFilter
{
    /// <summary>View.</summary>
    public QueueView View { get; init; } = QueueView.Open;

    /// <summary>Activity type.</summary>
    public string? ActivityKey { get; init; }

    /// <summary>State.</summary>
    public RequestState? State { get; init; }

    /// <summary>Requester.</summary>
    public Guid? RequesterId { get; init; }

    /// <summary>Who has taken it.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Whose hands it is in, or nobody's.</summary>
    public Guid? OpenTo { get; init; }

    /// <summary>Words of its deal, prospect or need, or its number.</summary>
    public string? Words { get; init; }

    /// <summary>Deals above this amount.</summary>
    public decimal? AmountOver { get; init; }

    /// <summary>Needed before this day.</summary>
    public DateOnly? NeededBefore { get; init; }

    /// <summary>Order.</summary>
    public QueueSort Sort { get; init; }

    /// <summary>Number of the last row of the page before.</summary>
    public int? After { get; init; }
}

/// <summary>A view with how many it holds.</summary>
public sealed record QueueTab(QueueView View, int Count);

/// <summary>One page of the queue.</summary>
/// <param name="Tabs">All views with their counts.</param>
/// <param name="Rows">The rows shown.</param>
/// <param name="Found">Rows that pass the filter.</param>
/// <param name="InView">Rows of the view without the filter.</param>
/// <param name="Next">Where the next page starts, if there is one.</param>
public sealed record QueuePage(IReadOnlyList<QueueTab> Tabs, IReadOnlyList<RequestRow> Rows, int Found, int InView, int? Next);
