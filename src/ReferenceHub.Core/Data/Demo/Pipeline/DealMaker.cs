using System.Globalization;
using Bogus;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Makes the deals of two years: closed ones by season, open ones ahead.</summary>
internal sealed class DealMaker(DemoWorld world)
{
    private static readonly string[] Subjects = ["core platform", "renewal and growth", "branch roll-out", "analytics", "mobile teams", "integration hub", "service desk", "group roll-out", "pilot"];
    private static readonly string[] AllProducts = ["atlas", "beacon", "comet", "delta", "ember"];
    private static readonly (string Code, int Weight)[] Currencies = [("EUR", 90), ("CHF", 4), ("GBP", 3), ("USD", 3)];

    private readonly Randomizer dice = new(301);
    private readonly List<Prospect> prospects = [];
    private int number = 1000;

    /// <summary>A sixth of the deals is open, the others were won or lost.</summary>
    public IEnumerable<DemoDeal> Make(int count)
    {
        var past = new Season(world.Today.AddDays(-DemoWorld.DaysBack), world.Today.AddDays(-1));
        var ahead = new Season(world.Today.AddDays(4), world.Today.AddDays(170));
        for (var made = 0; made < count; made++)
        {
            yield return made % 6 == 0 ? Open(ahead.Draw(dice)) : Closed(past.Draw(dice));
        }
    }

    /// <summary>One open deal of the story.</summary>
    public DemoDeal Told(int externalId, string name, string subject, Trade trade, Country country, int employees, string contact, User seller, string[] products, long euros, int stage, int closesInDays)
    {
        var prospect = new Prospect(world.Companies.Take(name), trade, country, employees, contact);
        var deal = Deal($"OPP-{externalId}", prospect, seller, products, euros * 100, "EUR", DealOutcome.Open, world.Today.AddDays(-75), world.Today.AddDays(closesInDays), subject);
        Reach(deal.Row, stage);
        return deal;
    }

    private DemoDeal Open(DateOnly closes)
    {
        var opened = closes.AddDays(-Cycle());
        var latest = world.Today.AddDays(-dice.Int(2, 30));
        var deal = Any(opened < latest ? opened : latest, closes, DealOutcome.Open);
        Reach(deal.Row, dice.PickBy([1, 2, 3, 4], stage => closes.DayNumber - world.Today.DayNumber < 60 ? stage : 5 - stage));
        return deal;
    }

    private DemoDeal Closed(DateOnly closes)
    {
        var won = dice.Chance(39);
        var deal = Any(closes.AddDays(-Cycle()), closes, won ? DealOutcome.Won : DealOutcome.Lost);
        Reach(deal.Row, won ? 4 : dice.PickBy([1, 2, 3, 4], stage => stage == 3 ? 4 : 2));
        return deal;
    }

    private int Cycle() => (int)Math.Clamp(dice.Around(96, 0.45), 28, 260);

    private DemoDeal Any(DateOnly opened, DateOnly closes, DealOutcome outcome)
    {
        var prospect = prospects.Count > 20 && dice.Chance(38) ? dice.Pick(prospects) : NewProspect();
        var local = world.People.Requesters.Where(person => person.Region == prospect.Country.Region || (person.Region == "nordics" && prospect.Country.Region == "benelux")).ToList();
        var seller = dice.PickBy(local.Count > 0 && dice.Chance(90) ? local : world.People.Requesters, person => person.Weight).User;
        var products = AllProducts.Where((_, place) => dice.Chance(60 - (place * 9))).Take(3).ToArray();
        if (products.Length == 0)
        {
            products = ["atlas"];
        }

        long? amount = dice.Chance(5) ? null : (long)Dice.Rounded(dice.Around(85_000 + (30_000 * products.Length), 0.75)) * 100;
        return Deal($"OPP-{NextNumber()}", prospect, seller, products, amount, dice.PickBy(Currencies, item => item.Weight).Code, outcome, opened, closes, dice.Pick(Subjects));
    }

    private DemoDeal Deal(
        string externalId, Prospect prospect, User seller, IReadOnlyList<string> products, long? amount, string currency, DealOutcome outcome, DateOnly opened, DateOnly closes, string subject)
    {
        var unowned = dice.Chance(3);
        var row = new Opportunity(world.Ids.Next(), externalId, new DealFacts
        {
            Name = $"{prospect.Name} – {subject}",
            AccountName = prospect.Name,
            Product = string.Join(", ", products.Select(product => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(product))),
            AmountMinor = amount,
            Currency = currency,
            Outcome = outcome,
            OpenedOn = opened,
            ClosesOn = closes,
            OwnerId = unowned && outcome != DealOutcome.Open ? null : seller.Id,
            OwnerName = seller.Name,
            IndustryKey = prospect.Trade.Key,
            RegionKey = prospect.Country.Key,
            Employees = prospect.Employees,
        }, Min(world.At(opened, 9, 30), world.Now));
        return new DemoDeal(row, prospect, seller, products, opened, closes);
    }

    private void Reach(Opportunity row, int place)
    {
        foreach (var stage in world.Stages.Where(stage => stage.Place <= place))
        {
            row.Reach(stage);
        }
    }

    private Prospect NewProspect()
    {
        var trade = dice.PickBy(Trade.All, item => item.Weight);
        var country = dice.PickBy(Country.All, item => item.Weight);
        var prospect = new Prospect(world.Companies.Next(trade, country), trade, country, Math.Max(30, Dice.Rounded(dice.Around(trade.Staff * 0.8, 1.1))), world.Names.FullName(country));
        prospects.Add(prospect);
        return prospect;
    }

    // The story's deals have the numbers from 4801 on.
    private int NextNumber() => ++number == 4800 ? number = 4900 : number;

    private static DateTime Min(DateTime one, DateTime other) => one < other ? one : other;
}
