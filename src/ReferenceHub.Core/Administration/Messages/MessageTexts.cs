using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>Which text: of a kind, in a language, for one activity type or (empty) for all.</summary>
public sealed record MessageTextKey(string Kind, string Language, string Activity);

/// <summary>A text as the editor shows it: what is in force, its version (0 while it is not edited), what stands in for it, and its changes.</summary>
public sealed record TextPage(MessageTextKey Key, MessageKind Kind, MessageText Text, int Version, MessageText Otherwise, IReadOnlyList<HistoryEvent> Changes);

/// <summary>The texts of messages, edited in the browser: for all activity types or for one, in each language a kind is written in.</summary>
public sealed class MessageTexts(ReferenceHubDbContext db, OrganisationCache organisations, HistoryLog history)
{
    private const int ChangesShown = 20;

    /// <summary>The texts that were edited.</summary>
    public async Task<IReadOnlyList<MessageTextKey>> EditedAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageSettings);
        return await db.MessageTemplates.AsNoTracking().Select(row => new MessageTextKey(row.Kind, row.Language, row.ActivityKey)).ToListAsync(ct);
    }

    /// <summary>One text with what it falls back on.</summary>
    public async Task<TextPage> ReadAsync(MessageTextKey key, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageSettings);
        var kind = await MustKnowAsync(key, ct);
        var rows = await db.MessageTemplates.AsNoTracking()
            .Where(row => row.Kind == key.Kind && row.Language == key.Language && (row.ActivityKey == key.Activity || row.ActivityKey == "")).ToListAsync(ct);
        var own = rows.Find(row => row.ActivityKey == key.Activity);
        var general = rows.Find(row => row.ActivityKey.Length == 0 && key.Activity.Length > 0);
        var otherwise = general is null ? ShippedTexts.Of(kind, key.Language) : new MessageText(general.Subject, general.Body);
        var subject = SubjectOf(key);
        var changes = await db.HistoryEvents.AsNoTracking().Where(line => line.Subject == SubjectKind.Settings && line.SubjectId == subject)
            .OrderByDescending(line => line.At).Take(ChangesShown).ToListAsync(ct);
        return new TextPage(key, kind, own is null ? otherwise : new MessageText(own.Subject, own.Body), own?.Version ?? 0, otherwise, changes);
    }

    /// <summary>Saves a text over the one that stood at <paramref name="version"/>.</summary>
    public async Task<Outcome> SaveAsync(MessageTextKey key, MessageText text, int version, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        by.MustHave(Right.ManageSettings);
        var kind = await MustKnowAsync(key, ct);
        text = new MessageText(text.Subject.Trim(), text.Body.ReplaceLineEndings("\n").Trim());
        if (MessageTextCheck.Of(kind, text) is { IsDone: false } refused)
        {
            return refused;
        }

        return await db.WriteAsync(
            async inner =>
            {
                var row = await RowAsync(key, version, inner);
                var before = row is null ? null : new MessageText(row.Subject, row.Body);
                if (text == (before ?? (await ReadAsync(key, by, inner)).Otherwise))
                {
                    return Outcome.Done;
                }

                if (row is null)
                {
                    db.MessageTemplates.Add(new MessageTemplate(SubjectOf(key), key.Kind, key.Language, key.Activity, text.Subject, text.Body));
                }
                else
                {
                    row.Edit(text.Subject, text.Body);
                }

                Record(by, key, "changed-message", $"Changed the text of “{kind.Name}”", before, text);
                await db.SaveChangesAsync(inner);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Drops an edited text, so that the one it stood in for holds again.</summary>
    public async Task<Outcome> RestoreAsync(MessageTextKey key, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManageSettings);
        var kind = await MustKnowAsync(key, ct);
        return await db.WriteAsync(
            async inner =>
            {
                if (await RowAsync(key, version, inner) is { } row)
                {
                    db.MessageTemplates.Remove(row);
                    Record(by, key, "restored-message", $"Went back to the shipped text of “{kind.Name}”", new MessageText(row.Subject, row.Body), null);
                    await db.SaveChangesAsync(inner);
                }

                return Outcome.Done;
            },
            ct);
    }

    /// <summary>How a text looks with sample values, or why it may not be used.</summary>
    public async Task<Outcome<WrittenLetter>> PreviewAsync(MessageTextKey key, MessageText text, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.ManageSettings);
        var kind = await MustKnowAsync(key, ct);
        if (MessageTextCheck.Of(kind, text) is { IsDone: false } refused)
        {
            return Outcome<WrittenLetter>.Refuse(refused.Refusal!, refused.Field);
        }

        var organisation = (await organisations.GetAsync(ct)).Name;
        var values = new Dictionary<string, string?>(MessageSamples.Of(kind), StringComparer.Ordinal) { ["organisation"] = organisation };
        return LetterPress.Write(text, key.Language, values, LetterFooters.Of(key.Language, organisation, false));
    }

    private async Task<MessageTemplate?> RowAsync(MessageTextKey key, int version, CancellationToken ct)
    {
        var row = await db.MessageTemplates.SingleOrDefaultAsync(one => one.Kind == key.Kind && one.Language == key.Language && one.ActivityKey == key.Activity, ct);
        return (row?.Version ?? 0) == version ? row : throw new StaleVersionException("text");
    }

    private void Record(Viewer by, MessageTextKey key, string verb, string summary, MessageText? before, MessageText? after) => history.Record(
        by, SubjectKind.Settings, SubjectOf(key), verb, summary,
        [.. new[] { new FieldChange("Subject", before?.Subject, after?.Subject), new FieldChange("Text", before?.Body, after?.Body) }.Where(change => change.Before != change.After)]);

    private async Task<MessageKind> MustKnowAsync(MessageTextKey key, CancellationToken ct)
    {
        var kind = MessageCatalog.Find(key.Kind);
        var isKnown = kind is not null && kind.Languages.Contains(key.Language, StringComparer.Ordinal)
            && (key.Activity.Length == 0 || (kind.ByActivity && await db.ActivityTypes.AnyAsync(type => type.Key == key.Activity, ct)));
        return isKnown ? kind! : throw new MissingException("message");
    }

    // History goes on when a text is dropped and edited again: its subject is the text's place, which is the key of the row, too.
    private static Guid SubjectOf(MessageTextKey key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Kind}/{key.Language}/{key.Activity}"))[..16]);
}
