using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Confirms that records are true.</summary>
public sealed class VerificationService(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history)
{
    /// <summary>Says that these records are true today, all or none of them; answers until when that holds. At most a page of them.</summary>
    public Task<Outcome<DateOnly>> ConfirmAsync(IReadOnlyCollection<Guid> ids, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(by);
        var asked = ids.Distinct().ToList();
        return asked.Count switch
        {
            0 => Task.FromResult(Outcome<DateOnly>.Refuse("Tick the records that are true.")),
            > VerificationList.Size => Task.FromResult(Outcome<DateOnly>.Refuse($"Confirm at most {VerificationList.Size} records at once.")),
            _ => db.WriteAsync<Outcome<DateOnly>>(stop => ConfirmInAsync(asked, by, stop), ct),
        };
    }

    private async Task<Outcome<DateOnly>> ConfirmInAsync(List<Guid> ids, Viewer by, CancellationToken ct)
    {
        var customers = await db.Customers.Present().Where(customer => ids.Contains(customer.Id)).ToListAsync(ct);
        if (customers.Count < ids.Count)
        {
            throw new MissingException("customer");
        }

        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var days = await db.VerifyEveryAsync(ct);
        foreach (var customer in customers)
        {
            by.MustEdit(customer);
            var before = customer.VerifyBy;
            customer.Verify(by.ActorId, now, today, days);
            history.Record(
                by, SubjectKind.Customer, customer.Id, "verified", "Confirmed the record",
                new FieldChange("Verify by", CustomerFields.Plain(before), CustomerFields.Plain(customer.VerifyBy)));
        }

        await db.SaveChangesAsync(ct);
        return today.AddDays(days);
    }
}
