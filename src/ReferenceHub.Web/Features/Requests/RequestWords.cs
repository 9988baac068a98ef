using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>How requests are spoken of on pages.</summary>
public static class RequestWords
{
    /// <summary>What a line of the timeline says after the actor's name.</summary>
    public static string Says(TimelineLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var who = line.CandidateName ?? "a customer";
        return line.Kind switch
        {
            RequestEventKind.Submitted => "sent the request",
            RequestEventKind.Assigned => line.Note == line.ActorName ? "took the request" : $"gave the request to {line.Note}",
            RequestEventKind.Edited => "changed what is needed",
            RequestEventKind.Held => "asked the requester and stopped the clock",
            RequestEventKind.Resumed => "went on after the hold",
            RequestEventKind.LaterDateAgreed => "agreed a later date",
            RequestEventKind.Proposed => $"proposed {who}",
            RequestEventKind.ContactChosen => $"chose another contact at {who}",
            RequestEventKind.OwnerAsked => line.Asked is null ? $"asked the owner of {who}" : $"asked {line.Asked}, owner of {who}",
            RequestEventKind.OwnerAgreed => $"recorded the owner’s yes for {who}",
            RequestEventKind.LegalAsked => $"asked legal about {who}",
            RequestEventKind.LegalAgreed => $"recorded legal’s yes for {who}",
            RequestEventKind.CustomerAsked => line.Asked is null ? $"asked {who}" : $"asked {line.Asked} of {who}",
            RequestEventKind.Accepted => $"recorded that {who} accepted",
            RequestEventKind.Scheduled => $"set a date with {who}",
            RequestEventKind.DayMoved => $"planned the use of {who} for another day",
            RequestEventKind.Completed => $"noted that it was held with {who}",
            RequestEventKind.Declined => $"recorded a no for {who}",
            RequestEventKind.NoAnswer => $"noted that {who} did not answer",
            RequestEventKind.Withdrawn => $"withdrew {who}",
            RequestEventKind.NoShow => $"noted that it did not take place with {who}",
            RequestEventKind.ProspectInvited => "sent the prospect’s invitation",
            RequestEventKind.TimesOffered => $"offered times to {who}",
            RequestEventKind.TimesProposed => $"proposed times for {who}",
            RequestEventKind.Surveyed => $"said how it went with {who}",
            RequestEventKind.Thanked => $"thanked {who}",
            RequestEventKind.Settled => "settled for those who accepted",
            RequestEventKind.Ended => "ended the request",
            RequestEventKind.Reopened => "reopened the request",
            RequestEventKind.PassedOver => $"passed over {who}, who can’t be asked now",
            RequestEventKind.AskModeChanged => line.Note == AskMode.OneByOne.InWords() ? "asks one after another from now on" : "asks several at once from now on",
            RequestEventKind.Reminded => $"reminded {Reminded(line)} about {who}",
            RequestEventKind.Escalated => line.Ball is { } holder && line.Note?.StartsWith("80 %", StringComparison.Ordinal) == true ? $"told {RemindedParty(holder)} that the promise is at risk" : "told the program that the promise is broken",
            RequestEventKind.Merged => "merged requests that ask for the same",
            RequestEventKind.FileAdded => "added a file",
            RequestEventKind.RequesterChanged => $"made {line.Note} the requester",
            RequestEventKind.DealMerged => $"merged its deal into {line.Note}",
            RequestEventKind.FollowerAdded => $"let {line.Note} follow it",
            RequestEventKind.FileRemoved => "took a file off",
            _ => "wrote a comment",
        };
    }

    /// <summary>The note of a line, where it is not part of the sentence.</summary>
    public static string? NoteOf(TimelineLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Kind is RequestEventKind.Assigned or RequestEventKind.AskModeChanged or RequestEventKind.RequesterChanged or RequestEventKind.DealMerged or RequestEventKind.FollowerAdded ? null : line.Note;
    }

    // Who had the ball is not always who was reminded; the note says how much of the time was used.
    private static string Reminded(TimelineLine line) => line.Asked ?? "whoever was asked";

    private static string RemindedParty(Party holder) => holder switch
    {
        Party.Requester => "the requester",
        Party.Owner => "the account owner",
        Party.Legal => "legal",
        _ => "the program",
    };

    /// <summary>Words as the beginning of a line.</summary>
    public static string Capital(string words)
    {
        ArgumentException.ThrowIfNullOrEmpty(words);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A place in the line: "Next if needed", "2nd in line".</summary>
    public static string InLine(int place) => place == 1 ? "Next if needed" : $"{Nth(place)} in line";

    private static string Nth(int number) => (number % 100, number % 10) switch
    {
        ( >= 11 and <= 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };

    /// <summary>"Sales call" within a sentence; "RFP listing" stays.</summary>
    public static string Lower(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Which promise a due pill speaks of.</summary>
    public static string Clock(DueClock clock) => clock switch
    {
        DueClock.FirstYes => "first yes",
        DueClock.HeldBy => "needed by",
        _ => "answer",
    };

    /// <summary>Business minutes in hours up to three days, then in days; "0 h" rather than minutes below half an hour.</summary>
    public static string Hours(int minutes) => Words.BusinessTime(minutes, brief: true);

    /// <summary>What asking the next party is called.</summary>
    public static string AskLabel(CandidateView candidate, bool selfServe)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return selfServe ? "Name it" : candidate.OwnerName is { } owner ? $"Ask {owner}" : "Ask owner";
    }

    /// <summary>Nobody has to be asked: the customer is listed.</summary>
    public static bool IsSelfServe(CandidateView candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Steps.All(step => step.State is not (CandidateState.OwnerAsked or CandidateState.CustomerAsked));
    }

    /// <summary>Who answers: "Jonas Weber’s answer", "legal’s answer", "Anna Keller’s answer".</summary>
    public static string AnswerOf(CandidateView candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.State switch
        {
            CandidateState.OwnerAsked => $"{candidate.OwnerName ?? "the owner"}’s answer",
            CandidateState.LegalAsked => "legal’s answer",
            _ => $"{candidate.ContactName ?? "the customer"}’s answer",
        };
    }

    /// <summary>What follows the owner's yes: "the customer is asked".</summary>
    public static string AfterOwner(CandidateView candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate.Steps.Any(step => step.State == CandidateState.LegalAsked) ? "legal is asked, then the customer"
            : candidate.Steps.Any(step => step.State == CandidateState.CustomerAsked) ? "the customer is asked"
            : "they are named";
    }

    /// <summary>What came back of those asked.</summary>
    public static string Back(CandidateCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts switch
        {
            { Yes: > 0 } => $"{counts.Yes} accepted",
            { Lost: > 0, Silent: 0 } => $"{counts.Lost} declined",
            { Lost: > 0 } when counts.Silent == counts.Lost => $"{counts.Lost} no answer",
            { Lost: > 0 } => $"{counts.Lost - counts.Silent} no, {counts.Silent} silent",
            { Asked: > 0 } => "none back",
            { All: > 0 } => $"{counts.All} proposed",
            _ => "none yet",
        };
    }

    /// <summary>What an ended request says on its strip.</summary>
    public static string? End(RequestDetail request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.State switch
        {
            RequestState.Unfulfilled => request.EndReason,
            RequestState.Deflected => $"Deflected, answered with content: {request.EndReason}",
            RequestState.Expired => "Needed by passed without a yes",
            RequestState.Cancelled => request.EndReason,
            _ => null,
        };
    }
}
