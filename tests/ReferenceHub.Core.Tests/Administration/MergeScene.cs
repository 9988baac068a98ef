using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>Two records of one company with something of everything on both.</summary>
internal sealed class MergeScene
{
    private MergeScene(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Viewer Manager { get; } = Given.Viewer(name: "Paula Meier");

    public User Owner { get; } = Given.User(name: "Jonas Weber");

    public Customer Stays { get; private set; } = null!;

    public Customer Goes { get; private set; } = null!;

    public static async Task<MergeScene> MakeAsync(TestDatabase database)
    {
        var scene = new MergeScene(database);
        scene.Stays = scene.Record("Alpenbank AG", "https://alpenbank.example", ("Anna Keller", "anna@alpenbank.example"), ("Urs Frei", null));
        scene.Goes = scene.Record("Alpenbank", null, ("Anna Keller-Huber", "ANNA@alpenbank.example "), ("Eva Blum", "eva@alpenbank.example"));
        var products = await database.Read(db => db.Terms.Where(term => term.Kind == TermKind.Product).OrderBy(term => term.Key).Select(term => term.Id).Take(2).ToListAsync());
        var platforms = await database.Read(db => db.Terms.Where(term => term.Kind == TermKind.Platform).OrderBy(term => term.Key).Select(term => term.Id).Take(2).ToListAsync());
        Use(scene.Stays, products[0], null, null);
        Use(scene.Goes, products[0], "Enterprise", "Azure");
        Use(scene.Goes, products[1], "Team", null);
        scene.Stays.Attributes.Add(new CustomerAttribute(scene.Stays.Id, platforms[0]));
        scene.Goes.Attributes.Add(new CustomerAttribute(scene.Goes.Id, platforms[1]));
        var asset = new Asset(Given.Id(), scene.Goes.Id, AssetKind.Story, "How Alpenbank moved", "en", new DateOnly(2026, 1, 1));
        asset.NameSpeaker(scene.Goes.Contacts[0].Id);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        await database.Add(scene.Owner, scene.Stays, scene.Goes);
        await database.Add(
            asset,
            new FollowUp(Given.Id(), SourceKind.Customer, scene.Goes.Id, "Call back", today, scene.Owner.Id, scene.Owner.Id, database.Clock.Now),
            new LoggedAction(Given.Id(), SourceKind.Customer, scene.Goes.Id, ActionKind.Called, ActionOutcome.Reached, null, null, scene.Owner.Id, scene.Owner.Name, database.Clock.Now),
            new Nomination(Given.Id(), new NominationFacts { CompanyName = "Alpenbank", Why = "Happy" }, scene.Goes.Id, scene.Owner.Id, false, database.Clock.Now),
            UsageSignal.Declined(Given.Id(), scene.Goes.Id, scene.Goes.Contacts[0].Id, today, database.Clock.Now));
        foreach (var (record, days) in new[] { (scene.Stays, 100), (scene.Goes, 30), (scene.Goes, 200) })
        {
            var log = new LogUse(record.Id, record.Contacts[0].Id, ActivityKeys.SalesCall, today.AddDays(-days), 45, "Before the program");
            await database.Ask<LedgerService, Outcome>(ledger => ledger.LogAsync(log, scene.Manager, default));
        }

        return scene;
    }

    public Task<MergeComparison> CompareAsync() => Database.Ask<MergeQueries, MergeComparison>(queries => queries.CompareAsync(Stays.Id, Goes.Id, Manager, default));

    public async Task<Outcome> MergeAsync(Viewer? by = null, params (string Key, MergeSide Side)[] sides)
    {
        var seen = await CompareAsync();
        return await MergeAsync(seen, by, sides);
    }

    public Task<Outcome> MergeAsync(MergeComparison seen, Viewer? by = null, params (string Key, MergeSide Side)[] sides)
    {
        var choice = new MergeChoice(seen.Survivor.Version, seen.Other.Version, sides.ToDictionary(side => side.Key, side => side.Side));
        return Database.Ask<CustomerMerge, Outcome>(merge => merge.MergeAsync(seen.Survivor.Id, seen.Other.Id, choice, by ?? Manager, default));
    }

    public Task<Customer> RecordAsync(Guid id) => Database.Read(db => db.Customers.AsSplitQuery()
        .Include(row => row.Contacts).Include(row => row.Products).Include(row => row.Attributes).Include(row => row.Permissions).Include(row => row.Assets)
        .SingleAsync(row => row.Id == id));

    public Task<CustomerUsage> UsageAsync(Guid id) => Database.Ask<UsageQueries, CustomerUsage>(queries => queries.CustomerAsync(id, default));

    private static void Use(Customer customer, Guid product, string? edition, string? deployment)
    {
        var use = new ProductUse(Given.Id(), customer.Id, product);
        use.Describe(edition, deployment, null, null);
        customer.Products.Add(use);
    }

    private Customer Record(string name, string? website, params (string Name, string? Mail)[] people)
    {
        var customer = new Customer(Given.Id(), new CompanyFacts { Name = name, Website = website }, Owner.Id, Database.Clock.Now);
        customer.Activate();
        foreach (var (person, mail) in people)
        {
            var contact = new Contact(Given.Id(), customer.Id, person);
            contact.Describe(person, null, mail, null, ["de"], null);
            contact.Agree([PermissionScope.SalesCall, PermissionScope.Quote], null, null);
            customer.Contacts.Add(contact);
        }

        return customer;
    }
}
