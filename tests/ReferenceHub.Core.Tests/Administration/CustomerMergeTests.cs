using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Administration;

public sealed class CustomerMergeTests : IDisposable
{
    // Tables that point to a customer and need no moving: the stub keeps these as they were, or they are moved with their customer's collections.
    private static readonly string[] Handled =
    [
        "Asset", "Candidate", "ChangeProposal", "Contact", "ContactRelease", "ContactReveal", "Customer", "CustomerAttribute", "CustomerLedger", "FreeAlert", "GivenValue", "LedgerEntry", "LedgerFinding", "Nomination",
        "Permission", "ProductUse", "Project", "UsagePolicy", "UsageSignal",
    ];

    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task Everything_moves_to_the_record_that_stays()
    {
        var scene = await MergeScene.MakeAsync(database);
        (await scene.MergeAsync()).Refusal.ShouldBeNull();

        var stays = await scene.RecordAsync(scene.Stays.Id);
        stays.Contacts.Select(contact => contact.Name).ShouldBe(["Anna Keller", "Urs Frei", "Eva Blum"], ignoreOrder: true);
        stays.Products.Count.ShouldBe(2);
        stays.Products.ShouldContain(use => use.Edition == "Enterprise" && use.Deployment == "Azure");
        stays.Attributes.Count.ShouldBe(2);
        var anna = stays.Contacts.Single(contact => contact.Name == "Anna Keller").Id;
        stays.Assets.ShouldHaveSingleItem().SpeakerId.ShouldBe(anna);
        (await database.Read(db => db.FollowUps.SingleAsync())).SourceId.ShouldBe(stays.Id);
        (await database.Read(db => db.LoggedActions.SingleAsync())).SourceId.ShouldBe(stays.Id);
        (await database.Read(db => db.Nominations.SingleAsync())).CustomerId.ShouldBe(stays.Id);
        var signal = await database.Read(db => db.UsageSignals.SingleAsync());
        (signal.CustomerId, signal.ContactId).ShouldBe((stays.Id, anna));
    }

    [Fact]
    public async Task The_ledger_says_the_same_before_and_after_without_gaps()
    {
        var scene = await MergeScene.MakeAsync(database);
        var before = (await scene.UsageAsync(scene.Stays.Id)).Uses.Concat((await scene.UsageAsync(scene.Goes.Id)).Uses).ToList();
        await scene.MergeAsync();

        var after = (await scene.UsageAsync(scene.Stays.Id)).Uses;
        after.Select(use => (use.UseId, use.On, use.Units, use.Minutes)).ShouldBe(before.Select(use => (use.UseId, use.On, use.Units, use.Minutes)), ignoreOrder: true);
        (await scene.UsageAsync(scene.Goes.Id)).Uses.ShouldBeEmpty();
        var entries = await database.Read(db => db.LedgerEntries.OrderBy(entry => entry.Sequence).ToListAsync());
        entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
        entries.Select(entry => entry.ContactId).Distinct().ShouldHaveSingleItem().ShouldBe(scene.Stays.Contacts[0].Id);
        (await database.Read(db => db.CustomerLedgers.SingleAsync(ledger => ledger.CustomerId == scene.Stays.Id))).Entries.ShouldBe(3);
    }

