using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.References;

public sealed class BulkEditorTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task The_preview_says_what_changes_and_what_stays_and_changes_nothing()
    {
        var (one, two) = (Given.Customer("One"), Given.Customer("Two", tier: Tier.Lighthouse));
        await database.Add(one, two);

        var plan = await PreviewAsync([one.Id, two.Id], new BulkChange { Tier = Tier.Lighthouse });

        plan.Changing.ShouldHaveSingleItem().Changes.ShouldBe([new FieldChange("Tier", "Standard", "Lighthouse")]);
        plan.Staying.ShouldHaveSingleItem().Stays.ShouldBe(["Tier: Lighthouse already"]);
        (await database.Read(db => db.Customers.CountAsync(customer => customer.Tier == Tier.Lighthouse))).ShouldBe(1);
    }

    [Fact]
    public async Task It_all_happens_in_one_go_with_history_for_each_customer()
    {
        var owner = Given.User();
        var (one, two) = (Given.Customer(), Given.Customer());
        await database.Add(owner, one, two);
        var azure = await TermAsync("azure");
        var change = new BulkChange { OwnerId = owner.Id, Status = ReferenceStatus.Paused, Until = new DateOnly(2030, 1, 1), Add = [azure], RfpListed = true, Confirm = true };

        var result = await ApplyAsync(await PreviewAsync([one.Id, two.Id], change), change);

        result.Changed.ShouldBe(2);
        foreach (var customer in await database.Read(db => db.Customers.Include(customer => customer.Attributes).ToListAsync()))
        {
            (customer.OwnerId, customer.Status, customer.RfpListed, customer.Attributes.Single().TermId).ShouldBe((owner.Id, ReferenceStatus.Paused, true, azure));
            customer.VerifiedAt.ShouldNotBeNull();
        }

        var lines = await database.Read(db => db.HistoryEvents.Where(line => line.SubjectId == one.Id).ToListAsync());
        lines.SelectMany(line => line.Changes).Select(change => change.Field).ShouldBe(["Status", "Attributes", "RFP-listed", "Verify by", "Owner"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_was_changed_since_the_preview_is_left_as_it_is_and_named()
    {
        var (one, two) = (Given.Customer("One"), Given.Customer("Two"));
        await database.Add(one, two);
        var change = new BulkChange { Tier = Tier.Lighthouse };
        var plan = await PreviewAsync([one.Id, two.Id], change);
        await database.Change(async db => (await db.Customers.SingleAsync(customer => customer.Id == one.Id)).ListForRfps(true));

        var result = await ApplyAsync(plan, change);

        result.Changed.ShouldBe(1);
        result.Left.ShouldBe([("One", "changed by somebody else since the preview")]);
        (await database.Read(db => db.Customers.SingleAsync(customer => customer.Id == one.Id))).Tier.ShouldBe(Tier.Standard);
    }

    [Fact]
    public async Task An_owner_changes_own_customers_only_and_neither_owner_nor_tier()
    {
        var owner = Given.User();
        var (own, foreign) = (Given.Customer("Own", owner.Id), Given.Customer("Foreign"));
        await database.Add(owner, own, foreign);
        var plan = await PreviewAsync([own.Id, foreign.Id], new BulkChange { Confirm = true }, owner.AsViewer());

        plan.Changing.ShouldHaveSingleItem().Name.ShouldBe("Own");
        plan.Staying.ShouldHaveSingleItem().Stays.ShouldBe(["you may not change this record"]);
        await Should.ThrowAsync<ForbiddenException>(() => PreviewAsync([own.Id], new BulkChange { Tier = Tier.Lighthouse }, owner.AsViewer()));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<BulkEditor, Outcome<BulkResult>>(
            bulk => bulk.ApplyAsync(new Dictionary<Guid, int> { [own.Id] = 1 }, new BulkChange { RfpListed = true }, owner.AsViewer(), default)));
    }

    [Fact]
    public async Task Marks_of_others_customers_change_nothing()
    {
        var rep = Given.User();
        var foreign = Given.Customer();
        await database.Add(rep, foreign);
        var outcome = await database.Ask<BulkEditor, Outcome<BulkResult>>(
            bulk => bulk.ApplyAsync(new Dictionary<Guid, int> { [foreign.Id] = foreign.Version }, new BulkChange { Status = ReferenceStatus.Retired }, rep.AsViewer(), default));
        outcome.Value!.Changed.ShouldBe(0);
        (await database.Read(db => db.Customers.SingleAsync())).Status.ShouldBe(ReferenceStatus.Active);
    }

    [Fact]
    public async Task A_hidden_name_is_not_told()
    {
        var rep = Given.User();
        var secret = Given.Customer("Very Secret Bank", tier: Tier.Confidential);
        await database.Add(rep, secret);
        (await PreviewAsync([secret.Id], new BulkChange { Confirm = true }, rep.AsViewer())).Lines.ShouldHaveSingleItem().Name.ShouldBe("A confidential customer");
    }

    [Fact]
    public async Task A_retired_customer_is_not_paused_and_an_archived_one_not_touched()
    {
        var (retired, archived) = (Given.Customer(), Given.Customer());
        retired.Retire(null);
        archived.Archive(null, database.Clock.Now);
        await database.Add(retired, archived);
        var plan = await PreviewAsync([retired.Id, archived.Id], new BulkChange { Status = ReferenceStatus.Paused, Until = new DateOnly(2030, 1, 1) });
        plan.Staying.SelectMany(line => line.Stays).ShouldBe(["status: retired, which can't be paused", "archived"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(ReferenceStatus.Paused, "Until")]
    [InlineData(ReferenceStatus.DoNotUse, "Reason")]
    public async Task A_status_says_what_it_needs(ReferenceStatus status, string field)
    {
        var customer = Given.Customer();
        await database.Add(customer);
        (await database.Ask<BulkEditor, Outcome<BulkPlan>>(bulk => bulk.PreviewAsync([customer.Id], new BulkChange { Status = status }, Manager, default))).Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("AAAA")]
    public void Marks_that_are_none_name_nobody(string text) => BulkMarks.Read(text).ShouldBeEmpty();

    [Fact]
    public void Marks_read_back()
    {
        var marks = Enumerable.Range(1, 2000).Select(number => (Id: Given.Id(), Version: number)).ToList();
        var text = BulkMarks.Write(marks);
        text.Length.ShouldBeLessThan(60_000);
        BulkMarks.Read(text).ShouldBe(marks.ToDictionary(mark => mark.Id, mark => mark.Version), ignoreOrder: true);
    }

    public void Dispose() => database.Dispose();

    private Task<Guid> TermAsync(string key) => database.Read(db => db.Terms.Where(term => term.Key == key && term.Kind == TermKind.Platform).Select(term => term.Id).SingleAsync());

    private async Task<BulkPlan> PreviewAsync(Guid[] ids, BulkChange change, Viewer? viewer = null) =>
        (await database.Ask<BulkEditor, Outcome<BulkPlan>>(bulk => bulk.PreviewAsync(ids, change, viewer ?? Manager, default))).Value!;

    private async Task<BulkResult> ApplyAsync(BulkPlan plan, BulkChange change) =>
        (await database.Ask<BulkEditor, Outcome<BulkResult>>(bulk => bulk.ApplyAsync(BulkMarks.Read(plan.Marks), change, Manager, default))).Value!;
}
