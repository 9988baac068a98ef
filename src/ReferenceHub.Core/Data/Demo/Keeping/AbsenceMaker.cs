using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Who is away and who stands in: one in the program, one among the owners, one in sales, and one who was.</summary>
internal sealed class AbsenceMaker(DemoWorld world)
{
    private static readonly (string Mail, int From, int Until, string? StandIn)[] Days =
    [
        ("carla.bianchi", -2, 9, "owner"), ("tom.orth", 12, 19, "manager"), ("rep", 24, 31, "lukas.brandt"), ("priya.nair", -40, -33, "james.whitfield"), ("hannah.kessler", 3, 4, null),
    ];

    /// <summary>The absences.</summary>
    public IEnumerable<Absence> All() => Days.Select(days => new Absence(
        world.Ids.Next(), world.People.Of(days.Mail).Id, world.Today.AddDays(days.From), world.Today.AddDays(days.Until),
        days.StandIn is { } standIn ? world.People.Of(standIn).Id : null, world.Now.AddDays(Math.Min(days.From, 0) - 5)));
}
