using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

/// <summary>Lets the content of a project go out: only what the customer has granted, and exactly what every gate has approved.</summary>
public sealed class ProjectPublishing(ReferenceHubDbContext db, ProjectDoor door, GateKeeper gates, AssetChecks checks, AssetIndex index, HistoryLog history)
{
    /// <summary>What publishing needs and what there is of it.</summary>
    public async Task<PublishNeeds?> NeedsAsync(Project project, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Makes is not { } makes)
        {
            return null;
        }

        var scope = AssetConsent.ScopeOf(makes);
        var permission = await db.Permissions.AsNoTracking().SingleOrDefaultAsync(row => row.CustomerId == project.CustomerId && row.Scope == scope, ct);
        List<string> missing = [];
        if (await gates.ConsentAsync(project.CustomerId, makes, today, ct) is { } no)
        {
            missing.Add($"{no} It needs a granted, valid permission for: {scope.InWords()}.");
        }

        missing.AddRange((await gates.UnapprovedAsync(project, ct)).Select(step => $"“{step.Name}” has not approved the last version of the text."));
        var stale = await db.EvidenceItems.AsNoTracking().CountAsync(item => item.ProjectId == project.Id && (item.ApprovedAt == null || item.StaleOn <= today), ct);
        if (stale > 0)
        {
            missing.Add(string.Create(CultureInfo.InvariantCulture, $"{stale} of its quotes and figures {(stale == 1 ? "is" : "are")} not approved, or to be checked again."));
        }

        return new PublishNeeds(scope, permission?.StatusOn(today) ?? PermissionStatus.Unknown, permission?.ValidUntil, missing);
    }

    /// <summary>Publishes: makes the content, or renews what there is.</summary>
    public Task<Outcome> PublishAsync(int number, string key, PublishForm form, int version, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageContent);
        return door.OnAsync(number, version, by, async (project, moment, stop) =>
        {
            by.MustWorkOn(project, project.Step(key));
            if (await NeedsAsync(project, moment.Today, stop) is not { } needs)
            {
                throw new IllegalMoveException("This project makes no content.");
            }

            if (needs.Missing.Count > 0)
            {
                return Outcome.Refuse($"Not published. {string.Join(" ", needs.Missing)}");
            }

            var edit = await EditAsync(project, form, moment, stop);
            var asset = await AssetOfAsync(project, form.AssetId, stop);
            var saved = asset is null ? null : AssetEdit.Of(asset);
            if (await checks.RefuseAsync(edit, (saved ?? edit) with { FileId = edit.FileId }, project.CustomerId, by, stop) is { } refusal)
            {
                return refusal;
            }

            if (edit.Text is null && edit.Link is null && edit.FileId is null)
            {
                return Outcome.Refuse("There is nothing to publish yet: keep a version of the text, hand in a file, or give a link.", nameof(form.FileId));
            }

            if (form.ExpiresOn is { } end && end < moment.Today)
            {
                return Outcome.Refuse("Its last day is over: set a later one, or none.", nameof(form.ExpiresOn));
            }

            project.Publish(moment, key, await WriteAsync(project, asset, edit, moment, stop));
            return Outcome.Done;
        }, ct);
    }

    private async Task<AssetEdit> EditAsync(Project project, PublishForm form, ProjectMoment moment, CancellationToken ct)
    {
        var text = await db.TextVersions.AsNoTracking().Where(version => version.ProjectId == project.Id).OrderByDescending(version => version.Number).Select(version => version.Body).FirstOrDefaultAsync(ct);
        var file = form.FileId is { } id
            ? await db.ProjectFiles.AsNoTracking().Where(row => row.Id == id && row.ProjectId == project.Id).Select(row => row.AttachmentId).SingleOrDefaultAsync(ct) ?? throw new MissingException("file")
            : (Guid?)null;
        return new AssetEdit
        {
            Title = form.Title,
            Kind = project.Makes!.Value,
            Summary = form.Summary,
            Language = form.Language,
            Confidentiality = form.Confidentiality,
            Terms = [.. form.Terms],
            SpeakerId = form.SpeakerId,
            OwnerId = project.LeadId,
            PublishedOn = moment.Today,
            ExpiresOn = form.ExpiresOn,
            NextReviewOn = form.NextReviewOn ?? moment.Today.AddDays(AssetPublishing.ReviewEveryDays),
            Text = text,
            Link = string.IsNullOrWhiteSpace(form.Link) ? null : form.Link.Trim(),
            FileId = file,
        };
    }

    private async Task<Asset?> AssetOfAsync(Project project, Guid? assetId, CancellationToken ct) => assetId is not { } id ? null
        : await db.Assets.Include(row => row.Terms).SingleOrDefaultAsync(row => row.Id == id && row.CustomerId == project.CustomerId && row.Kind == project.Makes, ct) ?? throw new MissingException("content");

    private async Task<Guid> WriteAsync(Project project, Asset? asset, AssetEdit edit, ProjectMoment moment, CancellationToken ct)
    {
        if (asset is null)
        {
            asset = new Asset(moment.Ids.Next(), project.CustomerId, edit.ToFacts(moment.Today), moment.Now);
            db.Assets.Add(asset);
        }
        else
        {
            asset.Describe(edit.ToFacts(moment.Today), moment.Now);
        }

        asset.About(edit.Terms);
        asset.Fill(edit.Text, edit.Link, edit.FileId);
        db.AssetVersions.Add(asset.Freeze(moment.Ids.Next(), string.Create(CultureInfo.InvariantCulture, $"Published by project {project.Number}"), moment.By.ActorId, moment.Now));
        if (asset.State != AssetState.Published)
        {
            asset.Publish(moment.Today, moment.Now);
        }

        await index.WriteAsync(asset, ct);
        history.Record(moment.By, SubjectKind.Asset, asset.Id, "published", string.Create(CultureInfo.InvariantCulture, $"Published by project {project.Number}"));
        return asset.Id;
    }
}