    [Fact]
    public async Task The_fuller_and_the_stricter_value_is_taken_unless_somebody_chooses()
    {
        var scene = await MergeScene.MakeAsync(database);
        await database.Change(async db =>
        {
            var goes = await db.Customers.SingleAsync(row => row.Id == scene.Goes.Id);
            goes.Describe(goes.CompanyFacts with { City = "Graz", Employees = 70 });
            goes.MoveToTier(Tier.Confidential);
            goes.Pause(new DateOnly(2027, 3, 1), "Law suit");
        });

        var seen = await scene.CompareAsync();
        seen.Fields.ToDictionary(field => field.Key, field => field.Usual).ShouldBe(
            new Dictionary<string, MergeSide>
            {
                ["Status"] = MergeSide.Other, ["Name"] = MergeSide.Survivor, ["City"] = MergeSide.Other, ["Employees"] = MergeSide.Other, ["Website"] = MergeSide.Survivor, ["Tier"] = MergeSide.Other,
            },
            ignoreOrder: true);
        (await scene.MergeAsync(seen, null, ("Employees", MergeSide.Survivor), ("Name", MergeSide.Other))).IsDone.ShouldBeTrue();

        var stays = await scene.RecordAsync(scene.Stays.Id);
        (stays.Name, stays.City, stays.Employees, stays.Tier, stays.Status).ShouldBe(("Alpenbank", "Graz", null, Tier.Confidential, ReferenceStatus.Paused));
        stays.WebDomain.ShouldBe("alpenbank.example");
        var line = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.SubjectId == scene.Stays.Id && line.Verb == "merged"));
        line.ActorName.ShouldBe("Paula Meier");
        line.Changes.ShouldContain(new FieldChange("Headquarters", null, "Graz", false));
    }

    [Fact]
    public async Task Of_two_answers_the_stricter_counts_and_no_beats_yes()
    {
        var scene = await MergeScene.MakeAsync(database);
        await AnswerAsync(scene.Stays, PermissionScope.SalesCall, PermissionStatus.Granted, null);
        await AnswerAsync(scene.Goes, PermissionScope.SalesCall, PermissionStatus.Denied, null);
        await AnswerAsync(scene.Stays, PermissionScope.Press, PermissionStatus.Denied, null);
        await AnswerAsync(scene.Goes, PermissionScope.Press, PermissionStatus.Granted, null);
        await AnswerAsync(scene.Stays, PermissionScope.Quote, PermissionStatus.Granted, new DateOnly(2028, 1, 1));
        await AnswerAsync(scene.Goes, PermissionScope.Quote, PermissionStatus.Granted, new DateOnly(2027, 1, 1));
        await AnswerAsync(scene.Goes, PermissionScope.Logo, PermissionStatus.Granted, null);
        await AnswerAsync(scene.Stays, PermissionScope.Story, PermissionStatus.Granted, null);
        await AnswerAsync(scene.Goes, PermissionScope.Story, PermissionStatus.Unknown, null);
        (await scene.MergeAsync()).IsDone.ShouldBeTrue();

        var answers = (await scene.RecordAsync(scene.Stays.Id)).Permissions.ToDictionary(permission => permission.Scope);
        answers[PermissionScope.SalesCall].Status.ShouldBe(PermissionStatus.Denied);
        answers[PermissionScope.Press].Status.ShouldBe(PermissionStatus.Denied);
        answers[PermissionScope.Quote].ValidUntil.ShouldBe(new DateOnly(2027, 1, 1));
        answers[PermissionScope.Logo].Status.ShouldBe(PermissionStatus.Granted);
        answers[PermissionScope.Logo].Evidence.ShouldBe("Form of Alpenbank");
        answers[PermissionScope.Story].Status.ShouldBe(PermissionStatus.Unknown);
    }

    [Fact]
    public async Task A_yes_can_be_chosen_over_a_no_and_history_says_so()
    {
        var scene = await MergeScene.MakeAsync(database);
        await AnswerAsync(scene.Stays, PermissionScope.SalesCall, PermissionStatus.Granted, null);
        await AnswerAsync(scene.Goes, PermissionScope.SalesCall, PermissionStatus.Denied, null);
        (await scene.MergeAsync(null, (MergeKeys.Of(PermissionScope.SalesCall), MergeSide.Survivor))).IsDone.ShouldBeTrue();
        (await scene.RecordAsync(scene.Stays.Id)).Permissions.Single().Status.ShouldBe(PermissionStatus.Granted);
    }

    [Fact]
    public async Task The_other_record_is_a_signpost_in_no_list_and_its_history_is_told_on()
    {
        var scene = await MergeScene.MakeAsync(database);
        await database.Ask<VerificationService, Outcome<DateOnly>>(service => service.ConfirmAsync([scene.Goes.Id], scene.Manager, default));
        await scene.MergeAsync();

        (await database.Read(db => db.Customers.Present().Select(row => row.Id).ToListAsync())).ShouldBe([scene.Stays.Id]);
        (await SurvivorAsync(scene.Goes.Id, Given.Viewer(Roles.Rep))).ShouldBe(scene.Stays.Id);
        var history = await database.Ask<CustomerHistoryQueries, CustomerHistory>(queries => queries.ReadAsync(scene.Stays.Id, new HistoryFilter(), scene.Manager, default));
        history.Lines.Select(line => line.Verb).ShouldContain("verified");
        await Should.ThrowAsync<IllegalMoveException>(() => database.Ask<CustomerService, (CustomerEdit, int, string)>(service => service.ReadAsync(scene.Goes.Id, scene.Manager, default)));
    }

    [Fact]
    public async Task Who_may_not_see_the_name_of_the_record_that_stays_is_not_led_there()
    {
        var scene = await MergeScene.MakeAsync(database);
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == scene.Stays.Id)).MoveToTier(Tier.Confidential));
        await scene.MergeAsync();
        await Should.ThrowAsync<MissingException>(() => SurvivorAsync(scene.Goes.Id, Given.Viewer(Roles.Rep)));
        (await SurvivorAsync(scene.Goes.Id, scene.Owner.AsViewer())).ShouldBe(scene.Stays.Id);
    }

    [Fact]
    public async Task A_signpost_to_a_record_that_is_merged_in_turn_leads_to_the_last_one()
    {
        var scene = await MergeScene.MakeAsync(database);
        await scene.MergeAsync();
        var last = Given.Customer("Alpen Holding");
        await database.Add(last);
        var seen = await database.Ask<MergeQueries, MergeComparison>(queries => queries.CompareAsync(last.Id, scene.Stays.Id, scene.Manager, default));
        (await scene.MergeAsync(seen)).Refusal.ShouldBeNull();
        (await SurvivorAsync(scene.Goes.Id, Given.Viewer(Roles.Rep))).ShouldBe(last.Id);
    }

    [Fact]
    public async Task Of_two_who_merge_at_once_one_is_told_what_happened()
    {
        var scene = await MergeScene.MakeAsync(database);
        var seen = await scene.CompareAsync();
        var turned = new MergeComparison(seen.Other, seen.Survivor, [], [], [], [], []);
        var answers = await Task.WhenAll(scene.MergeAsync(seen), scene.MergeAsync(turned), scene.MergeAsync(seen));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        answers.Where(answer => !answer.IsDone).ShouldAllBe(answer => answer.Refusal!.Contains("was merged into", StringComparison.Ordinal));
        (await database.Read(db => db.Customers.Present().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_looked_at_is_looked_at_again()
    {
        var scene = await MergeScene.MakeAsync(database);
        var seen = await scene.CompareAsync();
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == scene.Goes.Id)).ListForRfps(true));
        (await scene.MergeAsync(seen)).Refusal!.ShouldContain("changed in the meantime");
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == scene.Goes.Id)).Archive(null, database.Clock.Now));
        (await scene.MergeAsync()).Refusal!.ShouldContain("archived");
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Only_the_program_compares_and_merges(Roles roles)
    {
        var scene = await MergeScene.MakeAsync(database);
        var seen = await scene.CompareAsync();
        await Should.ThrowAsync<ForbiddenException>(() => scene.MergeAsync(seen, Given.Viewer(roles)));
        await Should.ThrowAsync<ForbiddenException>(() => scene.MergeAsync(seen, scene.Owner.AsViewer()));
    }

    [Fact]
    public async Task The_catalog_knows_the_merged_record_no_more()
    {
        var scene = await MergeScene.MakeAsync(database);
        (await database.Ask<CatalogCache, int>(async cache => (await cache.GetAsync(default)).Count)).ShouldBe(2);
        await scene.MergeAsync();
        (await database.Ask<CatalogCache, int>(async cache => (await cache.GetAsync(default)).Count)).ShouldBe(1);
    }

    [Fact]
    public async Task Every_table_that_points_to_a_customer_is_thought_of()
    {
        var pointing = await database.Read(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(type => type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Customer))).Select(type => type.ClrType.Name).Order().ToList()));
        pointing.Except(Handled).ShouldBeEmpty("A new table points to customers: let MergeParts move its rows, then name it here.");
    }

    public void Dispose() => database.Dispose();

    private Task AnswerAsync(Customer customer, PermissionScope scope, PermissionStatus status, DateOnly? until)
    {
        var permission = new Permission(Given.Id(), customer.Id, scope);
        permission.Record(status, until, $"Form of {customer.Name}", database.Clock.Now);
        return database.Add(permission);
    }

    private Task<Guid?> SurvivorAsync(Guid id, Viewer viewer) => database.Ask<ReferenceProfileQueries, Guid?>(queries => queries.SurvivorAsync(id, viewer, default));
}
