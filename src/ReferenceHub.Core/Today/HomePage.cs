using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Today;

/// <summary>Why something is on the list of what needs a person now.</summary>
public enum NeedKind
{
    /// <summary>A question of the program on one's own request.</summary>
    Question,

    /// <summary>Use of a customer one owns waits for approval.</summary>
    Approval,

    /// <summary>A request is late or nearly so.</summary>
    Trouble,

    /// <summary>A request that nobody has taken.</summary>
    Unassigned,

    /// <summary>A use whose time has passed; was it held?</summary>
    Outcome,

    /// <summary>A draft that was not sent.</summary>
    Draft,

    /// <summary>A follow-up that is due.</summary>
    FollowUp,

    /// <summary>A customer's record that is to be confirmed.</summary>
    Verification,

    /// <summary>A proposed change of a record that waits for an answer.</summary>
    Proposal,

    /// <summary>A nomination to decide on.</summary>
    Nomination,

    /// <summary>Content that ends soon.</summary>
    Content,

    /// <summary>Mail that could not be sent.</summary>
    Mail,
}

/// <summary>One thing that needs the viewer now.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Detail">The line under it.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Due">How its promise stands, for requests.</param>
/// <param name="DueOn">Its day, for the others.</param>
public sealed record HomeNeed(NeedKind Kind, string Title, string Detail, string Address, DueReading? Due = null, DateOnly? DueOn = null);

/// <summary>One piece of news: when (UTC), what, where.</summary>
public sealed record HomeNews(DateTime At, string Text, string Icon, string Address);

/// <summary>The first page of one person: what needs them now, what they started, what is new.</summary>
/// <param name="Needs">What needs them, most pressing first.</param>
/// <param name="MoreNeeds">How many more there are than are shown.</param>
/// <param name="Started">Own or taken requests that are open.</param>
/// <param name="Queue">Views of the queue with counts, for who runs the program.</param>
/// <param name="Figures">The dashboard, for executives.</param>
/// <param name="News">What is new.</param>
public sealed record HomePage(
    IReadOnlyList<HomeNeed> Needs,
    int MoreNeeds,
    IReadOnlyList<RequestRow> Started,
    IReadOnlyList<QueueTab> Queue,
    MetricsPage? Figures,
    IReadOnlyList<HomeNews> News);
