using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>Where one candidate of a request stands.</summary>
public enum CandidateState
{
    /// <summary>Considered; nobody asked, nothing reserved.</summary>
    Proposed,

    /// <summary>The account owner was asked; units are reserved from here on.</summary>
    OwnerAsked,

    /// <summary>Legal was asked.</summary>
    LegalAsked,

    /// <summary>The customer was asked.</summary>
    CustomerAsked,

    /// <summary>Said yes.</summary>
    Accepted,

    /// <summary>Has a date.</summary>
    Scheduled,

    /// <summary>Was held.</summary>
    Completed,

    /// <summary>Somebody on the route said no.</summary>
    Declined,

    /// <summary>Silence; never consent.</summary>
    NoAnswer,

    /// <summary>Taken back by the program.</summary>
    Withdrawn,

    /// <summary>Had a date, did not take place; units come back, the rest stays.</summary>
    NoShow,
}

/// <summary>The one transition table of candidates.</summary>
public static class CandidateStates
{
    private static readonly CandidateState[] Asks = [CandidateState.OwnerAsked, CandidateState.LegalAsked, CandidateState.CustomerAsked];
    private static readonly CandidateState[] FallAways = [CandidateState.Declined, CandidateState.NoAnswer, CandidateState.Withdrawn];

    private static readonly Dictionary<CandidateState, CandidateState[]> Moves = new()
    {
        [CandidateState.Proposed] = [CandidateState.OwnerAsked, CandidateState.LegalAsked, CandidateState.CustomerAsked, CandidateState.Accepted, CandidateState.Withdrawn],
        [CandidateState.OwnerAsked] = [CandidateState.LegalAsked, CandidateState.CustomerAsked, CandidateState.Accepted, .. FallAways],
        [CandidateState.LegalAsked] = [CandidateState.CustomerAsked, CandidateState.Accepted, .. FallAways],
        [CandidateState.CustomerAsked] = [CandidateState.Accepted, .. FallAways],
        [CandidateState.Accepted] = [CandidateState.Scheduled, CandidateState.Completed, CandidateState.Declined, CandidateState.Withdrawn],
        [CandidateState.Scheduled] = [CandidateState.Scheduled, CandidateState.Completed, CandidateState.NoShow, CandidateState.Declined, CandidateState.Withdrawn],
        [CandidateState.Completed] = [],
        [CandidateState.Declined] = [],
        [CandidateState.NoAnswer] = [],
        [CandidateState.Withdrawn] = [],
        [CandidateState.NoShow] = [],
    };

    /// <summary>States that count towards the wanted number.</summary>
    public static IReadOnlyList<CandidateState> Yes { get; } = [CandidateState.Accepted, CandidateState.Scheduled, CandidateState.Completed];

    /// <summary>Whether an answer is awaited.</summary>
    public static bool IsAsked(this CandidateState state) => Asks.Contains(state);

    /// <summary>The party whose answer is awaited; null when none is.</summary>
    public static Party? AskedParty(this CandidateState state) => state switch
    {
        CandidateState.OwnerAsked => Party.Owner,
        CandidateState.LegalAsked => Party.Legal,
        CandidateState.CustomerAsked => Party.Customer,
        _ => null,
    };

    /// <summary>The party whose answer is awaited.</summary>
    public static Party Awaits(this CandidateState state) =>
        state.AskedParty() ?? throw new IllegalMoveException($"This candidate is {state.InWords()}; no answer is awaited.");

    /// <summary>The state of a candidate whose answer a party gives.</summary>
    public static CandidateState AskOf(Party party) => Asks.FirstOrDefault(state => state.AskedParty() == party) is var ask and not CandidateState.Proposed
        ? ask : throw new IllegalMoveException("Only owner, legal and customer are asked.");

    /// <summary>Said yes and still to be held.</summary>
    public static bool IsAhead(this CandidateState state) => state is CandidateState.Accepted or CandidateState.Scheduled;

    /// <summary>Counts towards the wanted number.</summary>
    public static bool IsYes(this CandidateState state) => Yes.Contains(state);

    /// <summary>Over without having been held.</summary>
    public static bool FellAway(this CandidateState state) =>
        state is CandidateState.Declined or CandidateState.NoAnswer or CandidateState.Withdrawn or CandidateState.NoShow;

    /// <summary>Whether the next in line is asked then; whoever takes a candidate back decides themselves how it goes on.</summary>
    internal static bool LetsTheLineGoOn(this CandidateState state) => state is CandidateState.Declined or CandidateState.NoAnswer or CandidateState.NoShow;

    /// <summary>Not over yet.</summary>
    public static bool IsLive(this CandidateState state) => Moves[state].Length > 0;

    /// <summary>Whether the table allows the move.</summary>
    public static bool MayBecome(this CandidateState from, CandidateState to) => Moves[from].Contains(to);

    /// <summary>The state in words.</summary>
    public static string InWords(this CandidateState state) => state switch
    {
        CandidateState.OwnerAsked => "owner asked",
        CandidateState.LegalAsked => "legal asked",
        CandidateState.CustomerAsked => "customer asked",
        CandidateState.NoAnswer => "no answer",
        CandidateState.NoShow => "no-show",
        _ => state.ToString().ToLowerInvariant(),
    };

    internal static void Check(CandidateState from, CandidateState to)
    {
        if (!from.MayBecome(to))
        {
            throw new IllegalMoveException($"This candidate is {from.InWords()} and can't become {to.InWords()}.");
        }
    }
}
