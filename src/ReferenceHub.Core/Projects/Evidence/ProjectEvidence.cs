using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Projects;

/// <summary>Quotes and figures of a project, with where they come from and who approved them.</summary>
public sealed class ProjectEvidence(ReferenceHubDbContext db, ProjectDoor door)
{
    /// <summary>Most quotes and figures of one project.</summary>
    public const int Most = 100;

    /// <summary>Adds one.</summary>
    public Task<Outcome> AddAsync(int number, EvidenceFacts facts, Viewer by, CancellationToken ct) => door.OnAsync(number, null, by, async (project, moment, stop) =>
    {
        by.MustDrive(project);
        if (await RefusalAsync(project, facts, moment, stop) is { } no)
        {
            return no;
        }

        if (await db.EvidenceItems.CountAsync(item => item.ProjectId == project.Id, stop) >= Most)
        {
            return Outcome.Refuse($"A project has at most {Most} quotes and figures.");
        }

        db.EvidenceItems.Add(new EvidenceItem(moment, project.Id, facts));
        project.Note(moment, ProjectEventKind.EvidenceChanged, null, facts.Text);
        return Outcome.Done;
    }, ct);

    /// <summary>Changes one; changed words need a new approval.</summary>
    public Task<Outcome> ChangeAsync(int number, Guid id, EvidenceFacts facts, int version, Viewer by, CancellationToken ct) => OnOneAsync(number, id, version, by, async (project, item, moment, stop) =>
    {
        if (await RefusalAsync(project, facts, moment, stop) is { } no)
        {
            return no;
        }

        item.Describe(facts);
        project.Note(moment, ProjectEventKind.EvidenceChanged, null, facts.Text);
        return Outcome.Done;
    }, ct);

    /// <summary>Notes that somebody who may has said that it is right.</summary>
    public Task<Outcome> ApproveAsync(int number, Guid id, string? approver, int version, Viewer by, CancellationToken ct) => OnOneAsync(number, id, version, by, (project, item, moment, _) =>
    {
        if (string.IsNullOrWhiteSpace(approver) || approver.Trim().Length > 100)
        {
            return Task.FromResult(Outcome.Refuse("Say who approved it, in at most 100 characters.", "Approver"));
        }

        item.Approve(moment.Now, approver.Trim());
        project.Note(moment, ProjectEventKind.EvidenceChanged, null, $"Approved by {approver.Trim()}");
        return Task.FromResult(Outcome.Done);
    }, ct);

    /// <summary>Takes one away.</summary>
    public Task<Outcome> RemoveAsync(int number, Guid id, int version, Viewer by, CancellationToken ct) => OnOneAsync(number, id, version, by, (project, item, moment, _) =>
    {
        db.EvidenceItems.Remove(item);
        project.Note(moment, ProjectEventKind.EvidenceChanged, null, $"Taken away: {item.Text}");
        return Task.FromResult(Outcome.Done);
    }, ct);

    private Task<Outcome> OnOneAsync(int number, Guid id, int version, Viewer by, Func<Project, EvidenceItem, ProjectMoment, CancellationToken, Task<Outcome>> command, CancellationToken ct) =>
        door.OnAsync(number, null, by, async (project, moment, stop) =>
        {
            by.MustDrive(project);
            var item = await db.EvidenceItems.SingleOrDefaultAsync(row => row.Id == id && row.ProjectId == project.Id, stop) ?? throw new MissingException("quote or figure");
            return item.Version == version ? await command(project, item, moment, stop) : throw new StaleVersionException("quote or figure");
        }, ct);

    private async Task<Outcome?> RefusalAsync(Project project, EvidenceFacts facts, ProjectMoment moment, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(facts.Text) || facts.Text.Trim().Length > EvidenceItem.TextLength ? Outcome.Refuse($"Write it as it will be printed, in at most {EvidenceItem.TextLength} characters.", nameof(facts.Text))
        : string.IsNullOrWhiteSpace(facts.Source) || facts.Source.Trim().Length > EvidenceItem.SourceLength ? Outcome.Refuse("Say where it comes from: a call, a report, a mail.", nameof(facts.Source))
        : !Days.Holds(facts.SourcedOn) || facts.SourcedOn > moment.Today ? Outcome.Refuse("The day of the source is today or before.", nameof(facts.SourcedOn))
        : !Days.Holds(facts.StaleOn) || facts.StaleOn <= facts.SourcedOn ? Outcome.Refuse("It is to be checked again on a day after its source.", nameof(facts.StaleOn))
        : facts.SpeakerId is { } speaker && !await db.Contacts.AnyAsync(contact => contact.Id == speaker && contact.CustomerId == project.CustomerId, ct) ? Outcome.Refuse("Choose a contact of this customer.", nameof(facts.SpeakerId))
        : null;
}
