using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>A use that can be corrected, with all that the ledger has said of it.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">Its name.</param>
/// <param name="ActivityName">What it was.</param>
/// <param name="Last">The last entry.</param>
/// <param name="Counted">The last entry in which it counted; null when it never did.</param>
/// <param name="Entries">All its entries, the oldest first.</param>
/// <param name="Contacts">Whose time it may have taken, those who left included.</param>
/// <param name="Today">Today of the program.</param>
public sealed record CorrectableUse(
    Guid CustomerId, string CustomerName, string ActivityName, LedgerEntry Last, LedgerEntry? Counted, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<(Guid Id, string Name)> Contacts, DateOnly Today);

/// <summary>Reads a use for whoever corrects it.</summary>
public sealed class CorrectionQueries(ReferenceHubDbContext db, UsageQueries usages, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>The use; 404 where there is none of this customer, 409 where it is not over.</summary>
    public async Task<CorrectableUse> ReadAsync(Guid customerId, Guid useId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        viewer.MustHave(Right.RunProgram);
        var customer = await usages.CustomerRecordAsync(customerId, ct);
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.UseId == useId && entry.CustomerId == customerId).OrderBy(entry => entry.Sequence).ToListAsync(ct);
        if (entries.Count == 0 || !viewer.MaySeeSecretsOf(customer))
        {
            throw new MissingException("use");
        }

        var last = entries[^1];
        if (!last.MayBeCorrected)
        {
            throw new IllegalMoveException("Only a use that is over is corrected; a planned one is moved.");
        }

        return new CorrectableUse(
            customerId, customer.Name, (await types.AllAsync(ct)).FirstOrDefault(type => type.Key == last.ActivityKey)?.Name ?? last.ActivityKey, last,
            entries.FindLast(entry => entry.AsUse().Counts), entries,
            [.. customer.Contacts.OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.LeftAt is null ? contact.Name : $"{contact.Name} (left)"))],
            await db.ProgramDayAsync(clock.UtcNow(), ct));
    }
}
