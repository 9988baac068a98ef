using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Puts content to use and takes it out again. Nothing is published that the customer has not granted.</summary>
public sealed class AssetPublishing(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history)
{
    /// <summary>Days until the next look, when none is set.</summary>
    public const int ReviewEveryDays = 180;

    /// <summary>Publishes from a day on: today for a draft, the day it had before for withdrawn content, when none is given.</summary>
    public Task<Outcome> PublishAsync(Guid id, DateOnly? from, Viewer by, CancellationToken ct) => ChangeAsync(
        id,
        by,
        async (asset, now, today) =>
        {
            var permissions = await db.Permissions.AsNoTracking().Where(permission => permission.CustomerId == asset.CustomerId).ToListAsync(ct);
            if (!asset.HasContent)
            {
                return Outcome.Refuse("There is nothing to publish yet: add a text, a link or a file.");
            }

            var customer = await db.Customers.Where(customer => customer.Id == asset.CustomerId).Select(customer => customer.Status).SingleAsync(ct);
            if (AssetUsability.WhyNotAllowed(asset.Kind, customer, permissions, today) is { } no)
            {
                return Outcome.Refuse(customer == ReferenceStatus.DoNotUse
                    ? $"Not published. {no}"
                    : $"Not published. {no} It needs a granted, valid permission for: {AssetConsent.ScopeOf(asset.Kind).InWords()}.");
            }

            var start = from ?? (asset.State == AssetState.Draft ? today : asset.PublishedOn);
            if (asset.ExpiresOn is { } end && (end < today || end < start))
            {
                return Outcome.Refuse("Not published. Its last day is over: set a later one, or none.");
            }

            if (asset.NextReviewOn is null)
            {
                asset.Describe(asset.Facts with { NextReviewOn = (start > today ? start : today).AddDays(ReviewEveryDays) }, now);
            }

            asset.Publish(start, now);
            history.Record(by, SubjectKind.Asset, id, "published", start > today ? $"Published from {Day(start)} on" : "Published");
            return Outcome.Done;
        },
        ct);

    /// <summary>Takes it out of use at once; shares show it no more.</summary>
    public Task<Outcome> WithdrawAsync(Guid id, string reason, Viewer by, CancellationToken ct) => ChangeAsync(
        id,
        by,
        (asset, now, _) =>
        {
            if (asset.State != AssetState.Published)
            {
                throw new IllegalMoveException("Only published content can be withdrawn.");
            }

            asset.Withdraw(reason, now);
            history.Record(by, SubjectKind.Asset, id, "withdrawn", "Withdrew it", new FieldChange("Reason", null, asset.WithdrawnReason));
            return Task.FromResult(Outcome.Done);
        },
        ct);

    /// <summary>Works on withdrawn content again.</summary>
    public Task<Outcome> ReturnToDraftAsync(Guid id, Viewer by, CancellationToken ct) => ChangeAsync(
        id,
        by,
        (asset, now, _) =>
        {
            asset.ReturnToDraft(now);
            history.Record(by, SubjectKind.Asset, id, "returned", "Made it a draft again");
            return Task.FromResult(Outcome.Done);
        },
        ct);

    /// <summary>Confirms that it is still true and says when to look again.</summary>
    public Task<Outcome> ReviewAsync(Guid id, Viewer by, CancellationToken ct) => ChangeAsync(
        id,
        by,
        (asset, now, today) =>
        {
            var before = asset.NextReviewOn;
            asset.Describe(asset.Facts with { NextReviewOn = today.AddDays(ReviewEveryDays) }, now);
            history.Record(by, SubjectKind.Asset, id, "reviewed", "Reviewed: still true", new FieldChange("Next review", before is { } was ? Day(was) : null, Day(asset.NextReviewOn!.Value)));
            return Task.FromResult(Outcome.Done);
        },
        ct);

    private Task<Outcome> ChangeAsync(Guid id, Viewer by, Func<Asset, DateTime, DateOnly, Task<Outcome>> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ManageContent);
        return db.WriteAsync(
            async ct =>
            {
                var now = clock.UtcNow();
                var today = await db.ProgramDayAsync(now, ct);
                var asset = await db.Assets.VisibleTo(by, db, now, today).SingleOrDefaultAsync(asset => asset.Id == id, ct) ?? throw new MissingException("content");
                var outcome = await change(asset, now, today);
                await db.SaveChangesAsync(ct);
                return outcome;
            },
            ct);
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
