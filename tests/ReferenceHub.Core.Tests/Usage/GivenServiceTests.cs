using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Give and take: append-only, held to the rules of gifts, beside what was asked.</summary>
public sealed class GivenServiceTests : IDisposable
{
    private static readonly Viewer Manager = new(new Guid("00000000-0000-7000-8000-00000000b001"), "Maria Berg", Roles.ProgramManager);
    private static readonly Viewer Owner = new(new Guid("00000000-0000-7000-8000-00000000b002"), "Olaf", Roles.Rep);

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_balance_is_what_took_place_against_what_was_given_in_a_year()
    {
        var scene = await UsageScene.MakeAsync(database);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        foreach (var (key, day) in new[] { (ActivityKeys.SalesCall, today.AddDays(-40)), (ActivityKeys.SiteVisit, today.AddDays(-364)), (ActivityKeys.SiteVisit, today.AddDays(-365)) })
        {
            await scene.DoAsync((service, ct) => service.LogAsync(new LogUse(scene.CustomerId, null, key, day, null, "Then", UseSource.Outside, null), Manager, ct));
        }

        (await GiveAsync(scene, new GivenSpec { Kind = GivenKind.EventSeat, On = today.AddDays(-1) })).IsDone.ShouldBeTrue();
        (await GiveAsync(scene, new GivenSpec { Kind = GivenKind.RoadmapSession, On = today.AddDays(-365) })).IsDone.ShouldBeTrue();

        var told = await ReadAsync(scene);
        told.Balance.ShouldBe(new GivenBalance(Taken: 4, Given: 2));
        (await database.Ask<GivenQueries, GivenBoard>(queries => queries.BoardAsync(1, Manager, default))).Rows.ShouldHaveSingleItem().Balance.ShouldBe(told.Balance);
    }

    [Fact]
    public async Task A_line_taken_back_stays_and_counts_no_more()
    {
        var scene = await UsageScene.MakeAsync(database);
        await GiveAsync(scene, new GivenSpec { Kind = GivenKind.EventSeat, On = DateOnly.FromDateTime(database.Clock.Now) });
        var line = (await ReadAsync(scene)).Lines.ShouldHaveSingleItem().Given;

        (await TakeBackAsync(scene, line.Id, "Another company")).IsDone.ShouldBeTrue();
        (await TakeBackAsync(scene, line.Id, "Again")).Refusal.ShouldBe("It was taken back already.");

        var told = await ReadAsync(scene);
        told.Lines.ShouldHaveSingleItem().TakenBack.ShouldBe("Another company");
        told.Balance.Given.ShouldBe(0);
    }

    [Fact]
    public async Task Gifts_are_held_to_the_limit_of_the_program_and_to_the_rules_of_the_customer()
    {
        var scene = await UsageScene.MakeAsync(database);
        var gift = new GivenSpec { Kind = GivenKind.Gift, ContactId = scene.Contacts[0], On = DateOnly.FromDateTime(database.Clock.Now), Worth = 30 };
        (await LimitAsync(50)).IsDone.ShouldBeTrue();

        (await GiveAsync(scene, gift)).IsDone.ShouldBeTrue();
        (await GiveAsync(scene, gift)).Refusal!.ShouldStartWith("Gifts to one person are worth EUR 50.00 at most in 365 days, by the rule of the program; EUR 30.00 is used already. It fits from ");
        (await GiveAsync(scene, gift with { ContactId = scene.Contacts[1] })).IsDone.ShouldBeTrue();
        (await GiveAsync(scene, gift with { ContactId = null })).Field.ShouldBe("ContactId");
        (await GiveAsync(scene, gift with { Worth = null })).Field.ShouldBe("Worth");

        await database.Ask<GivenService, Outcome>(service => service.ForbidGiftsAsync(scene.CustomerId, forbidden: true, Manager, default));
        (await GiveAsync(scene, gift with { Worth = 1 })).Refusal!.ShouldContain("forbids its people to take gifts");
    }

    [Fact]
    public async Task Gifts_at_the_same_instant_are_held_to_the_limit_together()
    {
        var scene = await UsageScene.MakeAsync(database);
        (await LimitAsync(50)).IsDone.ShouldBeTrue();
        var gift = new GivenSpec { Kind = GivenKind.Gift, ContactId = scene.Contacts[0], On = DateOnly.FromDateTime(database.Clock.Now), Worth = 20 };
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tries = Enumerable.Range(0, 6).Select(async _ =>
        {
            await start.Task;
            return await GiveAsync(scene, gift);
        }).ToList();
        start.SetResult();

        (await Task.WhenAll(tries)).Count(outcome => outcome.IsDone).ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_account_owner_and_the_program_write_and_read()
    {
        var scene = await UsageScene.MakeAsync(database);
        var seat = new GivenSpec { Kind = GivenKind.EventSeat, On = DateOnly.FromDateTime(database.Clock.Now) };

        await Should.ThrowAsync<ForbiddenException>(() => GiveAsync(scene, seat, Owner));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<GivenQueries, GivenStatement>(queries => queries.OfCustomerAsync(scene.CustomerId, Owner, default)));
        (await database.Ask<GivenQueries, GivenBalance?>(queries => queries.BalanceAsync(scene.CustomerId, Owner, default))).ShouldBeNull();
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<GivenService, Outcome>(service => service.LimitGiftsAsync(1, 0, Owner, default)));
    }

    private Task<Outcome> GiveAsync(UsageScene scene, GivenSpec spec, Viewer? by = null) =>
        database.Ask<GivenService, Outcome>(service => service.GiveAsync(scene.CustomerId, spec, by ?? Manager, default));

    private async Task<Outcome> LimitAsync(decimal most)
    {
        var version = (await database.Read(db => db.PolicySets.SingleAsync())).Version;
        return await database.Ask<GivenService, Outcome>(service => service.LimitGiftsAsync(most, version, Manager, default));
    }

    private Task<Outcome> TakeBackAsync(UsageScene scene, Guid id, string reason) =>
        database.Ask<GivenService, Outcome>(service => service.TakeBackAsync(scene.CustomerId, id, reason, Manager, default));

    private Task<GivenStatement> ReadAsync(UsageScene scene) =>
        database.Ask<GivenQueries, GivenStatement>(queries => queries.OfCustomerAsync(scene.CustomerId, Manager, default));
}
