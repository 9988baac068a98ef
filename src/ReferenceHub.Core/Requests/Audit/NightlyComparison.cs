using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Compares the ledgers once a night, from two o'clock in the program's zone; a night that was missed is made up for when the product runs again.</summary>
public sealed class NightlyComparison(ReferenceHubDbContext db, LedgerComparisons comparisons, TimeProvider clock) : IRegularWork
{
    /// <summary>Hour of the day from which it is due.</summary>
    public const int Hour = 2;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = DueAt(await db.ProgramZoneAsync(ct), now);
        if (!await db.LedgerComparisons.AnyAsync(row => row.Id != Usage.LedgerComparison.RunningId && row.StartedAt >= due, ct))
        {
            await comparisons.CompareAsync(ct);
        }
    }

    /// <summary>The last instant (UTC) at which a comparison fell due.</summary>
    internal static DateTime DueAt(string zone, DateTime now)
    {
        var today = Zones.DateIn(zone, now);
        var due = At(today);
        return due <= now ? due : At(today.AddDays(-1));

        DateTime At(DateOnly day) => Zones.UtcOf(zone, day.ToDateTime(new TimeOnly(Hour, 0)));
    }
}
