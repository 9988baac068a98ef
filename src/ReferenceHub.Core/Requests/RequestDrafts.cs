using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A draft as it is kept: its number, and the version that the next save names.</summary>
public sealed record DraftKept(int Number, int Version);

/// <summary>A draft of somebody that waits to be gone on with.</summary>
public sealed record DraftLine(int Number, string? Prospect, DateTime At);

/// <summary>Keeps what is typed into a request form, again and again while it is typed, and throws it away. Drafts are their writer's alone.</summary>
public sealed class RequestDrafts(ReferenceHubDbContext db, RequestSheets sheets)
{
    /// <summary>Keeps a form as a draft: a new one, or one that is there. What was written elsewhere meanwhile is never replaced.</summary>
    public Task<Outcome<DraftKept>> KeepAsync(SentForm form, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.AskForReference);
        return db.WriteAsync<Outcome<DraftKept>>(
            async stop =>
            {
                if (form.FormId is { } id && await db.Requests.Where(row => row.Id == id && row.State != RequestState.Draft).Select(row => (int?)row.Number).SingleOrDefaultAsync(stop) is { } sent)
                {
                    throw new IllegalMoveException($"This was sent already as request #{sent}.");
                }

                var known = form.Draft is { } number ? await db.Requests.VisibleTo(by, db).SingleOrDefaultAsync(row => row.Number == number, stop) : null;
                if ((await NeedCheck.WhyNotAsync(db, known, form.Need, by, stop) ?? await sheets.WhyStaleAsync(form, by, stop)) is { } no)
                {
                    return Outcome<DraftKept>.Refuse(no.Refusal!, no.Field);
                }

                var draft = await sheets.TakeAsync(form.Draft, form.Need, by, form.FormId, stop);
                await db.SaveChangesAsync(stop);
                return new DraftKept(draft.Number, draft.Version);
            },
            ct);
    }

    /// <summary>Throws a draft of one's own away.</summary>
    public Task<Outcome> RemoveAsync(int number, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        return db.WriteAsync(
            async stop =>
            {
                var draft = await db.Requests.VisibleTo(by, db).SingleOrDefaultAsync(row => row.Number == number, stop) ?? throw new MissingException("draft");
                db.Requests.Remove(RequestSheets.OwnDraft(draft, by));
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>The version of a draft as it is kept now; null when it is none of this person's.</summary>
    public Task<int?> VersionAsync(int number, Viewer by, CancellationToken ct) => db.Requests.AsNoTracking().OwnOf(by.UserId)
        .Where(row => row.Number == number && row.State == RequestState.Draft).Select(row => (int?)row.Version).SingleOrDefaultAsync(ct);

    /// <summary>The drafts somebody wrote last.</summary>
    public async Task<IReadOnlyList<DraftLine>> LastAsync(Viewer by, int most, CancellationToken ct) => await db.Requests.AsNoTracking().OwnOf(by.UserId)
        .Where(row => row.State == RequestState.Draft).OrderByDescending(row => row.Number).Take(most)
        .Select(row => new DraftLine(row.Number, row.ProspectName ?? row.Opportunity!.AccountName ?? row.Opportunity.Name, row.CreatedAt)).ToListAsync(ct);
}
