using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Changes many customers in one go, after showing what changes and what stays.</summary>
public sealed class BulkEditor(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history, OwnerChange owners)
{
    private const int Tries = 5;
    private static readonly TermKind[] AttributeKinds = [TermKind.Platform, TermKind.Deployment, TermKind.Language, TermKind.UseCase, TermKind.Integration];

    /// <summary>What the change would do to each of these customers; unknown ones are left out.</summary>
    public async Task<Outcome<BulkPlan>> PreviewAsync(IReadOnlyCollection<Guid> ids, BulkChange change, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var ground = await GroundAsync(viewer, ct);
        if (WhyNot(ids.Count, change, ground) is { } refusal)
        {
            return Outcome<BulkPlan>.Refuse(refusal.Refusal!, refusal.Field);
        }

        var customers = await LoadAsync(db.Customers.AsNoTracking(), ids, ct);
        var named = await NamedAsync(customers, viewer, ct);
        return new BulkPlan(
        [
            .. customers.Select(customer => (Customer: customer, Effect: BulkRules.Of(customer, change, ground)))
                .Select(each => new BulkLine(each.Customer.Id, each.Customer.Version, NameOf(each.Customer, named), each.Effect.Changes, each.Effect.Stays))
                .OrderBy(line => line.Changes.Count == 0).ThenBy(line => TextKey.Of(line.Name), StringComparer.Ordinal),
        ]);
    }

    /// <summary>Does it, all in one transaction; a customer that somebody changed since the preview is left as it is.</summary>
    public Task<Outcome<BulkResult>> ApplyAsync(IReadOnlyDictionary<Guid, int> marks, BulkChange change, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return db.WriteAsync<Outcome<BulkResult>>(
            async ct =>
            {
                var ground = await GroundAsync(by, ct);
                if (WhyNot(marks.Count, change, ground) is { } refusal)
                {
                    return Outcome<BulkResult>.Refuse(refusal.Refusal!, refusal.Field);
                }

                var customers = await LoadAsync(db.Customers, marks.Keys, ct);
                var named = await NamedAsync(customers, by, ct);
                var (done, left) = (new List<Customer>(), new List<(string, string)>());
                foreach (var customer in customers)
                {
                    var (changes, stays) = BulkRules.Of(customer, change, ground);
                    if (customer.Version != marks[customer.Id] || changes.Count == 0)
                    {
                        left.Add((NameOf(customer, named), changes.Count == 0 ? string.Join(", ", stays) : "changed by somebody else since the preview"));
                        continue;
                    }

                    Apply(customer, change, changes, ground);
                    done.Add(customer);
                }

                await HandAsync(done, change, by, ct);
                await db.SaveChangesAsync(ct);
                return new BulkResult(done.Count, left);
            },
            Tries,
            ct);
    }

    private void Apply(Customer customer, BulkChange change, IReadOnlyList<FieldChange> changes, BulkGround ground)
    {
        var touched = changes.Select(each => each.Field).ToHashSet(StringComparer.Ordinal);
        customer.MoveToTier(change.Tier ?? customer.Tier);
        customer.ListForRfps(change.RfpListed ?? customer.RfpListed);
        if (touched.Contains("Status"))
        {
            CustomerStatusService.Move(customer, change.Status!.Value, change.Until, change.Reason);
        }

        var (add, remove) = (change.Add.Select(ground.Terms.Settle).ToHashSet(), change.Remove.Select(ground.Terms.Settle).ToHashSet());
        customer.Attributes.RemoveAll(attribute => remove.Contains(attribute.TermId));
        add.ExceptWith(customer.Attributes.Select(attribute => attribute.TermId));
        customer.Attributes.AddRange(add.Select(term => new CustomerAttribute(customer.Id, term)));
        if (change.Confirm)
        {
            customer.Verify(ground.By.ActorId, clock.UtcNow(), ground.Today, ground.VerifyEveryDays);
        }

        db.Entry(customer).Property(record => record.Version).IsModified = true;
        FieldChange[] own = [.. changes.Where(each => each.Field != "Owner")];
        if (own.Length > 0)
        {
            FieldChange[] reason = touched.Contains("Status") && change.Reason is not null ? [new FieldChange("Reason", null, change.Reason, Secret: true)] : [];
            history.Record(
                ground.By, SubjectKind.Customer, customer.Id, "edited", $"Changed {string.Join(", ", own.Select(each => each.Field).Distinct(StringComparer.Ordinal))}, together with others",
                [.. own, .. reason]);
        }
    }

