using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>The uses of the story's customers in the last months: what makes one rested and another tired today.</summary>
internal sealed class StoryPast(DemoWorld world, DemoClock clock, Finder finder)
{
    // Customer, activity, days since it was held (negative: still ahead), rating.
    private static readonly (string Customer, string Activity, int DaysAgo, int Rating)[] Uses =
    [
        ("Alpenbank AG", ActivityKeys.Event, 80, 5), ("Alpenbank AG", ActivityKeys.SalesCall, 118, 5), ("Alpenbank AG", ActivityKeys.SalesCall, 248, 4),
        ("Alpenbank AG", ActivityKeys.Rfp, 22, 0), ("Alpenbank AG", ActivityKeys.Rfp, 61, 0), ("Alpenbank AG", ActivityKeys.Rfp, 140, 0),
        ("Rheinische Versicherung", ActivityKeys.SalesCall, 97, 4), ("Rheinische Versicherung", ActivityKeys.SalesCall, 231, 5),
        ("Bodensee Leben", ActivityKeys.SalesCall, 152, 5), ("Bodensee Leben", ActivityKeys.Event, 262, 4),
        ("Hansa Rück", ActivityKeys.Event, 49, 4), ("Hansa Rück", ActivityKeys.SalesCall, 130, 5), ("Helvia Grossbank", ActivityKeys.SalesCall, 205, 5),
        ("Banque Lémanique", ActivityKeys.SalesCall, 31, 4), ("Sparkontor Tirol", ActivityKeys.SalesCall, 243, 5), ("Zürcher Kantonskasse", ActivityKeys.SalesCall, 49, 4),
        ("Norddeutsche Kasse", ActivityKeys.SalesCall, 49, 4), ("Norddeutsche Kasse", ActivityKeys.Event, 14, 3), ("Norddeutsche Kasse", ActivityKeys.SalesCall, 146, 5),
        ("Säntis Versicherungen", ActivityKeys.SalesCall, 112, 5), ("Donau Hypotheken", ActivityKeys.SalesCall, 40, 3), ("Limmat Privatbank", ActivityKeys.SalesCall, 170, 4),
        ("Nordmark Energie", ActivityKeys.Event, 42, 3), ("Nordmark Energie", ActivityKeys.SalesCall, 7, 3), ("Nordmark Energie", ActivityKeys.Analyst, 55, 2),
        ("Nordmark Energie", ActivityKeys.SalesCall, 148, 5), ("Nordmark Energie", ActivityKeys.SalesCall, 240, 5), ("Nordmark Energie", ActivityKeys.SalesCall, 332, 5),
        ("Bergland Maschinen", ActivityKeys.SalesCall, 35, 4), ("Bergland Maschinen", ActivityKeys.Event, -16, 0), ("Bergland Maschinen", ActivityKeys.SalesCall, 128, 5),
        ("Medivia Kliniken", ActivityKeys.Event, 49, 4), ("Medivia Kliniken", ActivityKeys.SalesCall, 131, 4), ("Stadtwerke Lindau", ActivityKeys.SalesCall, 18, 5),
        ("Tirol Mobil", ActivityKeys.SalesCall, 210, 4), ("Jura Präzision", ActivityKeys.SalesCall, 330, 5), ("Klinik Reichenau", ActivityKeys.SalesCall, 182, 4),
    ];

    private static readonly (string Customer, int DaysAgo)[] Declines = [("Nordmark Energie", 24), ("Nordmark Energie", 52), ("Norddeutsche Kasse", 20), ("Norddeutsche Kasse", 47)];

    /// <summary>One request for each use of a customer that exists.</summary>
    public IEnumerable<(RequestPlan Plan, Func<RequestLife, IEnumerable<DateTime>> Steps)> Scripts()
    {
        foreach (var (name, activity, daysAgo, rating) in Uses)
        {
            if (world.Customer(name) is { } customer && DealFor(customer, daysAgo) is { } deal)
            {
                var type = world.Types[activity];
                var held = world.Calendars.Default.NextOpening(world.At(world.Today.AddDays(-daysAgo), 14));
                yield return (Plan(deal, type, held), life => Run(life, customer, held, rating));
            }
        }
    }

    /// <summary>Declines that are remembered beside them.</summary>
    public void Decline()
    {
        foreach (var (name, daysAgo) in Declines)
        {
            if (world.Customer(name) is { } customer)
            {
                var at = world.At(world.Today.AddDays(-daysAgo), 11);
                clock.Written.Add(UsageSignal.Declined(clock.Ids.Next(), customer.Row.Id, customer.Row.Contacts[0].Id, world.DayOf(at), at));
            }
        }
    }

    private DemoDeal? DealFor(DemoCustomer customer, int daysAgo)
    {
        var day = world.Today.AddDays(-daysAgo);
        var open = world.Deals.Where(deal => deal.OpenedOn < day.AddDays(-30) && deal.ClosesOn > day).ToList();
        return open.Find(deal => deal.Prospect.Trade.Parent == customer.Sketch.Trade.Parent && deal.Prospect.Country.Region == "dach")
            ?? open.Find(deal => deal.Prospect.Trade.Parent == customer.Sketch.Trade.Parent) ?? open.FirstOrDefault();
    }

    private RequestPlan Plan(DemoDeal deal, ActivityType type, DateTime held) => new()
    {
        Deal = deal,
        Requester = deal.Seller,
        Manager = world.People.Of("manager"),
        Type = type,
        Start = held.AddDays(-Math.Max(type.NoticeDays + 6, 9)).AddHours(-4),
        NeededBy = world.DayOf(held),
        Text = $"{world.TermName(References.TermKind.Industry, deal.Prospect.Trade.Key)} company for {type.Name.ToLowerInvariant()}",
        WantToKnow = Phrases.Wants[type.Order],
    };

    private IEnumerable<DateTime> Run(RequestLife life, DemoCustomer customer, DateTime held, int rating)
    {
        life.Send();
        yield return life.After(35);
        life.Take();
        yield return life.After(25);
        if ((finder.Open(customer, life) ?? Finder.AnyBody(customer, life)) is not { } found)
        {
            life.Cancel(Phrases.Cancels[1]);
            yield break;
        }

        var candidate = life.Propose(found);
        life.Ask(candidate, found.Closed ? new OverrideMark("Elena Xenakis", Phrases.Reasons[0]) : null);
        while (candidate.State.IsAsked())
        {
            yield return life.After(RequestLife.Awaited(candidate) == Party.Owner ? 95 : 190);
            life.Yes(candidate);
        }

        if (life.Plan.Type.NoticeDays > 0 || life.Plan.Type.Units > 0)
        {
            yield return life.After(70);
            held = life.Schedule(candidate, held);
        }

        yield return held.AddMinutes(60);
        life.Complete(candidate, life.Plan.Type.Minutes);
        if (rating > 0 && candidate.State == CandidateState.Completed)
        {
            life.Rate(candidate, rating);
        }
    }
}
