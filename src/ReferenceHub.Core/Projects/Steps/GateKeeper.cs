using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

/// <summary>What has to be true before a step is done: a gate names what is missing, and an approval counts for the last version alone.</summary>
public sealed class GateKeeper(ReferenceHubDbContext db)
{
    /// <summary>Why a step cannot be done yet; null when it can.</summary>
    public async Task<Outcome?> WhyNotAsync(Project project, ProjectStep step, ProjectMoment moment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(moment);
        if (step.Gate == StepGate.Consent && project.Makes is { } makes && await ConsentAsync(project.CustomerId, makes, moment.Today, ct) is { } no)
        {
            return Outcome.Refuse($"{no} Ask for it, or record it with the proof on the customer's page, then come back.");
        }

        if (step.Work == StepWork.Draft && !await db.TextVersions.AnyAsync(version => version.ProjectId == project.Id, ct))
        {
            return Outcome.Refuse("There is no version of the text yet: write it and keep a version first.");
        }

        return step.Work == StepWork.Approval ? await ApprovalAsync(project.Id, step, ct) : null;
    }

    /// <summary>Why content may not be published by the customer's word; null when it may.</summary>
    public async Task<string?> ConsentAsync(Guid customerId, AssetKind makes, DateOnly today, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().Include(row => row.Permissions).SingleAsync(row => row.Id == customerId, ct);
        return AssetUsability.WhyNotAllowed(makes, customer.Status, customer.Permissions, today);
    }

    /// <summary>Steps behind the draft that approve, were not left out, and have not said yes to exactly the last version of the text; none while there is no text.</summary>
    public async Task<IReadOnlyList<ProjectStep>> UnapprovedAsync(Project project, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (await LastAsync(project.Id, ct) is not { } last)
        {
            return [];
        }

        var yes = await db.TextVerdicts.AsNoTracking()
            .Where(verdict => verdict.ProjectId == project.Id && verdict.FileId == null && verdict.Hash == last.Hash && verdict.Verdict == Verdict.Approved)
            .Select(verdict => verdict.StepKey).ToListAsync(ct);
        var draft = project.Steps.Where(step => step.Work == StepWork.Draft).Select(step => step.Key).ToList();
        return
        [
            .. project.Steps.Where(step => step.Work == StepWork.Approval && step.State != StepState.Skipped && step.IsCounted && !yes.Contains(step.Key)
                && StepOrder.Before(project.Steps, step.Key).Any(draft.Contains)).OrderBy(step => step.Place),
        ];
    }

    private async Task<Outcome?> ApprovalAsync(Guid projectId, ProjectStep step, CancellationToken ct)
    {
        var last = await LastAsync(projectId, ct);
        var verdicts = await db.TextVerdicts.AsNoTracking().Where(verdict => verdict.ProjectId == projectId && verdict.StepKey == step.Key && verdict.Round == step.Rounds && verdict.Verdict == Verdict.Approved)
            .Select(verdict => new { verdict.Hash, verdict.FileId }).ToListAsync(ct);
        return last is null && verdicts.Count == 0 ? Outcome.Refuse("There is nothing to approve yet: keep a version of the text, or hand in a file.")
            : verdicts.Exists(verdict => verdict.FileId is not null || verdict.Hash == last?.Hash) ? null
            : Outcome.Refuse(last is null
                ? "Approve a file first."
                : string.Create(CultureInfo.InvariantCulture, $"Version {last.Number} has not been approved in this step yet. Approve it, or send it back."));
    }

    private Task<TextVersion?> LastAsync(Guid projectId, CancellationToken ct) =>
        db.TextVersions.AsNoTracking().Where(version => version.ProjectId == projectId).OrderByDescending(version => version.Number).FirstOrDefaultAsync(ct);
}
