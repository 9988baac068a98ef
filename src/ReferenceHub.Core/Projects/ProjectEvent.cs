using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Projects;

/// <summary>What happened to a project.</summary>
public enum ProjectEventKind
{
    /// <summary>Planned.</summary>
    Created,

    /// <summary>Begun.</summary>
    Started,

    /// <summary>Title, lead, dates or people were changed.</summary>
    Edited,

    /// <summary>A step's turn came.</summary>
    TurnCame,

    /// <summary>Its holder began.</summary>
    Begun,

    /// <summary>A step was done; the note is its outcome.</summary>
    StepDone,

    /// <summary>A step was left out.</summary>
    Skipped,

    /// <summary>A step cannot go on.</summary>
    Blocked,

    /// <summary>It can go on.</summary>
    Unblocked,

    /// <summary>A step was sent back to be done again.</summary>
    SentBack,

    /// <summary>A step that was done or left out was taken back.</summary>
    TakenBack,

    /// <summary>Somebody else holds a step.</summary>
    Assigned,

    /// <summary>A step was added to this run.</summary>
    StepAdded,

    /// <summary>A step was split into parts.</summary>
    Split,

    /// <summary>The holder of a step was reminded.</summary>
    Reminded,

    /// <summary>The lead was told that a step is late.</summary>
    Escalated,

    /// <summary>All of it rests.</summary>
    Held,

    /// <summary>It goes on.</summary>
    Resumed,

    /// <summary>A later date was agreed.</summary>
    LaterDateAgreed,

    /// <summary>A file was handed in.</summary>
    FileAdded,

    /// <summary>A version of the text was kept.</summary>
    TextSaved,

    /// <summary>A version of the text, or a file, was approved.</summary>
    Approved,

    /// <summary>Somebody wrote a comment.</summary>
    Commented,

    /// <summary>A quote or figure was added, changed or approved.</summary>
    EvidenceChanged,

    /// <summary>An outsider looked at their step.</summary>
    Opened,

    /// <summary>The content is out.</summary>
    Published,

    /// <summary>All is done.</summary>
    Closed,

    /// <summary>Given up.</summary>
    Cancelled,

    /// <summary>Consent was withdrawn: what is to be pulled was listed.</summary>
    ConsentWithdrawn,
}

/// <summary>One line of a project's timeline. Append-only.</summary>
public sealed class ProjectEvent
{
    /// <summary>Longest note in characters.</summary>
    public const int NoteLength = 1000;

    private ProjectEvent()
    {
    }

    internal ProjectEvent(Guid id, Guid projectId, int place, DateTime at, Guid? actorId, string actorName, ProjectEventKind kind)
    {
        (Id, ProjectId, Place, At, ActorId, ActorName, Kind) = (id, projectId, place, at, actorId, actorName, kind);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose timeline.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>Place in the timeline, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who, when it was a person with an account.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Who, as named then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>What.</summary>
    public ProjectEventKind Kind { get; private set; }

    /// <summary>Key of the step concerned.</summary>
    public string? StepKey { get; internal set; }

    /// <summary>The step concerned, as named then.</summary>
    public string? StepName { get; internal set; }

    /// <summary>Words that go with it.</summary>
    public string? Note { get; internal set; }

    /// <summary>State of the project afterwards.</summary>
    public ProjectState State { get; internal set; }

    internal void Say(string? note) => Note = note is null ? null : Guard.Cut(note.Trim(), NoteLength);
}
