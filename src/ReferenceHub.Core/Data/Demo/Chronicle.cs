using System.Globalization;
using Bogus;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>The history of each customer's record: where it came from, what was changed, who confirmed it.</summary>
internal sealed class Chronicle(DemoWorld world)
{
    private readonly Randomizer dice = new(601);
    private User manager = null!;

    /// <summary>All lines, customer by customer, in the order of time.</summary>
    public IEnumerable<HistoryEvent> Lines()
    {
        manager = world.People.Of("manager");
        return world.Customers.SelectMany(customer => Of(customer.Row).Where(line => line.At <= world.Now).OrderBy(line => line.At));
    }

    private IEnumerable<HistoryEvent> Of(Customer row)
    {
        var owner = world.People.All.FirstOrDefault(person => person.Id == row.OwnerId) ?? manager;
        yield return Line(row, row.CreatedAt, manager, "created", $"Added {row.Name}");
        foreach (var answer in row.Permissions.Where(answer => answer.Status != PermissionStatus.Unknown && answer.RecordedAt is not null).Take(4))
        {
            yield return Line(
                row, answer.RecordedAt!.Value, owner, "permission-recorded", $"Recorded {answer.Status.ToString().ToLowerInvariant()} for {answer.Scope.InWords()}",
                new FieldChange("Permission: " + answer.Scope.InWords(), "Unknown", answer.Status.ToString()));
        }

        foreach (var line in Edits(row, owner))
        {
            yield return line;
        }

        if (row.VerifiedAt is { } verified)
        {
            yield return Line(row, verified, owner, "verified", "Confirmed the record");
        }

        if (row.Status is ReferenceStatus.Paused or ReferenceStatus.Retired or ReferenceStatus.DoNotUse)
        {
            yield return Line(
                row, Later(row, dice.Int(3, 24)), owner, "moved", $"Made {row.Name} {row.Status.InWords()}",
                new FieldChange("Status", ReferenceStatus.Active.InWords(), row.Status.InWords()), new FieldChange("Reason", null, row.StatusReason, Secret: true));
        }
    }

    private IEnumerable<HistoryEvent> Edits(Customer row, User owner)
    {
        if (row.Employees is { } heads && dice.Chance(55))
        {
            var before = Dice.Rounded(heads * dice.Double(0.82, 0.97));
            yield return Line(row, Later(row, dice.Int(30, 500)), owner, "edited", "Changed employees", new FieldChange("Employees", Number(before), Number(heads)));
        }

        if (row.Health is { } health && dice.Chance(45))
        {
            yield return Line(
                row, Later(row, dice.Int(6, 120)), owner, "edited", "Changed what sales must not see", new FieldChange("Health", Number(Math.Clamp(health + dice.Int(-14, 14), 0, 100)), Number(health), Secret: true));
        }

        if (row.OwnerId is not null && dice.Chance(18))
        {
            var before = dice.Pick(world.People.Owners.Where(person => person.Id != owner.Id).ToList());
            yield return Line(row, Later(row, dice.Int(60, 420)), manager, "handed-over", $"Owner changed from {before.Name} to {owner.Name}", new FieldChange("Owner", before.Name, owner.Name));
        }
    }

    private DateTime Later(Customer row, int daysAgo)
    {
        var at = world.Now.AddDays(-daysAgo).AddHours(-dice.Int(1, 7));
        return at > row.CreatedAt ? at : row.CreatedAt.AddHours(5);
    }

    private HistoryEvent Line(Customer row, DateTime at, User actor, string verb, string summary, params IReadOnlyList<FieldChange> changes) =>
        new(world.Ids.Next(), at, actor.Id, actor.Name, SubjectKind.Customer, row.Id, verb, summary, changes);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
