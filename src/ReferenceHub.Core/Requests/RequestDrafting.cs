using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Sending a request, and correcting it afterwards.</summary>
public sealed class RequestDrafting(ReferenceHubDbContext db, TimeProvider clock, RequestDoor door, RequestSending sending, ProspectAddresses addresses, TriageNotices notices)
{
    /// <summary>
    /// Sends a new request, or a draft of one's own; answers its number, or why it can't be sent. A form that is sent twice, known by
    /// <paramref name="formId"/>, makes one request.
    /// </summary>
    public Task<Outcome<int>> SubmitAsync(int? draft, RequestNeed need, Viewer by, CancellationToken ct, Guid? formId = null) =>
        SubmitAsync(new SentForm(draft, need, formId), by, ct);

    /// <summary>Sends a form.</summary>
    public async Task<Outcome<int>> SubmitAsync(SentForm form, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        var sent = await sending.SendAsync(
            form,
            by,
            (rule, stop) => rule.WhyNotAsync(db, clock, stop),
            (request, _, promise, moment, _) =>
            {
                request.Submit(moment, promise);
                return Task.FromResult(Outcome.Done);
            },
            ct);
        return sent.IsDone ? sent.Value!.Number : Outcome<int>.Refuse(sent.Refusal!, sent.Field);
    }

    /// <summary>The field at which a correction of what was corrected meanwhile is refused.</summary>
    public const string StaleField = "Shown";

    /// <summary>
    /// Corrects what is needed after it was sent. Deal, needed-by and sponsor follow the rules of sending when they change. Refused when what is kept is
    /// no longer what was <paramref name="shown"/>, as <see cref="NeedChanges.MarkOf"/> marks it.
    /// </summary>
    public Task<Outcome> CorrectAsync(int number, RequestNeed need, string shown, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);
            var kept = RequestQueries.NeedOf(request);
            if (shown != NeedChanges.MarkOf(kept) && NeedChanges.InWords(kept, need) is { Length: > 0 } differences)
            {
                return Outcome.Refuse($"This request was corrected meanwhile, by somebody else or in another window. Nothing was replaced. {differences}. Put right what you typed; sending it again replaces what is kept.", StaleField);
            }

            if ((NeedCheck.WhyIncomplete(need) ?? await NeedCheck.WhyNotAsync(db, request, need, by, stop)) is { } no)
            {
                return no;
            }

            var dealChanged = need.OpportunityId != request.OpportunityId;
            if (dealChanged || need.NeededBy != request.NeededBy || string.IsNullOrWhiteSpace(need.Sponsor) != (request.Sponsor is null) || (request.NdaInPlace && !need.NdaInPlace))
            {
                var type = await db.ActivityTypes.SingleAsync(row => row.Key == need.ActivityKey, stop);
                var deals = dealChanged ? db.Opportunities.PickableBy(by) : db.Opportunities;
                var rule = new SendRule(need, type, deals) { PromisedAt = request.OriginalDueAt, NeededByBefore = request.NeededBy };
                if (await rule.WhyNotAsync(db, clock, stop) is { } refused)
                {
                    return refused;
                }
            }

            request.Correct(moment, need);
            if (await addresses.FollowAsync(request, kept, nameof(RequestNeed.ProspectEmail), moment, stop) is { IsDone: false } tooMany)
            {
                return tooMany;
            }

            await notices.EditedAsync(request, NeedChanges.Between(kept, RequestQueries.NeedOf(request)), moment, stop);
            if (dealChanged)
            {
                await DealAsk.NoteAsync(db, need.OpportunityId!.Value, request.RequesterId, stop);
            }

            return Outcome.Done;
        }, ct);
}
