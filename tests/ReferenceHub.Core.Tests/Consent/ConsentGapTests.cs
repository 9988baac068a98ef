using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Consent;

/// <summary>What is used without or beyond a permission is listed, and nothing else.</summary>
public sealed class ConsentGapTests : IDisposable
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(FakeClock.Start);
    private readonly SmallProgram program = new();

    private TestDatabase Database => program.Database;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Published_content_rests_on_a_yes_that_holds_today()
    {
        await ContentAsync(AssetKind.Story);
        (await GapsAsync()).Single().Why.ShouldBe("The customer has not agreed yet: story.");
        await AnswerAsync(PermissionScope.Story, PermissionStatus.Denied);
        (await GapsAsync()).Single().ToDo.ShouldBe("Withdraw it now.");
        await AnswerAsync(PermissionScope.Story, PermissionStatus.Granted, Day.AddDays(-1));
        (await GapsAsync()).Single().Why.ShouldBe("The permission for story lapsed on 22 Nov 2026.");
        await AnswerAsync(PermissionScope.Story, PermissionStatus.Granted, Day);
        (await GapsAsync()).ShouldBeEmpty();
        program.Clock.Advance(TimeSpan.FromDays(1));
        (await GapsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Drafts_and_content_out_of_use_are_left_out()
    {
        var asset = await ContentAsync(AssetKind.Video);
        await Database.Change(async db => (await db.Assets.SingleAsync(row => row.Id == asset.Id)).Withdraw("Old", program.Clock.Now));
        (await GapsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dach", "de", 0)]
    [InlineData("dach", "us", 1)]
    [InlineData("dach", null, 1)]
    [InlineData(null, "us", 0)]
    public async Task A_share_beyond_the_regions_of_a_yes_is_listed(string? region, string? place, int gaps)
    {
        var asset = await ContentAsync(AssetKind.Story);
        await AnswerAsync(PermissionScope.Story, PermissionStatus.Granted, null, region);
        await ShareAsync(asset, place);
        var found = await GapsAsync();
        found.Count.ShouldBe(gaps);
        found.ShouldAllBe(gap => gap.Kind == GapKind.Share);
    }

    [Fact]
    public async Task An_agreed_use_whose_permission_was_denied_since_is_listed()
    {
        var number = await AcceptedAsync();
        (await GapsAsync()).ShouldBeEmpty("a yes covers that one use while the permission is unknown");
        await AnswerAsync(PermissionScope.SalesCall, PermissionStatus.Denied);
        var gap = (await GapsAsync()).Single();
        gap.ShouldSatisfyAllConditions(row => row.Kind.ShouldBe(GapKind.Use), row => row.Address.ShouldBe($"/requests/{number}"), row => row.Why.ShouldStartWith("The customer refused on 23 Nov 2026"));
    }

    [Fact]
    public async Task An_agreed_use_whose_permission_lapses_before_it_is_held_is_listed()
    {
        await AnswerAsync(PermissionScope.SalesCall, PermissionStatus.Granted, Day.AddDays(2));
        var number = await AcceptedAsync();
        (await GapsAsync()).ShouldBeEmpty();
        var candidate = (await program.RequestAsync(number)).Candidates.Single().Id;
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddDays(5), null, null, program.Rep, default));
        (await GapsAsync()).Single().Why.ShouldBe("The permission ends on 25 Nov 2026, before the use is held.");
        program.Clock.Advance(TimeSpan.FromDays(3));
        (await GapsAsync()).Single().Why.ShouldBe("The permission lapsed on 25 Nov 2026, after they said yes.");
    }

    [Fact]
    public async Task Being_listed_for_RFPs_rests_on_a_yes()
    {
        await Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == program.CustomerId)).ListForRfps(true));
        (await GapsAsync()).Single().Kind.ShouldBe(GapKind.RfpList);
        await AnswerAsync(PermissionScope.Rfp, PermissionStatus.Granted);
        (await GapsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_are_shown_are_counted()
    {
        var customers = Enumerable.Range(0, ConsentGapQueries.MostOfAKind + 3).Select(_ => new Customer(Database.NextId(), new CompanyFacts { Name = "Alpenbank" }, null, program.Clock.Now)).ToList();
        customers.ForEach(customer => customer.ListForRfps(true));
        await Database.Add([.. customers]);
        var gaps = await program.Ask<ConsentGapQueries, ConsentGaps>(queries => queries.ReadAsync(program.Manager, default));
        gaps.Rows.Count.ShouldBe(ConsentGapQueries.MostOfAKind);
        gaps.Total.ShouldBe(ConsentGapQueries.MostOfAKind + 3);
    }

    [Fact]
    public async Task Owners_see_their_own_customers_and_others_nothing()
    {
        await ContentAsync(AssetKind.Story);
        (await GapsAsync(program.Owner)).Count.ShouldBe(1);
        (await GapsAsync(program.Rep)).ShouldBeEmpty();
        (await GapsAsync(Given.Viewer(Roles.Executive))).ShouldBeEmpty();
        (await GapsAsync(Given.Viewer(Roles.Administrator))).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<ConsentGap>> GapsAsync(Viewer? viewer = null) =>
        (await program.Ask<ConsentGapQueries, ConsentGaps>(queries => queries.ReadAsync(viewer ?? program.Manager, default))).Rows;

    private async Task<Asset> ContentAsync(AssetKind kind)
    {
        var asset = new Asset(Database.NextId(), program.CustomerId, kind, "How Alpenbank moved", "en", Day.AddDays(-10));
        asset.Describe("https://www.example.org/alpenbank", null, null);
        await Database.Add(asset);
        return asset;
    }

    private Task AnswerAsync(PermissionScope scope, PermissionStatus status, DateOnly? until = null, string? region = null) => Database.Change(async db =>
    {
        var permission = await db.Permissions.SingleOrDefaultAsync(row => row.CustomerId == program.CustomerId && row.Scope == scope);
        if (permission is null)
        {
            permission = new Permission(Database.NextId(), program.CustomerId, scope);
            db.Permissions.Add(permission);
        }

        permission.Record(status, until, "Form", program.Clock.Now);
        permission.Limit(region is null ? [] : [region], []);
    });

    private async Task ShareAsync(Asset asset, string? place)
    {
        var now = program.Clock.Now;
        var deal = new Opportunity(Database.NextId(), "OPP-9", new DealFacts { Name = "A deal", Currency = "EUR", StageKey = "proposal", RegionKey = place }, now);
        var id = Database.NextId();
        var link = new SignedLink(Database.NextId(), LinkPurpose.ContentShare, id, now, now.AddDays(30), 1000);
        var share = new ContentShare(id, link, "Prospect Ltd", null, deal.Id, null, program.Rep.UserId, now);
        share.Items.Add(new ContentShareItem(id, asset.Id, 0));
        await Database.Add(deal, link, share);
    }

    private async Task<int> AcceptedAsync()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "phone", program.Manager, default));
        return number;
    }
}
