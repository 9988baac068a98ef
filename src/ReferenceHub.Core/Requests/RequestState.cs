using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    /// <summary>Being written by the requester.</summary>
    Draft,

    /// <summary>Sent, not yet taken.</summary>
    Submitted,

    /// <summary>Taken, criteria checked.</summary>
    Triaged,

    /// <summary>The first candidate was asked.</summary>
    Sourcing,

    /// <summary>The wanted number accepted, or the requester settled for fewer.</summary>
    Confirmed,

    /// <summary>Waiting for the requester; the clock stands.</summary>
    OnHold,

    /// <summary>All accepted are over, at least one was held.</summary>
    Completed,

    /// <summary>Given up by the program, with a reason.</summary>
    Unfulfilled,

    /// <summary>Needed-by passed without a yes.</summary>
    Expired,

    /// <summary>Content was chosen instead.</summary>
    Deflected,

    /// <summary>Withdrawn by the requester.</summary>
    Cancelled,
}

/// <summary>The one transition table of requests; whatever is not in it is refused.</summary>
public static class RequestStates
{
    private static readonly RequestState[] Ends =
        [RequestState.Completed, RequestState.Unfulfilled, RequestState.Expired, RequestState.Deflected, RequestState.Cancelled];

    private static readonly Dictionary<RequestState, RequestState[]> Moves = new()
    {
        [RequestState.Draft] = [RequestState.Submitted, RequestState.Deflected, RequestState.Cancelled],
        [RequestState.Submitted] = [RequestState.Triaged, RequestState.OnHold, RequestState.Unfulfilled, RequestState.Expired, RequestState.Deflected, RequestState.Cancelled],
        [RequestState.Triaged] = [RequestState.Sourcing, RequestState.Confirmed, RequestState.OnHold, RequestState.Unfulfilled, RequestState.Expired, RequestState.Deflected, RequestState.Cancelled],
        [RequestState.Sourcing] = [RequestState.Confirmed, RequestState.OnHold, RequestState.Unfulfilled, RequestState.Expired, RequestState.Deflected, RequestState.Cancelled],
        [RequestState.Confirmed] = [RequestState.Sourcing, RequestState.Completed, RequestState.OnHold, RequestState.Unfulfilled, RequestState.Cancelled],
        [RequestState.OnHold] = [RequestState.Submitted, RequestState.Triaged, RequestState.Sourcing, RequestState.Confirmed, RequestState.Unfulfilled, RequestState.Expired, RequestState.Deflected, RequestState.Cancelled],
        [RequestState.Completed] = [RequestState.Triaged],
        [RequestState.Unfulfilled] = [RequestState.Triaged],
        [RequestState.Expired] = [RequestState.Triaged],
        [RequestState.Deflected] = [RequestState.Triaged],
        [RequestState.Cancelled] = [RequestState.Triaged],
    };

    /// <summary>States that a request does not leave by itself.</summary>
    public static IReadOnlyList<RequestState> Ended => Ends;

    /// <summary>States in which somebody has something to do.</summary>
    public static IReadOnlyList<RequestState> Open { get; } =
        [RequestState.Submitted, RequestState.Triaged, RequestState.Sourcing, RequestState.Confirmed, RequestState.OnHold];

    /// <summary>States in which candidates are worked on: taken, not held, not ended.</summary>
    public static IReadOnlyList<RequestState> Worked { get; } = [RequestState.Triaged, RequestState.Sourcing, RequestState.Confirmed];

    /// <summary>Whether candidates are worked on.</summary>
    public static bool IsWorkedOn(this RequestState state) => Worked.Contains(state);

    /// <summary>Whether the state is an end.</summary>
    public static bool IsEnd(this RequestState state) => Ends.Contains(state);

    /// <summary>Whether the request was sent and has not ended.</summary>
    public static bool IsOpen(this RequestState state) => Open.Contains(state);

    /// <summary>Whether the table allows the move.</summary>
    public static bool MayBecome(this RequestState from, RequestState to) => Moves[from].Contains(to);

    /// <summary>The state in words.</summary>
    public static string InWords(this RequestState state) => state == RequestState.OnHold ? "on hold" : state.ToString().ToLowerInvariant();

    internal static void Check(RequestState from, RequestState to)
    {
        if (!from.MayBecome(to))
        {
            throw new IllegalMoveException($"This request is {from.InWords()} and can't become {to.InWords()}.");
        }
    }
}
