using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What colleagues nominated in the last months: some waits, some was taken up, some was not.</summary>
internal sealed class NominationMaker(DemoWorld world)
{
    private static readonly (string Company, string Why, string Industry, string Country)[] Waiting =
    [
        ("Kärntner Wasserkraft", "Went live with Atlas and Comet in ten weeks; their CIO tells everybody about it at the energy round table.", "energy", "at"),
        ("Fjellbank ASA", "First Nordic bank on Beacon. Offered by themselves to take calls once quarter end is over.", "banking", "no"),
        ("Rheinische Versicherung AG", "They run all three products and would speak at events.", "insurance", "de"),
        ("Tessin Logistica", "Halved their claims backlog with Beacon and Delta, happy to give a quote.", "logistics", "ch"),
    ];

    private static readonly string[] Reasons = ["Not live long enough, ask again in spring.", "An escalation is still open.", "Their contract forbids to be named.", "On record already under its group's name."];
    private readonly Randomizer dice = new(701);

    /// <summary>The nominations, the oldest first.</summary>
    public IEnumerable<Nomination> All()
    {
        var people = world.People.Requesters.Select(requester => requester.User).ToList();
        var manager = world.People.Of("manager").Id;
        var taken = world.Customers.Where(customer => customer.Sketch is { InStory: false, Status: ReferenceStatus.Active or ReferenceStatus.Candidate }).Take(5).ToList();
        foreach (var (customer, place) in taken.Select((customer, place) => (customer, place)))
        {
            var at = world.Now.AddDays(-190 + (place * 31)).AddHours(-place);
            var nomination = One(customer.Row.Name, "Their team is proud of the project and would show it.", customer.Sketch.Trade.Key, customer.Sketch.Country.Key, dice.Pick(people).Id, at);
            nomination.Accept(customer.Row.Id, "Owner talks to them.", manager, at.AddDays(dice.Int(1, 6)));
            yield return nomination;
        }

        foreach (var (reason, place) in Reasons.Select((reason, place) => (reason, place)))
        {
            var at = world.Now.AddDays(-120 + (place * 24));
            var country = dice.Pick(Country.All);
            var trade = dice.Pick(Trade.All);
            var nomination = One(world.Companies.Next(trade, country), "Good project, friendly people.", trade.Key, country.Key, dice.Pick(people).Id, at);
            nomination.Refuse(reason, manager, at.AddDays(dice.Int(1, 9)));
            yield return nomination;
        }

        foreach (var (one, place) in Waiting.Select((one, place) => (one, place)))
        {
            var by = place == 0 ? world.People.Of("rep").Id : dice.Pick(people).Id;
            yield return One(one.Company, one.Why, one.Industry, one.Country, by, world.Now.AddDays(-9 + (place * 2)).AddHours(-2 - place));
        }
    }

    private Nomination One(string company, string why, string industry, string country, Guid by, DateTime at) => new(
        world.Ids.Next(),
        new NominationFacts
        {
            CompanyName = company,
            Why = why,
            Website = "https://" + CompanyNames.Domain(company),
            IndustryId = world.Term(TermKind.Industry, Trade.Of(industry).Key),
            RegionId = world.Term(TermKind.Region, country),
        },
        null,
        by,
        isLead: false,
        at);
}
