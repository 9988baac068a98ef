using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Gives the shipped types of a program from before there were any their texts and the fields that they leave out; runs after an upgrade.</summary>
public sealed class ShippedTextsFill(ReferenceHubDbContext db)
{
    /// <summary>Fills types that nobody has given any.</summary>
    public Task RunAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var shipped = ActivityTypes.Shipped().ToDictionary(type => type.Key, StringComparer.Ordinal);
            foreach (var type in (await db.ActivityTypes.ToListAsync(stop)).Where(type => type.Expect is null && type.Briefing is null && type.HiddenFields.Count == 0))
            {
                if (shipped.TryGetValue(type.Key, out var like))
                {
                    type.Tell(new ActivityTexts(like.Expect, like.Briefing));
                    type.Demand(new ActivityTerms(type.NoticeDays, type.AsksGate, type.AsksNda, like.HiddenFields));
                }
            }

            await db.SaveChangesAsync(stop);
            return true;
        },
        ct);
}
