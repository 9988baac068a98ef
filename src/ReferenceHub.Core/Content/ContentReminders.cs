using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>Tells owners of published content what is to be reviewed and what ends soon: one notice for all of it, once for each date.</summary>
public sealed class ContentReminders(ReferenceHubDbContext db, TimeProvider clock, Notices notices) : IRegularWork
{
    private const int MostAtOnce = 500;

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
            var soon = today.AddDays(Asset.EndsSoonDays);
            var due = await db.Assets
                .Where(asset => asset.State == AssetState.Published && asset.OwnerId != null)
                .Where(asset => db.Customers.Present().Any(customer => customer.Id == asset.CustomerId))
                .Where(asset => db.Users.WhoCanSignIn().Any(user => user.Id == asset.OwnerId))
                .Where(asset => (asset.NextReviewOn <= today && (asset.ReviewRemindedFor == null || asset.ReviewRemindedFor != asset.NextReviewOn))
                    || (asset.ExpiresOn <= soon && (asset.ExpiryRemindedFor == null || asset.ExpiryRemindedFor != asset.ExpiresOn)))
                .OrderBy(asset => asset.OwnerId).ThenBy(asset => asset.PublishedOn).ThenBy(asset => asset.Id)
                .Take(MostAtOnce)
                .ToListAsync(ct);
            foreach (var mine in due.GroupBy(asset => asset.OwnerId!.Value))
            {
                await notices.TellAsync(mine.Key, MessageKinds.ContentReminder, "Content to look at", Text([.. mine], today, soon), "/content?view=expiring", ct);
            }

            await db.SaveChangesAsync(ct);
            return Outcome.Done;
        },
        ct);

    private static string Text(IReadOnlyList<Asset> assets, DateOnly today, DateOnly soon)
    {
        var review = assets.Where(asset => asset.NextReviewOn <= today && asset.ReviewRemindedFor != asset.NextReviewOn).ToList();
        var ending = assets.Where(asset => asset.ExpiresOn <= soon && asset.ExpiryRemindedFor != asset.ExpiresOn).ToList();
        var body = new StringBuilder();
        Add(body, "Is this still true? Confirm it, or put it right:", review, asset => $"review due on {Day(asset.NextReviewOn!.Value)}");
        Add(body, "This ends: renew it, or let it go:", ending, asset => asset.ExpiresOn < today ? $"ended on {Day(asset.ExpiresOn!.Value)}" : $"last day {Day(asset.ExpiresOn!.Value)}");
        review.ForEach(asset => asset.NoteReviewReminder());
        ending.ForEach(asset => asset.NoteExpiryReminder());
        return body.ToString();
    }

    // Far below the longest notice: the rest is on the page.
    private static void Add(StringBuilder body, string heading, IReadOnlyList<Asset> assets, Func<Asset, string> when)
    {
        const int Most = 5;
        if (assets.Count == 0)
        {
            return;
        }

        body.Append(heading).Append('\n');
        foreach (var asset in assets.Take(Most))
        {
            body.Append(CultureInfo.InvariantCulture, $"- {asset.Title} ({asset.Kind.InWords()}), {when(asset)}\n");
        }

        if (assets.Count > Most)
        {
            body.Append(CultureInfo.InvariantCulture, $"- and {assets.Count - Most} more\n");
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
