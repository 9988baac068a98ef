using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What a person can best do for a request.</summary>
public enum NextStep
{
    /// <summary>Take it.</summary>
    Take,

    /// <summary>Propose a customer.</summary>
    Propose,

    /// <summary>Ask a proposed candidate.</summary>
    Ask,

    /// <summary>Enter the answer of whoever was asked.</summary>
    EnterAnswer,

    /// <summary>Answer for a customer one owns.</summary>
    AnswerAsOwner,

    /// <summary>Agree a date with a yes.</summary>
    Schedule,

    /// <summary>Say that a use was held.</summary>
    Complete,

    /// <summary>Answer the question that the request is on hold for.</summary>
    AnswerHold,

    /// <summary>Go on after a hold.</summary>
    Resume,

    /// <summary>Finish and send a draft.</summary>
    Send,
}

/// <summary>The one thing to do next, with the candidate it is about.</summary>
public sealed record NextAction(NextStep Step, Candidate? Candidate = null)
{
    /// <summary>The best next action of a viewer; null when the ball is with somebody else and nothing can be entered.</summary>
    public static NextAction? Of(ReferenceRequest request, Viewer viewer, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        var runs = viewer.Can(Right.RunProgram);
        var asks = viewer.ActsForOne(request.RequesterId);
        return request.State switch
        {
            RequestState.Draft => request.WriterId == viewer.UserId ? new(NextStep.Send) : null,
            RequestState.OnHold => asks ? new(NextStep.AnswerHold) : runs ? new(NextStep.Resume) : null,
            RequestState.Submitted => runs ? new(NextStep.Take) : null,
            var state when state.IsWorkedOn() =>
                AsOwner(request, viewer) ?? (LacksListed(request) ? null : Use(request, now, viewer.MayDriveFor(request.RequesterId))) ?? (runs ? Source(request) : null),
            _ => null,
        };
    }

    private static NextAction? AsOwner(ReferenceRequest request, Viewer viewer) => First(
        request, NextStep.AnswerAsOwner, candidate => candidate.State == CandidateState.OwnerAsked && viewer.ActsForOne(candidate.Customer?.OwnerId));

    // A tender is answered once for all: while more are wanted, and somebody could still say yes, it is not over.
    private static bool LacksListed(ReferenceRequest request) => request.ActivityKey == ActivityKeys.Rfp && request.State == RequestState.Sourcing
        && request.Candidates.Any(candidate => candidate.State.IsYes()) && request.Candidates.Any(candidate => candidate.State == CandidateState.Proposed || candidate.State.IsAsked());

    // A use whose time has come before one that still needs a date; a listing needs none.
    private static NextAction? Use(ReferenceRequest request, DateTime now, bool mayDrive) => mayDrive
        ? First(request, NextStep.Complete, candidate => candidate.State == CandidateState.Scheduled && candidate.ScheduledFor <= now)
            ?? First(request, request.ActivityKey == ActivityKeys.Rfp ? NextStep.Complete : NextStep.Schedule, candidate => candidate.State == CandidateState.Accepted)
        : null;

    private static NextAction? Source(ReferenceRequest request)
    {
        if (request.State == RequestState.Confirmed)
        {
            return null;
        }

        var asked = request.Candidates.Where(candidate => candidate.State.IsAsked())
            .OrderByDescending(candidate => candidate.State).ThenBy(candidate => candidate.AskedAt).FirstOrDefault();
        return asked is not null ? new(NextStep.EnterAnswer, asked)
            : request.Line is [var next, ..] ? new(NextStep.Ask, next)
            : First(request, NextStep.Ask, candidate => candidate.State == CandidateState.Proposed) ?? new(NextStep.Propose);
    }

    private static NextAction? First(ReferenceRequest request, NextStep step, Func<Candidate, bool> which) =>
        request.Candidates.OrderBy(candidate => candidate.ProposedAt).FirstOrDefault(which) is { } candidate ? new(step, candidate) : null;
}
