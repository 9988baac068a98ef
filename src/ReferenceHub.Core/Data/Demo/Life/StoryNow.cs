using Bogus;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>The requests that are open at present, told beat by beat: one in every state, some late, some waiting for each party.</summary>
internal sealed partial class StoryNow(DemoWorld world, DealMaker deals, Finder finder, Randomizer dice)
{
    private const string Call = ActivityKeys.SalesCall;
    private readonly Scene scene = new(world, finder, dice);
    private int next = 4801;

    /// <summary>Deals that were made for the story; they are saved before its requests.</summary>
    public List<DemoDeal> Deals { get; } = [];

    /// <summary>All scenes.</summary>
    public IEnumerable<(RequestPlan Plan, Func<RequestLife, IEnumerable<DateTime>> Steps)> Scripts() => [.. Rita(), .. Others()];

    /// <summary>Requests that are still being written.</summary>
    public IEnumerable<RequestPlan> Drafts() =>
    [
        Plan(Deal("Helvetia Cargo", "mobile teams", "logistics", "ch", 3400, "Urs Frei", "rep", ["beacon", "delta"], 145_000, 3, 70), Call, "manager", 12, "Carrier with drivers on Delta", 5),
        Plan(Deal("Silvana Kliniken", "group roll-out", "hospitals", "at", 2600, "Dr. Eva Moser", "rep", ["atlas", "ember"], 260_000, 2, 95), ActivityKeys.Analyst, "manager", 40, "Hospital group on Atlas with Ember", 27),
        Plan(Deal("Tavira Seguros", "analytics", "insurance", "es", 1900, "Carmen Ruiz", "rep2", ["beacon"], 98_000, 3, 60), Call, "manager", 9, "Insurer on Beacon, Spanish speaking", 3),
    ];

    private (RequestPlan, Func<RequestLife, IEnumerable<DateTime>>) Tell(RequestPlan plan, params IReadOnlyList<Beat> beats) => (plan, life => scene.Play(life, beats));

    private DemoDeal Deal(string prospect, string subject, string trade, string country, int staff, string contact, string seller, string[] products, long euros, int stage, int closesIn, int? number = null)
    {
        var deal = deals.Told(number ?? Number(), prospect, subject, Trade.Of(trade), Country.Of(country), staff, contact, world.People.Of(seller), products, euros, stage, closesIn);
        Deals.Add(deal);
        return deal;
    }

    // Northwind's number is known from the pictures.
    private int Number()
    {
        next += next == 4821 ? 1 : 0;
        return next++;
    }

    private RequestPlan Plan(DemoDeal deal, string activity, string manager, int neededInDays, string text, double sentHoursAgo, string? wants = null) => new()
    {
        Deal = deal,
        Requester = deal.Seller,
        Manager = world.People.Of(manager),
        Type = world.Types[activity],
        Start = TimeOf(deal).Back(world.Now, (int)(sentHoursAgo * 60)),
        NeededBy = world.Today.AddDays(neededInDays),
        Text = text,
        WantToKnow = wants,
        Prefers = [(Facet.Language, deal.Prospect.Country.Languages[0])],
    };

    private People.BusinessTime TimeOf(DemoDeal deal) =>
        world.Calendars.ForRegion(world.People.Teams.Find(team => team.Id == deal.Seller.TeamId)?.RegionKey);
}
