using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Administration;

/// <summary>
/// Makes one record of two of the same company: everything that belongs to the other moves to the one that stays, and the other remains
/// as a signpost that leads there. One transaction; whoever comes second is told.
/// </summary>
public sealed class CustomerMerge(ReferenceHubDbContext db, TimeProvider clock, HistoryLog history, CustomerService customers)
{
    /// <summary>Merges the other record into the one that stays, taking values from the sides that were chosen.</summary>
    public Task<Outcome> MergeAsync(Guid survivorId, Guid otherId, MergeChoice choice, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.EditAnyCustomer);
        return db.WriteAsync(stop => MergeInAsync(survivorId, otherId, choice, by, stop), ct);
    }

    private async Task<Outcome> MergeInAsync(Guid survivorId, Guid otherId, MergeChoice choice, Viewer by, CancellationToken ct)
    {
        var (survivor, other) = await MergeQueries.PairAsync(db, survivorId, otherId, ct);
        if (await MergeQueries.BlockedAsync(db, survivor, other, ct) is [var why, ..])
        {
            return Outcome.Refuse(why);
        }

        if (survivor.Version != choice.SurvivorVersion || other.Version != choice.OtherVersion)
        {
            return Outcome.Refuse($"{(survivor.Version != choice.SurvivorVersion ? survivor.Name : other.Name)} was changed in the meantime. Look at both again, then merge.");
        }

        var now = clock.UtcNow();
        // Both ledgers come first, and are written even when empty: who logs or reserves meanwhile, or has done so, makes one of the two start again.
        var (mine, theirs) = (await db.HoldLedgerAsync(survivor.Id, ct), await db.HoldLedgerAsync(other.Id, ct));
        var parts = await MergeParts.ReadAsync(db, survivor, other, ct);
        var changes = await SettleFieldsAsync(survivor, other, choice, ct);
        changes.AddRange(SettlePermissions(survivor, other, choice, await db.ProgramDayAsync(now, ct)));
        MoveProducts(survivor, other);
        survivor.ForbidGifts(survivor.NoGifts || other.NoGifts);
        await MoveContactsAsync(survivor, other, parts, now, by, ct);
        parts.MoveLedger(mine, theirs);
        parts.Move();
        await PointRequestsAsync(survivorId, otherId, ct);
        if (parts.Policies.Count > 0)
        {
            (await db.PolicySets.SingleAsync(ct)).Touch(now);
        }

        other.MergeInto(survivorId, by.ActorId, now);
        db.Entry(survivor).Property(record => record.Version).IsModified = true;
        history.Record(by, SubjectKind.Customer, survivorId, "merged", $"Merged the record of {other.Name} into this one", changes);
        history.Record(by, SubjectKind.Customer, otherId, "merged", $"Merged into {survivor.Name}", new FieldChange("Merged into", null, survivor.Name));
        await db.SaveChangesAsync(ct);
        return Outcome.Done;
    }

    private async Task<List<FieldChange>> SettleFieldsAsync(Customer survivor, Customer other, MergeChoice choice, CancellationToken ct)
    {
        var names = await EditNames.ReadAsync(db, [survivor.OwnerId, other.OwnerId], ct);
        var (before, theirs) = (CustomerEdit.Of(survivor), CustomerEdit.Of(other));
        var differing = MergeDifferences.OfFields(survivor, other, names);
        var taken = differing.Where(difference => SideOf(difference, choice) == MergeSide.Other).Select(difference => difference.Key).ToHashSet(StringComparer.Ordinal);
        var after = MergeDifferences.Fields.Where(field => taken.Contains(field.Key)).Aggregate(before, (edit, field) => field.Take(edit, theirs));
        after = after with { Attributes = [.. before.Attributes.Union(theirs.Attributes).Order()] };
        var changes = EditMerge.Changes(CustomerFields.All, before, after, names).ToList();
        if (taken.Contains(MergeKeys.Status))
        {
            var standing = differing.Single(difference => difference.Key == MergeKeys.Status);
            changes.Insert(0, new FieldChange("Status", standing.Survivor, standing.Other));
            survivor.StandAs(other);
        }

        survivor.Describe(after.Facts);
        await customers.ApplyAsync(survivor, after, ct);
        return changes;
    }

    private List<FieldChange> SettlePermissions(Customer survivor, Customer other, MergeChoice choice, DateOnly today)
    {
        var changes = new List<FieldChange>();
        var differing = MergeDifferences.OfPermissions(survivor, other, today);
        foreach (var alone in other.Permissions.Where(theirs => survivor.Permissions.TrueForAll(mine => mine.Scope != theirs.Scope) && differing.TrueForAll(one => one.Key != MergeKeys.Of(theirs.Scope))).ToList())
        {
            Give(alone);
        }

        foreach (var difference in differing.Where(difference => SideOf(difference, choice) == MergeSide.Other))
        {
            var theirs = other.Permissions.Single(permission => MergeKeys.Of(permission.Scope) == difference.Key);
            var mine = survivor.Permissions.Find(permission => permission.Scope == theirs.Scope);
            if (mine is null)
            {
                Give(theirs);
            }
            else
            {
                mine.TakeOver(theirs);
            }

            changes.Add(new FieldChange($"Permission for {difference.Label}", difference.Survivor, difference.Other));
        }

        return changes;

        void Give(Permission theirs)
        {
            other.Permissions.Remove(theirs);
            theirs.MoveTo(survivor.Id);
            survivor.Permissions.Add(theirs);
        }
    }

    // A product on both keeps its particulars, and takes over those it lacks.
    private static void MoveProducts(Customer survivor, Customer other)
    {
        foreach (var theirs in other.Products.ToList())
        {
            var mine = survivor.Products.Find(use => use.ProductId == theirs.ProductId);
            if (mine is null)
            {
                other.Products.Remove(theirs);
                theirs.MoveTo(survivor.Id);
                survivor.Products.Add(theirs);
            }
            else
            {
                mine.Describe(mine.Edition ?? theirs.Edition, mine.Deployment ?? theirs.Deployment, mine.LiveSince ?? theirs.LiveSince, mine.Replaced ?? theirs.Replaced);
            }
        }
    }

    private async Task MoveContactsAsync(Customer survivor, Customer other, MergeParts parts, DateTime now, Viewer by, CancellationToken ct)
    {
        var names = await EditNames.ReadAsync(db, [], ct);
        foreach (var theirs in other.Contacts.ToList())
        {
            if (!parts.Joined.TryGetValue(theirs.Id, out var sameId))
            {
                other.Contacts.Remove(theirs);
                theirs.MoveTo(survivor.Id);
                survivor.Contacts.Add(theirs);
                continue;
            }

            var mine = survivor.Contacts.Single(contact => contact.Id == sameId);
            var before = ContactEdit.Of(mine);
            ContactJoin.Join(mine, theirs);
            theirs.Leave(now);
            history.Record(
                by, SubjectKind.Customer, survivor.Id, "contact-joined", $"Joined the two records of {mine.Name}",
                EditMerge.Changes(ContactFields.All, before, ContactEdit.Of(mine), names));
        }
    }

    private async Task PointRequestsAsync(Guid survivorId, Guid otherId, CancellationToken ct)
    {
        var preferring = (await db.Requests.AsNoTracking().Where(request => !RequestStates.Ended.Contains(request.State)).Select(request => new { request.Id, request.Preferred }).ToListAsync(ct))
            .Where(request => request.Preferred.Contains(otherId)).Select(request => request.Id).ToList();
        foreach (var request in await db.Requests.Where(request => preferring.Contains(request.Id)).ToListAsync(ct))
        {
            request.PreferInstead(otherId, survivorId);
        }
    }

    private static MergeSide SideOf(MergeDifference difference, MergeChoice choice) => choice.Sides.TryGetValue(difference.Key, out var side) ? side : difference.Usual;
}
