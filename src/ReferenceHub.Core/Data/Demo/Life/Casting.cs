using Bogus;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Puts all requests in the order in which they were sent and gives them their numbers.</summary>
internal sealed class Casting(DemoWorld world, DemoClock clock)
{
    private const int FirstNumber = 1001;

    /// <summary>The number that follows those of so many requests.</summary>
    public static int NumberAfter(int count) => FirstNumber + count;

    /// <summary>The scripts by the instant at which they begin.</summary>
    public List<Script> Cast(int count, Finder finder, StoryPast past, StoryNow present)
    {
        var dice = new Randomizer(401);
        var steps = new List<(RequestPlan Plan, Func<RequestLife, IEnumerable<DateTime>> Steps)>();
        steps.AddRange(new Planner(world, new Randomizer(402)).Draw(count)
            .Select(plan => (plan, (Func<RequestLife, IEnumerable<DateTime>>)(life => new ChanceLife(life, finder, dice).Run()))));
        steps.AddRange(past.Scripts());
        steps.AddRange(present.Scripts());
        steps.AddRange(present.Drafts().Select(plan => (plan, (Func<RequestLife, IEnumerable<DateTime>>)Write)));
        return
        [
            .. steps.OrderBy(script => script.Plan.Start).Select((script, place) =>
            {
                var life = new RequestLife(world, clock, script.Plan, FirstNumber + place);
                return new Script(life, script.Steps(life));
            }),
        ];
    }

    private static IEnumerable<DateTime> Write(RequestLife life)
    {
        life.Draft();
        yield break;
    }
}
