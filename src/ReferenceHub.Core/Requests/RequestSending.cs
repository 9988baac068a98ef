using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A form as it is sent: for a draft of one's own or a new request; a form that is sent twice is known by <paramref name="FormId"/>.</summary>
public sealed record SentForm(int? Draft, RequestNeed Need, Guid? FormId)
{
    /// <summary>Version of the draft that the form was made from; null when it does not matter.</summary>
    public int? DraftVersion { get; init; }
}

/// <summary>What a form made, now or when it was sent before, and the content that answered it.</summary>
public sealed record SentRequest(int Number, Guid? ContentId);

/// <summary>The one step by which a form becomes a request that was sent; to people, or answered with content.</summary>
public sealed class RequestSending(ReferenceHubDbContext db, RequestDoor door, RequestPromises promises, RequestSheets sheets, RequestNews news)
{
    /// <summary>Sends it as <paramref name="submit"/> says once <paramref name="whyNot"/> has nothing against it; sent before, it answers what that made.</summary>
    internal Task<Outcome<SentRequest>> SendAsync(SentForm form, Viewer by, Func<SendRule, CancellationToken, Task<Outcome?>> whyNot, Submit submit, CancellationToken ct)
    {
        var need = form.Need;
        by.MustHave(Right.AskForReference);
        return db.WriteAsync<Outcome<SentRequest>>(
            async stop =>
            {
                if (await sheets.SentAsync(form.FormId, need, by, stop) is { } sent)
                {
                    return new SentRequest(sent.Number, sent.ContentId);
                }

                var type = await db.ActivityTypes.SingleOrDefaultAsync(row => row.Key == need.ActivityKey && row.Enabled, stop);
                if (type is null)
                {
                    return Outcome<SentRequest>.Refuse("Choose what you need.", nameof(need.ActivityKey));
                }

                var requester = need.For ?? by.UserId;
                var promise = await promises.ForAsync(type, requester, stop);
                var rule = new SendRule(need, type, db.Opportunities.PickableBy(by)) { PromisedAt = promise.DueAt };
                if ((await whyNot(rule, stop) ?? await NeedCheck.PreferredAsync(db, null, need, stop) ?? await NeedCheck.RequesterAsync(db, null, need, by, stop)
                    ?? await NeedCheck.ProspectAsync(db, null, need, stop) ?? await sheets.WhyStaleAsync(form, by, stop)) is { } no)
                {
                    return Outcome<SentRequest>.Refuse(no.Refusal!, no.Field);
                }

                var request = await sheets.TakeAsync(form.Draft, need, by, form.FormId, stop);
                var done = await submit(request, type, promise, await door.MomentAsync(by, promise.CalendarId, stop), stop);
                if (!done.IsDone)
                {
                    return Outcome<SentRequest>.Refuse(done.Refusal!, done.Field);
                }

                await DealAsk.NoteAsync(db, need.OpportunityId!.Value, requester, stop);
                await news.SentAsync(request, type, by, stop);
                await db.SaveChangesAsync(stop);
                return new SentRequest(request.Number, request.ContentId);
            },
            ct);
    }

    /// <summary>Sends the request itself, at a moment, with its promise.</summary>
    internal delegate Task<Outcome> Submit(ReferenceRequest request, ActivityType type, Promise promise, Moment moment, CancellationToken ct);
}
