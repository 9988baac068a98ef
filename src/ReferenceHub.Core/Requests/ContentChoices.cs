using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>
/// Closes an ask with a piece of the library instead of people: deflected, the piece put beside the deal. Whether it may be used for this
/// prospect, by who chooses and by who asked, is looked up at that moment.
/// </summary>
public sealed class ContentChoices(ReferenceHubDbContext db, RequestDoor door, RequestSending sending, ShareRules rules, HistoryLog history)
{
    /// <summary>The field that a refusal of the piece itself is told at.</summary>
    public const string Field = "ContentId";

    /// <summary>Chosen while the form was written, or for a draft of one's own: answers the number of the request that this closed.</summary>
    public Task<Outcome<int>> InsteadAsync(int? draft, RequestNeed need, Guid assetId, Viewer by, CancellationToken ct, Guid? formId = null) =>
        InsteadAsync(new SentForm(draft, need, formId), assetId, by, ct);

    /// <summary>Chosen while a form was written: answers the number of the request that this closed.</summary>
    public async Task<Outcome<int>> InsteadAsync(SentForm form, Guid assetId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        var need = form.Need;
        var sent = await sending.SendAsync(
            form,
            by,
            (rule, stop) => rule.WhyNotForDealAsync(stop),
            async (request, type, promise, moment, stop) =>
            {
                var (asset, refused) = await PickAsync(assetId, need.OpportunityId, need.For ?? by.UserId, type, moment, stop);
                if (asset is null)
                {
                    return refused!;
                }

                request.SubmitAnswered(moment, promise, ReasonOf(asset.Kind), asset.Id);
                await DealContent.AddAsync(db, need.OpportunityId!.Value, asset, by, history, moment.Now, stop, request.Events[^1].Id);
                return Outcome.Done;
            },
            ct);
        if (!sent.IsDone)
        {
            return Outcome<int>.Refuse(sent.Refusal!, sent.Field);
        }

        // Sent as it stands before, then content was chosen after all; or the button was pressed twice.
        var (number, content) = sent.Value!;
        var closed = content == assetId ? Outcome.Done : await ForAsync(number, assetId, by, ct);
        return closed.IsDone ? number : Outcome<int>.Refuse(closed.Refusal!, closed.Field);
    }

    /// <summary>Chosen for a request that was sent: by its requester or the program. What was reserved comes back.</summary>
    public Task<Outcome> ForAsync(int number, Guid assetId, Viewer by, CancellationToken ct) =>
        door.OnAsync(number, by, async (request, moment, stop) =>
        {
            request.MustBeDrivenBy(by);

            if (request.State == RequestState.Draft)
            {
                throw new IllegalMoveException("This is a draft; go on writing and choose the content there.");
            }

            RequestStates.Check(request.State, RequestState.Deflected);
            var type = await db.ActivityTypes.SingleAsync(row => row.Key == request.ActivityKey, stop);
            var (asset, refused) = await PickAsync(assetId, request.OpportunityId, request.RequesterId, type, moment, stop);
            if (asset is null)
            {
                return refused!;
            }

            request.Deflect(moment, ReasonOf(asset.Kind), asset.Id);
            if (request.OpportunityId is { } deal)
            {
                await DealContent.AddAsync(db, deal, asset, by, history, moment.Now, stop, request.Events[^1].Id);
            }

            return Outcome.Done;
        }, ct);

    /// <summary>Why a request ended that a piece answered: the kind alone, for a title may name a customer that others who see the request may not know of.</summary>
    internal static string ReasonOf(AssetKind kind) => $"A {kind.InWords()} from the library";

    private async Task<(Asset? Asset, Outcome? Refused)> PickAsync(Guid assetId, Guid? dealId, Guid requesterId, ActivityType type, Moment moment, CancellationToken ct)
    {
        var channel = KindFit.ChannelOf(type.Scope);
        var chosen = await rules.SortAsync([assetId], moment.By, dealId, moment.Now, ct, channel);
        if (chosen.Refused.Count > 0)
        {
            return (null, Outcome.Refuse($"This content can't be used here. {chosen.Refused[0].Why}", Field));
        }

        if (chosen.Fine.Count == 0)
        {
            return (null, Outcome.Refuse("This content is no longer in use, or may not be used for this any more. Choose another.", Field));
        }

        if (requesterId != moment.By.UserId)
        {
            var requester = await db.Users.AsNoTracking().SingleAsync(user => user.Id == requesterId, ct);
            if ((await rules.SortAsync([assetId], requester.AsViewer(), dealId, moment.Now, ct, channel)).Fine.Count == 0)
            {
                return (null, Outcome.Refuse($"{requester.Name} may not see this content: it is about a customer whose name is not open to everybody. Choose another.", Field));
            }
        }

        return (chosen.Fine[0], null);
    }
}
