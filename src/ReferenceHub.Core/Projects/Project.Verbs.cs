using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Projects;

public sealed partial class Project
{
    /// <summary>Begins: the first steps get their turn.</summary>
    public void Start(ProjectMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        Become(ProjectState.InWork);
        StartedAt = moment.Now;
        Record(moment, ProjectEventKind.Started, null, null);
        Settle(moment);
    }

    /// <summary>Lets all of it rest; no time is counted.</summary>
    public void Hold(ProjectMoment moment, string reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var (before, why) = (State, Guard.Required(reason, ReasonLength, "Reason"));
        Become(ProjectState.OnHold);
        (BeforeHold, HeldSince, Reason) = (before, moment.Now, why);
        foreach (var step in steps)
        {
            step.Rest(moment);
        }

        Record(moment, ProjectEventKind.Held, null, Reason);
        Settle(moment);
    }

    /// <summary>Goes on; every step has as much time left as when it was held.</summary>
    public void Resume(ProjectMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var since = HeldSince ?? throw new IllegalMoveException("This project does not rest.");
        Become(BeforeHold ?? ProjectState.InWork);
        (BeforeHold, HeldSince, Reason) = (null, null, null);
        foreach (var step in steps)
        {
            step.GoOn(moment, since);
        }

        Record(moment, ProjectEventKind.Resumed, null, null);
        Settle(moment);
    }

    /// <summary>Gives it up.</summary>
    public void Cancel(ProjectMoment moment, string reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var why = Guard.Required(reason, ReasonLength, "Reason");
        Become(ProjectState.Cancelled);
        (EndedAt, Reason, HeldSince, BeforeHold) = (moment.Now, why, null, null);
        foreach (var step in steps)
        {
            step.Rest(moment);
        }

        Record(moment, ProjectEventKind.Cancelled, null, Reason);
        Settle(moment);
    }

    /// <summary>Its content is out: the step that publishes is done. Whether the customer's permission allows it is checked by whoever calls.</summary>
    public void Publish(ProjectMoment moment, string key, Guid assetId)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var step = Step(key);
        if (step.Work != StepWork.Publish)
        {
            throw new IllegalMoveException($"“{step.Name}” does not publish.");
        }

        MustBeWorked();
        MustWork(step);
        ProjectStates.Check(State, ProjectState.Published);
        step.End(moment, null);
        Become(ProjectState.Published);
        (PublishedAt, AssetId) = (moment.Now, assetId);
        Record(moment, ProjectEventKind.Published, step, null);
        Settle(moment);
    }

    /// <summary>Closes it when no step is open or waits any more.</summary>
    public void Close(ProjectMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        if (steps.Find(step => !step.State.IsOver()) is { } open)
        {
            throw new IllegalMoveException($"“{open.Name}” is not over yet.");
        }

        Become(ProjectState.Closed);
        EndedAt = moment.Now;
        Record(moment, ProjectEventKind.Closed, null, null);
        Settle(moment);
    }

    /// <summary>Changes title, lead and deal.</summary>
    public void Describe(ProjectMoment moment, string title, Guid leadId, Guid? opportunityId)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeOpen();
        (Title, LeadId, OpportunityId) = (Guard.Required(title, TitleLength, "Title"), leadId, opportunityId);
        Record(moment, ProjectEventKind.Edited, null, null);
    }

    /// <summary>Agrees on a later day; the promise stays on record.</summary>
    public void AgreeLater(ProjectMoment moment, DateOnly day, string reason)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeOpen();
        if (day <= (LaterOn ?? PromisedOn))
        {
            throw new IllegalMoveException("A later day comes after the one agreed so far.");
        }

        (LaterOn, LaterReason) = (Guard.Day(day), Guard.Required(reason, ReasonLength, "Reason"));
        Record(moment, ProjectEventKind.LaterDateAgreed, null, LaterReason);
    }

    /// <summary>Adds a line of what somebody did beside the steps: a comment, a file, a version.</summary>
    public void Note(ProjectMoment moment, ProjectEventKind kind, string? stepKey, string? note)
    {
        ArgumentNullException.ThrowIfNull(moment);
        Record(moment, kind, stepKey is null ? null : Step(stepKey), note);
    }

    /// <summary>Belongs to another record from now on: the two were one company, and contacts on both were one person.</summary>
    public void MoveTo(Guid customerId, Func<Guid, Guid> contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        CustomerId = customerId;
        foreach (var step in steps.Where(step => step.HolderKind == HolderKind.Contact))
        {
            step.Give(new Holder(HolderKind.Contact, contact(step.HolderId!.Value)));
        }

        foreach (var member in cast.Where(member => member.HolderKind == HolderKind.Contact))
        {
            member.Become(new Holder(HolderKind.Contact, contact(member.HolderId)));
        }
    }

    /// <summary>Gives what somebody who leaves leads, does and holds to somebody who stays; what is over stays with who did it.</summary>
    public void HandOver(ProjectMoment moment, Guid fromId, Guid toId, string toName)
    {
        ArgumentNullException.ThrowIfNull(moment);
        MustBeOpen();
        var (from, to) = (Holder.User(fromId), Holder.User(toId));
        LeadId = LeadId == fromId ? toId : LeadId;
        foreach (var step in steps.Where(step => step.Holder == from && !step.State.IsOver()))
        {
            step.Give(to);
        }

        foreach (var member in cast.Where(member => member.Holder == from))
        {
            member.Become(to);
        }

        Record(moment, ProjectEventKind.Assigned, null, toName);
        Settle(moment);
    }

    private void MustBeOpen()
    {
        if (State.IsEnd())
        {
            throw new IllegalMoveException($"This project is {State.InWords()}.");
        }
    }
}
