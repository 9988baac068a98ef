using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Gives customers to another owner; both sides get a mail, each customer a line of history.</summary>
public sealed class OwnerChange(ReferenceHubDbContext db, HistoryLog history, OwnerMails mails)
{
    /// <summary>Most customers given away at once.</summary>
    public const int Most = 2000;

    /// <summary>Gives these customers to somebody who can sign in; those who have no owner yet may be among them. Answers how many changed hands.</summary>
    public Task<Outcome<int>> GiveAsync(IReadOnlyCollection<Guid> ids, Guid? toId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.EditAnyCustomer);
        var asked = ids.Distinct().ToList();
        return asked.Count switch
        {
            0 => Task.FromResult(Outcome<int>.Refuse("Tick the customers that change hands.")),
            > Most => Task.FromResult(Outcome<int>.Refuse($"Give at most {Most} customers away at once.")),
            _ => db.WriteAsync(stop => GiveInAsync(asked, toId, by, stop), ct),
        };
    }

    /// <summary>All present customers of one owner, by name; of nobody when null.</summary>
    public async Task<IReadOnlyList<OwnedCustomer>> OfAsync(Guid? ownerId, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.EditAnyCustomer);
        return await db.Customers.AsNoTracking().Present().Where(customer => customer.OwnerId == ownerId)
            .OrderBy(customer => customer.NameKey).ThenBy(customer => customer.Id).Take(Most)
            .Select(customer => new OwnedCustomer(customer.Id, customer.Name, customer.Status, customer.Tier, customer.VerifyBy)).ToListAsync(ct);
    }

    /// <summary>Changes hands within a transaction of the caller, who saves; archived customers come along, so that nothing is left behind.</summary>
    public async Task HandAsync(IReadOnlyList<Customer> customers, User to, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(to);
        var before = customers.Select(customer => customer.OwnerId).OfType<Guid>().Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(user => before.Contains(user.Id)).ToDictionaryAsync(user => user.Id, ct);
        foreach (var group in customers.GroupBy(customer => customer.OwnerId).ToList())
        {
            var from = group.Key is { } key ? people[key] : null;
            foreach (var customer in group)
            {
                customer.HandTo(to.Id);
                history.Record(
                    by, SubjectKind.Customer, customer.Id, "handed-over", $"Owner changed from {from?.Name ?? "nobody"} to {to.Name}",
                    new FieldChange("Owner", from?.Name, to.Name));
            }

            await mails.TellAsync(from, to, [.. group.Where(customer => customer.IsPresent).Select(customer => customer.Name)], by, ct);
        }
    }

    private async Task<Outcome<int>> GiveInAsync(List<Guid> ids, Guid? toId, Viewer by, CancellationToken ct)
    {
        var to = await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == toId && user.DeactivatedAt == null, ct);
        if (to is null)
        {
            return Outcome<int>.Refuse("Choose somebody who can sign in.", "ToId");
        }

        var customers = await db.Customers.Present().Where(customer => EF.Parameter(ids).Contains(customer.Id)).ToListAsync(ct);
        if (customers.Count < ids.Count)
        {
            throw new MissingException("customer");
        }

        var moving = customers.FindAll(customer => customer.OwnerId != to.Id);
        if (moving.Count == 0)
        {
            return Outcome<int>.Refuse($"{to.Name} owns them already.", "ToId");
        }

        await HandAsync(moving, to, by, ct);
        await db.SaveChangesAsync(ct);
        return moving.Count;
    }
}

/// <summary>A customer in the list of an owner.</summary>
public sealed record OwnedCustomer(Guid Id, string Name, ReferenceStatus Status, Tier Tier, DateOnly? VerifyBy);
