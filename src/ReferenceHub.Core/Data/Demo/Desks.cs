using Bogus;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What lies on people's desks: follow-ups due today, late and ahead, and who was called or mailed lately.</summary>
internal sealed class Desks(DemoWorld world, DemoClock clock, IReadOnlyList<RequestLife> open)
{
    private static readonly (string Mail, string Prospect, string Text, int InDays)[] OnRequests =
    [
        ("manager", "Inntal Leasing", "Has Säntis picked a time?", 0), ("manager", "Inntal Leasing", "Briefing sheet to both sides", 1), ("manager", "Stadtwerke Isar", "Chase the two owners", 0),
        ("manager", "Pernova Pharma", "Call the contact before noon", 0), ("manager", "Orsa Telecom", "Ask Rita once more about the date", -1), ("manager", "Solvane Energy", "Remind legal", -2),
        ("manager", "Lindqvist Retail", "Send the stage brief", 4), ("manager", "Marwede Kliniken", "Propose a second hospital", 0),
        ("tom.orth", "Corvus Logistik", "Call the owner of Tirol Mobil", 0), ("tom.orth", "Brightwater Group", "Has the analyst confirmed a slot?", 2), ("tom.orth", "Ostara Pay", "Second candidate is back", 1),
        ("rep", "Orsa Telecom", "Answer Paula: is the date firm?", -1), ("rep", "Inntal Leasing", "Tell Birgit what to expect", 0), ("rep", "Varenne Leben", "Offer three times", 0), ("rep", "Northwind Bank", "Check the NDA", 2),
        ("rep2", "Corvus Logistik", "Tell Maren it takes a day longer", 0), ("priya.nair", "Lindqvist Retail", "Book travel with Hugo", 6),
    ];

    private static readonly (string Mail, string Customer, string Text, int InDays)[] OnCustomers =
    [
        ("manager", "Alpenbank AG", "Renew call permission", 4), ("manager", "Alpenbank AG", "Ask for video permission", 9), ("manager", "Nordmark Energie", "Talk about a rest", -3),
        ("owner", "Alpenbank AG", "90-day usage review", 10), ("owner", "Norddeutsche Kasse", "Thank them for the talk", -4), ("owner", "Nordmark Energie", "Ask how the last call felt", 0),
        ("owner", "Wiener Handelsbank", "Agree on a first call", 0), ("owner", "Bergland Maschinen", "Rehearse the stage talk", 3), ("owner", "Medivia Kliniken", "Confirm new IT lead", -1),
        ("marketing", "Rheinische Versicherung", "Collect figures for the story", 0), ("marketing", "Klinik Reichenau", "Ask for a portrait photo", 2), ("carla.bianchi", "Limmat Privatbank", "Renewal talks: ask again", 49),
    ];

    private static readonly string[] Notes = ["Reached the assistant, will call back.", "They like the idea, need a week.", "Sent three times.", "Happy with the last release.", "Left a message about the permission."];

    private readonly Randomizer dice = new(501);

    /// <summary>Follow-ups and logged actions.</summary>
    public IEnumerable<object> Rows()
    {
        clock.Now = world.Now;
        foreach (var (mail, prospect, text, inDays) in OnRequests)
        {
            if (open.FirstOrDefault(life => life.Plan.Deal.Prospect.Name == prospect) is { } life)
            {
                yield return Due(SourceKind.Request, life.Row.Id, world.People.Of(mail), text, inDays, life.Row.CreatedAt);
            }
        }

        foreach (var (mail, name, text, inDays) in OnCustomers)
        {
            if (world.Customer(name) is { } customer)
            {
                yield return Due(SourceKind.Customer, customer.Row.Id, world.People.Of(mail), text, inDays, customer.Row.CreatedAt);
            }
        }

        foreach (var row in open.Where(life => life.Row.State == RequestState.Sourcing).SelectMany(Called).Concat(world.Customers.SelectMany(Met)))
        {
            yield return row;
        }
    }

    private IEnumerable<object> Called(RequestLife life)
    {
        var asked = life.Row.Candidates.Where(candidate => candidate.State.IsAsked()).Select(candidate => candidate.AskedAt!.Value).DefaultIfEmpty(world.Now).Min();
        var at = asked + ((world.Now - asked) * dice.Double(0.3, 0.9));
        if (dice.Chance(60))
        {
            yield return Action(SourceKind.Request, life.Row.Id, life.Plan.Manager, life.Time.NextOpening(at), null);
        }
    }

    // Owners keep in touch: one in four customers was called in the last weeks, some with something to do next.
    private IEnumerable<object> Met(DemoCustomer customer)
    {
        if (customer.Row.OwnerId is not { } ownerId || !(customer.Sketch.InStory || dice.Chance(25)))
        {
            yield break;
        }

        var owner = world.People.All.First(person => person.Id == ownerId);
        var at = world.Calendars.Default.NextOpening(world.Now.AddDays(-dice.Int(2, 70)).AddHours(-dice.Int(0, 6)));
        FollowUp? next = null;
        if (dice.Chance(35))
        {
            next = Due(SourceKind.Customer, customer.Row.Id, owner, dice.Pick(["Call again", "Confirm the record", "Ask about the permission", "Send the release notes"]), dice.Int(5, 40), at);
            if (dice.Chance(30))
            {
                next.Do(world.Now.AddHours(-dice.Int(2, 30)));
            }

            yield return next;
        }

        yield return Action(SourceKind.Customer, customer.Row.Id, owner, at, next?.Id);
    }

    private FollowUp Due(SourceKind source, Guid id, User who, string text, int inDays, DateTime notBefore)
    {
        var written = world.Now.AddDays(Math.Min(inDays, 0) - 2).AddHours(-1);
        return new FollowUp(world.Ids.Next(), source, id, text, world.Today.AddDays(inDays), who.Id, who.Id, written > notBefore ? written : notBefore);
    }

    private LoggedAction Action(SourceKind source, Guid id, User who, DateTime at, Guid? followUpId) => new(
        world.Ids.Next(), source, id, dice.PickBy([ActionKind.Called, ActionKind.Mailed, ActionKind.Met], kind => kind == ActionKind.Met ? 1 : 3),
        dice.PickBy([ActionOutcome.Reached, ActionOutcome.LeftMessage, ActionOutcome.WillComeBack, ActionOutcome.NoAnswer], result => result == ActionOutcome.Reached ? 5 : 1),
        dice.Pick(Notes), followUpId, who.Id, who.Name, at < world.Now ? at : world.Now.AddMinutes(-20));
}
