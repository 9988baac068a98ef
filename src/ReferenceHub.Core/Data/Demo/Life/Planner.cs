using System.Globalization;
using Bogus;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Plans by chance who asks for what, when and for which deal over two years.</summary>
internal sealed class Planner(DemoWorld world, Randomizer dice)
{
    private static readonly (string Key, int Weight)[] Kinds =
        [(ActivityKeys.SalesCall, 66), (ActivityKeys.Rfp, 17), (ActivityKeys.Analyst, 6), (ActivityKeys.Press, 3), (ActivityKeys.Event, 8)];

    private readonly List<DemoDeal> deals = [.. world.Deals];
    private double[] pull = [];

    /// <summary>So many plans, in no order.</summary>
    public IEnumerable<RequestPlan> Draw(int count)
    {
        var sum = 0.0;
        pull = [.. deals.Select(deal => sum += deal.Pull)];
        var lull = world.Now.AddDays(-9);
        for (var made = 0; made < count;)
        {
            var plan = One(deals[Place(dice.Double() * sum)]);
            if (plan is not null)
            {
                made++;
                if (plan.Start < lull || dice.Chance(35))
                {
                    yield return plan;
                }
            }
        }
    }

    private int Place(double at)
    {
        var place = Array.BinarySearch(pull, at);
        return Math.Min(deals.Count - 1, place < 0 ? ~place : place);
    }

    private RequestPlan? One(DemoDeal deal)
    {
        var type = world.Types[dice.PickBy(Kinds, kind => kind.Weight).Key];
        var length = deal.ClosesOn.DayNumber - deal.OpenedOn.DayNumber;
        var day = deal.OpenedOn.AddDays((int)(length * dice.Double(0.45, 0.95)));
        var start = Moment(day);
        if (start >= world.Now.AddMinutes(-90) || start < world.Now.AddDays(-DemoWorld.DaysBack))
        {
            return null;
        }

        var marketing = type.Key is ActivityKeys.Press or ActivityKeys.Analyst or ActivityKeys.Event && dice.Chance(60);
        var requester = marketing ? world.People.Of(dice.Chance(60) ? "marketing" : "hannah.kessler") : deal.Seller;
        return new RequestPlan
        {
            Deal = deal,
            Requester = requester,
            Manager = world.People.Of(dice.Chance(68) ? "manager" : "tom.orth"),
            Type = type,
            Start = start,
            NeededBy = WorkingDay(NeededBy(type, day)),
            Text = Words(deal, type),
            WantToKnow = dice.Chance(75) ? string.Join("; ", dice.ArrayElements(Phrases.Wants, dice.Int(1, 3))) : null,
            Wanted = type.Key == ActivityKeys.Rfp ? dice.Int(1, 3) : dice.Chance(7) ? 2 : 1,
            Sponsor = deal.Row.HighestStage < 3 || dice.Chance(6) ? dice.Pick(["Lukas Brandt", "James Whitfield", "Amélie Roux", "Emily Carter"]) : null,
            SameRegion = dice.Chance(72),
            Prefers = Prefers(deal),
        };
    }

    private List<(Facet Facet, string Key)> Prefers(DemoDeal deal)
    {
        var prefers = new List<(Facet, string)>();
        if (dice.Chance(45))
        {
            prefers.Add((Facet.Platform, dice.Pick(["azure", "azure", "aws", "on-premises"])));
        }

        if (dice.Chance(50) && SizeBand.Of(deal.Prospect.Employees) is { } band)
        {
            prefers.Add((Facet.Size, band.Key));
        }

        if (dice.Chance(50))
        {
            prefers.Add((Facet.Language, deal.Prospect.Country.Languages[0]));
        }

        return prefers;
    }

    // Mostly in working hours, now and then in the evening.
    private DateTime Moment(DateOnly day) =>
        world.At(day, dice.Chance(94) ? dice.Int(8, 17) : dice.Int(18, 22), dice.Int(0, 59));

    private static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private DateOnly NeededBy(ActivityType type, DateOnly day) => type.NoticeDays > 0
        ? day.AddDays(type.NoticeDays + dice.Int(3, 45))
        : day.AddDays((int)(type.TargetBusinessDays * 1.4) + dice.Int(4, 16));

    private string Words(DemoDeal deal, ActivityType type)
    {
        var products = string.Join(" and ", deal.Products.Select(product => world.TermName(References.TermKind.Product, product)));
        var who = $"{world.TermName(References.TermKind.Industry, deal.Prospect.Trade.Key)} company";
        return type.Key switch
        {
            ActivityKeys.Rfp => $"{who} that may be named in an RFP for {products}",
            ActivityKeys.Analyst => $"{who} that talks to an analyst about {products}",
            ActivityKeys.Press => $"{who} for a press talk about {products}",
            ActivityKeys.Event => $"{who} that speaks about {products} on stage",
            _ => string.Create(CultureInfo.InvariantCulture, $"{who} on {products}, about {Dice.Rounded(deal.Prospect.Employees):N0} staff"),
        };
    }
}
