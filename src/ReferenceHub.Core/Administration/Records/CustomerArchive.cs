using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Administration;

/// <summary>What stands on the form that puts a customer away: its name, and the uses that must be over first.</summary>
public sealed record ArchiveForm(string Name, IReadOnlyList<OpenUse> Open);

/// <summary>Puts customers away and takes them back; nothing of them is lost.</summary>
public sealed class CustomerArchive(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history)
{
    /// <summary>The form.</summary>
    public async Task<ArchiveForm> ReadAsync(Guid id, Viewer by, CancellationToken ct)
    {
        var customer = await LoadAsync(id, by, ct);
        by.MustEdit(customer);
        return new ArchiveForm(customer.Name, await OpenUses.OfAsync(db, [id], ct));
    }

    /// <summary>Puts it away with a reason, unless something is open.</summary>
    public Task<Outcome> ArchiveAsync(Guid id, string? reason, Viewer by, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var customer = await LoadAsync(id, by, stop);
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Outcome.Refuse("Say why it is put away; the program reads it in the archive.", "Reason");
            }

            await db.HoldLedgerAsync(id, stop);
            var open = await OpenUses.OfAsync(db, [id], stop);
            if (open.Count > 0)
            {
                return Outcome.Refuse($"{customer.Name} is asked for, or promised, in {string.Join(", ", open.Select(use => use.InWords))}. End that first.");
            }

            if (await OpenUses.ProjectsAsync(db, id, stop) is { Count: > 0 } projects)
            {
                return Outcome.Refuse($"{customer.Name} is worked on in {string.Join(", ", projects)}. Close or cancel that first.");
            }

            customer.Archive(by.ActorId, clock.UtcNow());
            history.Record(
                by, SubjectKind.Customer, id, "archived", $"Archived {customer.Name}",
                new FieldChange("Archived", "no", "yes"),
                new FieldChange("Reason", null, Guard.Required(reason, Customer.StoryLength, "Reason"), Secret: true));
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    /// <summary>Takes it back out of the archive, as it was.</summary>
    public Task<Outcome> RestoreAsync(Guid id, Viewer by, CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            var customer = await LoadAsync(id, by, stop);
            customer.Restore();
            history.Record(by, SubjectKind.Customer, id, "restored", $"Restored {customer.Name}", new FieldChange("Archived", "yes", "no"));
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        },
        ct);

    private async Task<Customer> LoadAsync(Guid id, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.EditAnyCustomer);
        return await db.Customers.SingleOrDefaultAsync(customer => customer.Id == id, ct) ?? throw new MissingException("customer");
    }
}
