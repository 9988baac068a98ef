using Bogus;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What customers got for their help: after some of their uses a seat, a session or public thanks, now and then a small gift.</summary>
internal sealed class GivenMaker(DemoWorld world)
{
    private static readonly (GivenKind Kind, int Weight, string[] Notes)[] Kinds =
    [
        (GivenKind.EventSeat, 4, ["Two seats at the user conference", "Seat at the spring summit", "Speaker's pass for the industry day"]),
        (GivenKind.RoadmapSession, 4, ["Roadmap session with the product team", "Preview of the next release"]),
        (GivenKind.PublicThanks, 3, ["Named in the yearly thank-you post", "Customer of the month on the website"]),
        (GivenKind.ExecutiveMeeting, 2, ["Lunch with the head of product", "Review with the managing director"]),
        (GivenKind.Training, 2, ["Two training days for the new team", "Free seats in the administrators' course"]),
        (GivenKind.Gift, 1, ["Box of chocolates", "Book on the history of their town"]),
    ];

    private readonly Randomizer dice = new(611);

    /// <summary>The lines.</summary>
    public IEnumerable<GivenValue> All()
    {
        var by = world.People.Of("marketing");
        foreach (var customer in world.Customers)
        {
            foreach (var use in customer.Ledger.Uses.Where(use => use is { State: UseState.Done, Units: > 0 } && use.On < world.Today).OrderBy(use => use.On))
            {
                var (kind, _, notes) = dice.PickBy(Kinds, kind => kind.Weight);
                var on = use.On.AddDays(dice.Int(5, 45));
                if (!dice.Chance(35) || on > world.Today || (kind == GivenKind.Gift && (use.ContactId is null || customer.Row.NoGifts)))
                {
                    continue;
                }

                yield return new GivenValue(
                    world.Ids.Next(), customer.Row.Id, use.ContactId, kind, on, GivenKinds.UsualUnits(kind), kind == GivenKind.Gift ? (dice.Int(12, 35), "EUR") : null, dice.Pick(notes))
                    .WrittenBy(by.Id, by.Name, on == world.Today ? world.Now : on.ToDateTime(new TimeOnly(15, dice.Int(0, 59)), DateTimeKind.Utc));
            }
        }
    }
}
