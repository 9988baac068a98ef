using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Planning;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>A customer to write: what the file says, laid over what is known when it is written.</summary>
internal sealed record PlannedCustomer(int Line, Guid Id, bool IsNew, CustomerRow Row)
{
    /// <summary>A candidate of whom nothing but the name is known.</summary>
    public static PlannedCustomer Named(Guid id, string name, string? website = null, string? externalId = null) =>
        new(0, id, IsNew: true, new CustomerRow { Said = new CustomerEdit { Name = name, Website = website, ExternalId = externalId }, Attributes = new Dictionary<TermKind, Guid[]>() });
}

/// <summary>Customers to write.</summary>
internal sealed class PlannedCustomers(IReadOnlyList<PlannedCustomer> rows, PlanScene scene) : PlannedRows<PlannedCustomer>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedCustomer> portion, ImportRun run, CancellationToken ct)
    {
        var keys = portion.Where(planned => !planned.IsNew).Select(planned => planned.Id).ToArray();
        var existing = keys.Length == 0
            ? []
            : await run.Db.Customers.Include(customer => customer.Attributes).Where(customer => EF.Parameter(keys).Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, ct);
        foreach (var planned in portion)
        {
            if (planned.IsNew)
            {
                Add(planned, run);
            }
            else
            {
                Change(planned, existing[planned.Id], run);
            }
        }

        await run.SaveAsync(ct);
    }

    private void Add(PlannedCustomer planned, ImportRun run)
    {
        var after = planned.Row.Over(null, scene.KindOf);
        var customer = new Customer(planned.Id, after.Facts, after.OwnerId, run.Now);
        Apply(customer, planned.Row, after, run);
        run.Db.Customers.Add(customer);
        run.Record(SubjectKind.Customer, customer.Id, "created", "Imported", []);
    }

    private void Change(PlannedCustomer planned, Customer customer, ImportRun run)
    {
        var (before, was) = (CustomerEdit.Of(customer), customer.Status);
        var after = planned.Row.Over(before, scene.KindOf);
        customer.Describe(after.Facts);
        Apply(customer, planned.Row, after, run);
        run.Db.Entry(customer).Property(record => record.Version).IsModified = true;
        run.Record(SubjectKind.Customer, customer.Id, "edited", "Imported", CustomerChanges.Between(before, was, after, customer.Status, scene.Names));
    }

    private void Apply(Customer customer, CustomerRow row, CustomerEdit after, ImportRun run)
    {
        customer.Confide(after.Secrets);
        customer.HandTo(after.OwnerId);
        customer.MoveToTier(after.Tier);
        customer.ListForRfps(after.RfpListed);
        customer.Attributes.RemoveAll(attribute => !after.Attributes.Contains(attribute.TermId));
        var have = customer.Attributes.Select(attribute => attribute.TermId).ToHashSet();
        customer.Attributes.AddRange(after.Attributes.Distinct().Where(term => !have.Contains(term)).Select(term => new CustomerAttribute(customer.Id, term)));
        MoveTo(customer, row.StatusAfter(customer.Status, scene.Settings.Activate), row.PausedUntil, $"Imported from {run.FileName}");
    }

    private static void MoveTo(Customer customer, ReferenceStatus status, DateOnly? pausedUntil, string reason)
    {
        if (status == customer.Status)
        {
            return;
        }

        switch (status)
        {
            case ReferenceStatus.Candidate:
                customer.ReturnToCandidate();
                break;
            case ReferenceStatus.Active:
                customer.Activate();
                break;
            case ReferenceStatus.Paused when pausedUntil is { } until:
                customer.Pause(until, reason);
                break;
            case ReferenceStatus.Retired:
                customer.Retire(reason);
                break;
            case ReferenceStatus.DoNotUse:
                customer.ForbidUse(reason);
                break;
        }
    }
}
