namespace ReferenceHub.Core.Processes;

/// <summary>The part of a request that a step of its process goes with; states and routes are those of the activity type.</summary>
public enum RequestTurn
{
    /// <summary>Sent, not yet taken.</summary>
    Triage,

    /// <summary>Taken: references are looked for.</summary>
    Sourcing,

    /// <summary>The account owner is asked.</summary>
    Owner,

    /// <summary>Legal is asked.</summary>
    Legal,

    /// <summary>The customer is asked.</summary>
    Customer,

    /// <summary>Agreed: a time is found, or what is needed is prepared.</summary>
    Scheduling,

    /// <summary>The use itself.</summary>
    Use,

    /// <summary>It was held.</summary>
    Afterwards,
}

/// <summary>What parts of a request have in common.</summary>
public static class RequestTurns
{
    /// <summary>Parts in which somebody is asked and has a time to answer.</summary>
    public static IReadOnlyList<RequestTurn> Asked { get; } = [RequestTurn.Owner, RequestTurn.Legal, RequestTurn.Customer];

    /// <summary>Whether somebody is asked and has a time to answer.</summary>
    public static bool IsAsked(this RequestTurn turn) => Asked.Contains(turn);

    /// <summary>The part in words.</summary>
    public static string InWords(this RequestTurn turn) => turn switch
    {
        RequestTurn.Triage => "sent, not yet taken",
        RequestTurn.Sourcing => "taken, references are looked for",
        RequestTurn.Owner => "the owner is asked",
        RequestTurn.Legal => "legal is asked",
        RequestTurn.Customer => "the customer is asked",
        RequestTurn.Scheduling => "agreed, to be prepared",
        RequestTurn.Use => "prepared, to be held",
        _ => "held",
    };
}
