using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>The request behind a form: a new one, or a draft of one's own. A form that is sent twice, known by its id, makes one request.</summary>
public sealed class RequestSheets(ReferenceHubDbContext db, TimeProvider clock, IIds ids)
{
    /// <summary>The field that a draft changed elsewhere is told at.</summary>
    public const string DraftField = "DraftVersion";

    /// <summary>What the form made when it was sent before, or null.</summary>
    public async Task<ReferenceRequest?> SentAsync(Guid? formId, RequestNeed need, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(by);
        return formId is { } form && await db.Requests.SingleOrDefaultAsync(row => row.Id == form && (row.EnteredById ?? row.RequesterId) == by.UserId && row.State != RequestState.Draft, ct) is { } sent
            && IsSame(RequestQueries.NeedOf(sent), need) ? sent : null;
    }

    /// <summary>Why a form may not replace a draft: it holds what was written elsewhere meanwhile. Null when it may.</summary>
    public async Task<Outcome?> WhyStaleAsync(SentForm form, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Draft is not { } number || form.DraftVersion is not { } version)
        {
            return null;
        }

        var kept = await db.Requests.AsNoTracking().VisibleTo(by, db).Where(row => row.Number == number).Select(row => new { row.Version, row.State }).SingleOrDefaultAsync(ct);
        return kept is { State: RequestState.Draft } && kept.Version != version
            ? Outcome.Refuse("This draft was changed in another window meanwhile. Nothing of either was replaced: look at what is kept, then say which of them stays.", DraftField)
            : null;
    }

    /// <summary>The draft with what the form says now, or a new request.</summary>
    public async Task<ReferenceRequest> TakeAsync(int? draft, RequestNeed need, Viewer by, Guid? formId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (draft is { } number)
        {
            var kept = await db.Requests.VisibleTo(by, db).SingleOrDefaultAsync(row => row.Number == number, ct) ?? throw new MissingException("draft");
            OwnDraft(kept, by).Describe(need);
            return kept;
        }

        // Kept while it was typed, and sent before the answer with its number was there.
        if (formId is { } typed && await db.Requests.SingleOrDefaultAsync(row => row.Id == typed && row.State == RequestState.Draft, ct) is { } own && own.WriterId == by.UserId)
        {
            own.Describe(need);
            return own;
        }

        var id = formId is { } form && form != Guid.Empty && !await db.Requests.AnyAsync(row => row.Id == form, ct) ? form : ids.Next();
        var request = new ReferenceRequest(id, await NumberSeries.DrawAsync(db, "requests", ct), by.UserId, need, clock.UtcNow());
        db.Requests.Add(request);
        return request;
    }

    internal static ReferenceRequest OwnDraft(ReferenceRequest request, Viewer by)
    {
        if (request.WriterId != by.UserId)
        {
            throw new MissingException("draft");
        }

        return request.State == RequestState.Draft ? request : throw new IllegalMoveException("This request was sent already.");
    }

    // Whoever goes back and changes the form means another request.
    private static bool IsSame(RequestNeed sent, RequestNeed need) =>
        (sent.ActivityKey, sent.OpportunityId, sent.NeededBy, sent.Wanted) == (need.ActivityKey, need.OpportunityId, need.NeededBy, need.Wanted)
        && (sent.Text ?? "") == (need.Text?.Trim() ?? "")
        && (sent.Criteria ?? "") == (need.Criteria?.Trim() ?? "")
        && (sent.Requirements ?? "") == (need.Requirements?.Trim() ?? "");
}
