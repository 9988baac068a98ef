using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
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
        (await BoardAsync()).Rows.ShouldHaveSingleItem().Balance.ShouldBe(told.Balance);
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
    public async Task What_was_given_stays_what_it_was_when_the_program_reports_in_another_currency()
    {
        var scene = await UsageScene.MakeAsync(database);
        var gift = new GivenSpec { Kind = GivenKind.Gift, ContactId = scene.Contacts[0], On = DateOnly.FromDateTime(database.Clock.Now), Worth = 30, Currency = "EUR" };
        (await LimitAsync(50)).IsDone.ShouldBeTrue();
        (await GiveAsync(scene, gift)).IsDone.ShouldBeTrue();
        await ReportInAsync("USD");

        var told = await ReadAsync(scene);
        told.Lines.ShouldHaveSingleItem().Given.ShouldSatisfyAllConditions(line => line.Worth.ShouldBe(30), line => line.Currency.ShouldBe("EUR"));
        told.Money.ShouldSatisfyAllConditions(money => money.Limit.ShouldBe(new GiftLimit(50, "EUR")), money => money.Currency.ShouldBe("EUR"), money => money.Choices.ShouldBe(["EUR", "USD"]));
        (await GiveAsync(scene, gift)).Refusal!.ShouldStartWith("Gifts to one person are worth EUR 50.00 at most", Case.Sensitive, "the limit still counts what it counted");

        (await LimitAsync(60, "CHF")).Field.ShouldBe("Currency");
        (await LimitAsync(60, "USD")).IsDone.ShouldBeTrue();
        (await GiveAsync(scene, gift)).Refusal.ShouldBe("Prices are noted in USD since a moment ago, no longer in EUR. Say what it cost in USD.");
        (await GiveAsync(scene, gift with { Currency = "USD" })).Refusal!.ShouldContain("the two cannot be added up");
        (await GiveAsync(scene, gift with { Currency = "USD", ContactId = scene.Contacts[1] })).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("EUR", 0.004, "EUR has 2 decimals")]
    [InlineData("EUR", 12.345, "EUR has 2 decimals")]
    [InlineData("EUR", 12.34, null)]
    [InlineData("EUR", -1, "It is 0 or more")]
    [InlineData("JPY", 12.5, "JPY has no decimals")]
    [InlineData("JPY", 1200, null)]
    public async Task An_amount_is_kept_as_it_was_typed_or_not_at_all(string currency, double amount, string? why)
    {
        var scene = await UsageScene.MakeAsync(database);
        await ReportInAsync(currency);
        var given = await GiveAsync(scene, new GivenSpec { Kind = GivenKind.Gift, ContactId = scene.Contacts[0], On = DateOnly.FromDateTime(database.Clock.Now), Worth = (decimal)amount });
        var limited = await LimitAsync((decimal)amount, currency);
        if (why is null)
        {
            (given.IsDone, limited.IsDone).ShouldBe((true, true));
            (await ReadAsync(scene)).ShouldSatisfyAllConditions(told => told.Lines.Single().Given.Worth.ShouldBe((decimal)amount), told => told.Money.Limit.ShouldBe(new GiftLimit((decimal)amount, currency)));
        }
        else
        {
            (given.Field, limited.Field).ShouldBe(("Worth", "Most"));
            given.Refusal!.ShouldContain(why);
            limited.Refusal!.ShouldContain(why);
        }
    }

    [Fact]
    public async Task The_board_counts_everybody_and_shows_a_page_those_first_to_whom_most_is_owed()
    {
        var today = DateOnly.FromDateTime(database.Clock.Now);
        var scene = await UsageScene.MakeAsync(database);
        var gone = Given.Customer("Gone");
        gone.Retire(null);
        await database.Add([gone, .. Enumerable.Range(1, GivenBoard.PageSize + 1).Select(number => Given.Customer($"Reference {number:00}"))]);
        await scene.DoAsync((service, ct) => service.LogAsync(new LogUse(scene.CustomerId, null, ActivityKeys.SiteVisit, today.AddDays(-4), null, "Then", UseSource.Outside, null), Manager, ct));
        await GiveAsync(scene, new GivenSpec { Kind = GivenKind.RoadmapSession, On = today.AddDays(-3) });
        var wrong = new GivenSpec { Kind = GivenKind.EventSeat, On = today };
        await GiveAsync(scene, wrong);
        await TakeBackAsync(scene, (await ReadAsync(scene)).Lines[0].Given.Id, "Another company");
        var last = (await database.Read(db => db.Customers.SingleAsync(row => row.Name == "Reference 31"))).Id;
        await database.Ask<GivenService, Outcome>(service => service.GiveAsync(last, wrong, Manager, default));

        var board = await BoardAsync();
        (board.Customers, board.Taken, board.Given, board.Page, board.Rows.Count).ShouldBe((GivenBoard.PageSize + 2, 3, 3, 1, GivenBoard.PageSize));
        board.Rows[0].ShouldSatisfyAllConditions(row => row.CustomerId.ShouldBe(scene.CustomerId), row => row.Balance.ShouldBe(new GivenBalance(3, 1)), row => row.LastGiven.ShouldBe(today.AddDays(-3), "what was taken back was not given"));
        board.Rows[1].Name.ShouldBe("Reference 01");
        var second = await BoardAsync(9);
        (second.Page, second.Rows.Count).ShouldBe((2, 2));
        second.Rows[^1].ShouldSatisfyAllConditions(row => row.Name.ShouldBe("Reference 31", "it got most beyond what it gave"), row => row.Balance.Owed.ShouldBe(-2));
    }

    [Fact]
    public async Task Only_the_account_owner_and_the_program_write_and_read()
    {
        var scene = await UsageScene.MakeAsync(database);
        var seat = new GivenSpec { Kind = GivenKind.EventSeat, On = DateOnly.FromDateTime(database.Clock.Now) };

        await Should.ThrowAsync<ForbiddenException>(() => GiveAsync(scene, seat, Owner));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<GivenQueries, GivenStatement>(queries => queries.OfCustomerAsync(scene.CustomerId, Owner, default)));
        (await database.Ask<GivenQueries, (string, GivenBalance)?>(queries => queries.BalanceAsync(scene.CustomerId, Owner, default))).ShouldBeNull();
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<GivenService, Outcome>(service => service.LimitGiftsAsync(null, 0, Owner, default)));
    }

    private Task<Outcome> GiveAsync(UsageScene scene, GivenSpec spec, Viewer? by = null) =>
        database.Ask<GivenService, Outcome>(service => service.GiveAsync(scene.CustomerId, spec, by ?? Manager, default));

    private async Task<Outcome> LimitAsync(decimal most, string currency = "EUR")
    {
        var version = (await database.Read(db => db.PolicySets.SingleAsync())).Version;
        return await database.Ask<GivenService, Outcome>(service => service.LimitGiftsAsync(new GiftLimit(most, currency), version, Manager, default));
    }

    private Task<GivenBoard> BoardAsync(int page = 1) => database.Ask<GivenQueries, GivenBoard>(queries => queries.BoardAsync(page, Manager, default));

    private Task ReportInAsync(string currency) => database.Change(async db =>
    {
        var organisation = await db.Organisations.SingleAsync();
        organisation.Edit(organisation.Name, organisation.ZoneId, currency, organisation.FiscalYearStart);
    });

    private Task<Outcome> TakeBackAsync(UsageScene scene, Guid id, string reason) =>
        database.Ask<GivenService, Outcome>(service => service.TakeBackAsync(scene.CustomerId, id, reason, Manager, default));

    private Task<GivenStatement> ReadAsync(UsageScene scene) =>
        database.Ask<GivenQueries, GivenStatement>(queries => queries.OfCustomerAsync(scene.CustomerId, Manager, default));
}
