using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Moves a customer between candidate, active, paused, retired and do not use.</summary>
public sealed class CustomerStatusService(ReferenceHubDbContext db, HistoryLog history, TimeProvider clock)
{
    /// <summary>Changes the status; a pause needs its last day, do not use its reason.</summary>
    public Task<Outcome> MoveAsync(Guid id, ReferenceStatus status, DateOnly? until, string? reason, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        return db.WriteAsync(
            async ct =>
            {
                var customer = await db.Customers.SingleOrDefaultAsync(customer => customer.Id == id, ct) ?? throw new MissingException("customer");
                by.MustEdit(customer);
                var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
                if (status == ReferenceStatus.Paused && !(until >= today))
                {
                    return Outcome.Refuse("A pause needs a last day, today or later.", "Until");
                }

                if (status == ReferenceStatus.DoNotUse && string.IsNullOrWhiteSpace(reason))
                {
                    return Outcome.Refuse("Say why it must not be used; sales does not see the reason.", "Reason");
                }

                var before = (customer.Status, customer.PausedUntil, customer.StatusReason);
                Move(customer, status, until, reason);
                history.Record(
                    by, SubjectKind.Customer, id, "moved", $"Made {customer.Name} {status.InWords()}",
                    new FieldChange("Status", before.Status.InWords(), customer.Status.InWords()),
                    new FieldChange("Paused until", CustomerFields.Plain(before.PausedUntil), CustomerFields.Plain(customer.PausedUntil)),
                    new FieldChange("Reason", before.StatusReason, customer.StatusReason, Secret: true));
                await db.SaveChangesAsync(ct);
                return Outcome.Done;
            },
            ct);
    }

    internal static void Move(Customer customer, ReferenceStatus status, DateOnly? until, string? reason)
    {
        switch (status)
        {
            case ReferenceStatus.Active:
                customer.Activate();
                break;
            case ReferenceStatus.Candidate:
                customer.ReturnToCandidate();
                break;
            case ReferenceStatus.Paused:
                customer.Pause(until!.Value, reason);
                break;
            case ReferenceStatus.Retired:
                customer.Retire(reason);
                break;
            default:
                customer.ForbidUse(reason!);
                break;
        }
    }
}
