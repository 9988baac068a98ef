using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Database.Tests.TwoProcesses;

/// <summary>A program with few customers, all kinds of limits, and many requests that each have one candidate, ready to be asked.</summary>
internal sealed class AskedProgram(TestDatabase database, Random random)
{
    /// <summary>Candidates to be asked.</summary>
    public const int Asks = 200;

    private const int Customers = 10;
    private const decimal LargeAbove = 500_000;
    private static readonly string[] Keys = [ActivityKeys.SalesCall, ActivityKeys.Analyst, ActivityKeys.Press, ActivityKeys.Event, ActivityKeys.SiteVisit, ActivityKeys.Quote];

    /// <summary>Address of the program manager.</summary>
    public string Manager { get; private set; } = "";

    /// <summary>Numbers of the requests with their candidates.</summary>
    public List<(int Number, Guid CandidateId)> Candidates { get; } = [];

    /// <summary>Writes it all down.</summary>
    public async Task MakeAsync()
    {
        var (manager, owner) = (Given.SignedUp(Roles.ProgramManager), Given.SignedUp());
        manager.PasswordHash = new PasswordHasher<User>().HashPassword(manager, WebApp.Password);
        Manager = manager.Email!;
        await database.Add(manager, owner);
        var customers = Enumerable.Range(0, Customers).Select(each => Customer(owner.Id, each)).ToList();
        await database.Add(customers);
        await database.Change(db => LimitAsync(db, customers));
        var calendars = await database.Ask<CalendarQueries, CalendarBook>(queries => queries.BookAsync(default));
        await database.Add(Enumerable.Range(0, Asks).SelectMany(each => Request(each, owner, manager, customers[random.Next(Customers)], calendars)));
    }

    private static Customer Customer(Guid ownerId, int place)
    {
        var customer = Given.Customer(ownerId: ownerId, tier: place % 3 == 0 ? Tier.Lighthouse : Tier.Standard);
        customer.Contacts.Add(Given.Contact(customer));
        return customer;
    }

    // Beside those that ship: a tier's, a customer's own of each measure and window, a contact's, a blackout, and a share kept for large deals.
    private static async Task LimitAsync(ReferenceHubDbContext db, List<Customer> customers)
    {
        var edition = await db.PolicyEditions.SingleAsync();
        edition.HoldBack(34, LargeAbove, "EUR");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        db.AddRange(
            Policy(PolicyMeasure.Uses, 3, LimitWindow.Rolling(180)).ForTier(Tier.Lighthouse).InEdition(edition.Id),
            Policy(PolicyMeasure.Uses, 4, LimitWindow.Rolling(365)).InEdition(edition.Id),
            new UsagePolicy(Given.Id(), PolicyPer.Customer, [], PolicyTerms.Closed(new Blackout(BlackoutRule.QuarterEnd, 10))).InEdition(edition.Id),
            new UsagePolicy(Given.Id(), PolicyPer.Customer, [], PolicyTerms.Closed(new Blackout(BlackoutRule.Between, From: today.AddDays(50), Until: today.AddDays(60)))).InEdition(edition.Id),
            Policy(PolicyMeasure.Uses, 1, LimitWindow.CalendarQuarter).ForCustomer(customers[1].Id, PolicySetter.Customer),
            Policy(PolicyMeasure.Units, 3, LimitWindow.CalendarQuarter).ForCustomer(customers[2].Id, PolicySetter.Owner),
            Policy(PolicyMeasure.Minutes, 90, LimitWindow.Rolling(77)).ForCustomer(customers[3].Id, PolicySetter.Customer),
            Policy(PolicyMeasure.Uses, 0, LimitWindow.Rest(45)).ForCustomer(customers[4].Id, PolicySetter.Customer),
            Policy(PolicyMeasure.Uses, 1, LimitWindow.Rolling(120)).ForContact(customers[5].Id, customers[5].Contacts[0].Id, PolicySetter.Customer));
        (await db.PolicySets.SingleAsync()).Touch(DateTime.UtcNow);
    }

    private static UsagePolicy Policy(PolicyMeasure measure, int amount, LimitWindow window) => new(Given.Id(), PolicyPer.Customer, [], new PolicyTerms(measure, amount, window));

    private IEnumerable<object> Request(int each, User owner, User manager, Customer customer, CalendarBook calendars)
    {
        var (now, time) = (DateTime.UtcNow, calendars.Default);
        var deal = Given.Opportunity(owner.Id);
        deal.Describe(new DealFacts { Name = deal.Name, AccountName = "Northwind", Currency = "EUR", StageKey = "proposal", OwnerId = owner.Id, AmountMinor = random.Next(2) * 900_000_00L });
        var need = new RequestNeed
        {
            ActivityKey = Keys[random.Next(Keys.Length)],
            OpportunityId = deal.Id,
            Text = "Somebody who did the same",
            NeededBy = DateOnly.FromDateTime(now).AddDays(20 + random.Next(300)),
        };
        var request = new ReferenceRequest(database.NextId(), 1000 + each, owner.Id, need, now);
        request.Submit(new Moment(owner.AsViewer(), now, time, new TimeOrderedIds(TimeProvider.System)), new Promise(time.AddDays(now, 2), 2, calendars.DefaultId));
        var moment = new Moment(manager.AsViewer(), now, time, new TimeOrderedIds(TimeProvider.System));
        request.Assign(moment, manager.Id, manager.Name);
        var candidate = request.Propose(moment, database.NextId(), customer.Id, customer.Contacts[random.Next(customer.Contacts.Count)].Id);
        Candidates.Add((request.Number, candidate.Id));
        return [deal, request];
    }
}