    private async Task HandAsync(List<Customer> customers, BulkChange change, Viewer by, CancellationToken ct)
    {
        var moving = change.OwnerId is { } owner ? customers.FindAll(customer => customer.OwnerId != owner) : [];
        if (moving.Count > 0)
        {
            await owners.HandAsync(moving, await db.Users.AsNoTracking().SingleAsync(user => user.Id == change.OwnerId, ct), by, ct);
        }
    }

    private static Outcome? WhyNot(int count, BulkChange change, BulkGround ground)
    {
        if (change.Governs && !ground.By.Can(Right.EditAnyCustomer))
        {
            throw new ForbiddenException("Only marketing and the program manager change owner, tier and RFP list.");
        }

        if (change.Add.Concat(change.Remove).Any(id => ground.Terms.Find(id) is not { } term || !AttributeKinds.Contains(term.Kind)))
        {
            throw new MissingException("attribute");
        }

        return count == 0 ? Outcome.Refuse("Tick the customers to change.")
            : count > BulkChange.Most ? Outcome.Refuse("At most 2,000 customers are changed in one go. Narrow the filter.")
            : change.IsEmpty ? Outcome.Refuse("Choose what is to change.")
            : change.Add.Intersect(change.Remove).Any() ? Outcome.Refuse("An attribute can't be added and removed at once.", nameof(BulkChange.Remove))
            : change.OwnerId is { } owner && !ground.Active.Contains(owner) ? Outcome.Refuse("Choose an owner who can sign in.", nameof(BulkChange.OwnerId))
            : change.Status == ReferenceStatus.Paused && !(change.Until >= ground.Today) ? Outcome.Refuse("A pause needs a last day, today or later.", nameof(BulkChange.Until))
            : change.Status == ReferenceStatus.DoNotUse && string.IsNullOrWhiteSpace(change.Reason) ? Outcome.Refuse("Say why they must not be used; sales does not see the reason.", nameof(BulkChange.Reason))
            : null;
    }

    private async Task<BulkGround> GroundAsync(Viewer by, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking().Select(user => new { user.Id, user.Name, Active = user.DeactivatedAt == null }).ToListAsync(ct);
        return new BulkGround(
            by,
            await TermBook.ReadAsync(db, ct),
            people.ToDictionary(person => person.Id, person => person.Name),
            people.Where(person => person.Active).Select(person => person.Id).ToHashSet(),
            await db.ProgramDayAsync(clock.UtcNow(), ct),
            await db.VerifyEveryAsync(ct));
    }

    private static async Task<List<Customer>> LoadAsync(IQueryable<Customer> all, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var found = new List<Customer>();
        foreach (var some in ids.Distinct().Chunk(500))
        {
            found.AddRange(await all.Include(customer => customer.Attributes).Where(customer => EF.Parameter(some).Contains(customer.Id)).ToListAsync(ct));
        }

        return found;
    }

    private async Task<HashSet<Guid>> NamedAsync(List<Customer> customers, Viewer viewer, CancellationToken ct)
    {
        var hidden = customers.Where(customer => customer.IsConfidential).Select(customer => customer.Id).ToList();
        var named = await db.Customers.NamedFor(viewer, db, clock.UtcNow()).Where(customer => hidden.Contains(customer.Id)).Select(customer => customer.Id).ToListAsync(ct);
        return [.. customers.Where(customer => !customer.IsConfidential).Select(customer => customer.Id), .. named];
    }

    private static string NameOf(Customer customer, HashSet<Guid> named) => named.Contains(customer.Id) ? customer.Name : "A confidential customer";
}
