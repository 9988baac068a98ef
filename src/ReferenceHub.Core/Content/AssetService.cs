using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Content added and edited; each change of text, link or file is kept as a version.</summary>
public sealed class AssetService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, AssetChecks checks, AssetIndex index)
{
    /// <summary>Adds a draft about a customer.</summary>
    public Task<Outcome<Guid>> CreateAsync(Guid customerId, AssetEdit edit, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageContent);
        return db.WriteAsync<Outcome<Guid>>(
            async ct =>
            {
                if (!await db.Customers.Present().AnyAsync(customer => customer.Id == customerId, ct))
                {
                    return Outcome<Guid>.Refuse("Choose a customer.", nameof(Asset.CustomerId));
                }

                edit = Settled(edit, await TermBook.ReadAsync(db, ct));
                if (await checks.RefuseAsync(edit, null, customerId, by, ct) is { } refusal)
                {
                    return Outcome<Guid>.Refuse(refusal.Refusal!, refusal.Field);
                }

                var now = clock.UtcNow();
                var asset = new Asset(ids.Next(), customerId, edit.ToFacts(await db.ProgramDayAsync(now, ct)), now);
                asset.About(edit.Terms);
                asset.Fill(edit.Text, edit.Link, edit.FileId);
                db.Assets.Add(asset);
                db.AssetVersions.Add(asset.Freeze(ids.Next(), null, by.ActorId, now));
                await index.WriteAsync(asset, ct);
                history.Record(by, SubjectKind.Asset, asset.Id, "created", $"Added {asset.Kind.InWords()} “{asset.Title}”");
                await db.SaveChangesAsync(ct);
                return asset.Id;
            },
            ct);
    }

    /// <summary>The content as a form shows it, for somebody who may edit it.</summary>
    public async Task<(AssetEdit Edit, int Version, Asset Asset)> ReadAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var asset = await LoadAsync(id, by, ct);
        return (AssetEdit.Of(asset), asset.Version, asset);
    }

    /// <summary>Saves an edit, as a version with a note where text, link or file changed; one that meets another edit comes back field by field.</summary>
    public Task<EditOutcome<AssetEdit>> EditAsync(Guid id, AssetEdit edit, EditMark<AssetEdit> mark, string? note, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(mark);
        return db.WriteAsync(
            async ct =>
            {
                var asset = await LoadAsync(id, by, ct);
                var saved = AssetEdit.Of(asset);
                var terms = await TermBook.ReadAsync(db, ct);
                var (mine, shown) = (Settled(edit, terms), mark with { Was = Settled(mark.Was, terms) });
                var names = await NamesAsync([mine, saved, shown.Was], ct);
                var (settled, clash) = EditMerge.Settle(AssetFields.All, mine, shown, saved, asset.Version, names);
                if (clash is not null)
                {
                    return EditOutcome<AssetEdit>.Met(clash);
                }

                if (await checks.RefuseAsync(settled, saved, asset.CustomerId, by, ct) is { } refusal)
                {
                    return EditOutcome<AssetEdit>.Refuse(refusal.Refusal!, refusal.Field);
                }

                if (settled.Kind != saved.Kind && asset.State == AssetState.Published)
                {
                    return EditOutcome<AssetEdit>.Refuse("Content in use keeps its kind: another kind may need another permission. Withdraw it first.", nameof(AssetEdit.Kind));
                }

                await SaveAsync(asset, settled, saved, note, names, by, ct);
                return EditOutcome<AssetEdit>.Done;
            },
            ct);
    }

    /// <summary>Brings back text, link and file of an older version, as a new one.</summary>
    public Task<Outcome> RestoreAsync(Guid id, int number, Viewer by, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var asset = await LoadAsync(id, by, ct);
            var version = await db.AssetVersions.AsNoTracking().SingleOrDefaultAsync(version => version.AssetId == id && version.Number == number, ct) ?? throw new MissingException("version");
            var saved = AssetEdit.Of(asset);
            var restored = saved with { Text = version.Text, Link = version.Link, FileId = version.FileId };
            if (!restored.SaysOtherThan(saved))
            {
                return Outcome.Refuse($"Version {number} says what is there already.");
            }

            await SaveAsync(asset, restored, saved, $"Version {number} brought back", await NamesAsync([restored, saved], ct), by, ct);
            return Outcome.Done;
        },
        ct);

    private async Task SaveAsync(Asset asset, AssetEdit edit, AssetEdit saved, string? note, EditNames names, Viewer by, CancellationToken ct)
    {
        var changes = EditMerge.Changes(AssetFields.All, saved, edit, names);
        if (changes.Count == 0)
        {
            return;
        }

        var now = clock.UtcNow();
        KeepFirstVersion(asset, now);
        asset.Describe(edit.ToFacts(asset.PublishedOn), now);
        asset.About(edit.Terms);
        if (edit.SaysOtherThan(saved))
        {
            asset.Fill(edit.Text, edit.Link, edit.FileId);
            db.AssetVersions.Add(asset.Freeze(ids.Next(), note, by.ActorId, now));
        }

        await index.WriteAsync(asset, ct);
        history.Record(by, SubjectKind.Asset, asset.Id, "edited", $"Changed {string.Join(", ", changes.Select(change => change.Field.ToLowerInvariant()))}", [.. changes.Select(Shortened)]);
        await db.SaveChangesAsync(ct);
    }

    // A form opened before a merge still names the term that was merged.
    private static AssetEdit Settled(AssetEdit edit, TermBook terms) => edit with
    {
        Terms = [.. edit.Terms.Select(terms.Settle).Distinct().Order()],
        Language = terms.Find(TermKind.Language, edit.Language)?.Key ?? edit.Language,
    };

    // Content older than versions has none yet: what is about to be replaced becomes the first.
    private void KeepFirstVersion(Asset asset, DateTime now)
    {
        if (asset.VersionNumber == 0)
        {
            db.AssetVersions.Add(asset.Freeze(ids.Next(), "As it was before versions were kept", null, now));
        }
    }

    // Versions hold whole texts; history says that it changed.
    private static FieldChange Shortened(FieldChange change) => change with { Before = Short(change.Before), After = Short(change.After) };

    private static string? Short(string? text) => text is { Length: > 200 } ? $"{text[..(char.IsHighSurrogate(text[199]) ? 199 : 200)]} …" : text;

    private async Task<Asset> LoadAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageContent);
        var now = clock.UtcNow();
        return await db.Assets.Include(asset => asset.Terms).VisibleTo(by, db, now, await db.ProgramDayAsync(now, ct)).SingleOrDefaultAsync(asset => asset.Id == id, ct)
            ?? throw new MissingException("content");
    }

    private async Task<EditNames> NamesAsync(IReadOnlyList<AssetEdit> edits, CancellationToken ct)
    {
        var terms = edits.SelectMany(edit => edit.Terms).Distinct().ToList();
        var others = edits.SelectMany(edit => new[] { edit.OwnerId, edit.SpeakerId, edit.FileId }).OfType<Guid>().Distinct().ToList();
        var names = await db.Terms.AsNoTracking().Where(term => terms.Contains(term.Id)).Select(term => new { term.Id, term.Name })
            .Concat(db.Users.AsNoTracking().Where(user => others.Contains(user.Id)).Select(user => new { user.Id, user.Name }))
            .Concat(db.Contacts.AsNoTracking().Where(contact => others.Contains(contact.Id)).Select(contact => new { contact.Id, contact.Name }))
            .Concat(db.Attachments.AsNoTracking().Where(file => others.Contains(file.Id)).Select(file => new { file.Id, file.Name }))
            .ToListAsync(ct);
        return new EditNames(names.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Name));
    }
}
