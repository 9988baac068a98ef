using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Limits that were overridden are listed by the day on which that was done, and counted against all that was reserved then.</summary>
public sealed class OverrideTests : IDisposable
{
    private static readonly Viewer Manager = new(new Guid("00000000-0000-7000-8000-00000000b001"), "Maria Berg", Roles.ProgramManager);
    private static readonly OverrideMark Mark = new("Vera Sponsor", "Largest deal of the year");

    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_override_is_listed_with_rule_sponsor_reason_and_who_and_counted_against_all_reserved()
    {
        var scene = await UsageScene.MakeAsync(database);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        await scene.ReserveAsync(ActivityKeys.SalesCall, today.AddDays(3));
        var over = await scene.ReserveAsync(ActivityKeys.SalesCall, today.AddDays(5), contact: 1, Mark, Manager);

        var list = await ReadAsync();

        var line = list.Lines.ShouldHaveSingleItem();
        (line.Entry.UseId, line.Entry.Sponsor, line.Entry.OverrideReason, line.Entry.ActorName, line.Now).ShouldBe((over.UseId, "Vera Sponsor", "Largest deal of the year", "Maria Berg", UseState.Pending));
        line.Entry.OverriddenRule.ShouldNotBeNull().ShouldContain("1 sales call");
        list.Uses.ShouldBe(new Share(1, 2));
        list.Before.ShouldBe(new Share(0, 0));
    }

    [Fact]
    public async Task A_use_that_is_moved_counts_once_and_one_that_fell_away_stays_listed()
    {
        var scene = await UsageScene.MakeAsync(database);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        await scene.ReserveAsync(ActivityKeys.SalesCall, today.AddDays(3));
        var over = await scene.ReserveAsync(ActivityKeys.SalesCall, today.AddDays(5), contact: 1, Mark, Manager);
        await scene.AskAsync((service, ct) => service.MoveAsync(over.UseId, new MoveUse(today.AddDays(6), scene.Contacts[1], Agreed: true, Mark), Manager, ct));
        await scene.DoAsync((service, ct) => service.ReleaseAsync(over.UseId, Manager, ct));

        var list = await ReadAsync();

        (list.Total, list.Uses).ShouldBe((2, new Share(1, 2)));
        list.Lines.ShouldAllBe(line => line.Now == UseState.Released);
    }

    [Fact]
    public async Task A_period_holds_what_was_done_on_its_days_in_the_zone_of_the_program()
    {
        var scene = await UsageScene.MakeAsync(database);
        var day = DateOnly.FromDateTime(database.Clock.Now);
        await scene.ReserveAsync(ActivityKeys.SalesCall, day.AddDays(3));
        await scene.ReserveAsync(ActivityKeys.SalesCall, day.AddDays(5), contact: 1, Mark, Manager);
        database.Clock.Advance(TimeSpan.FromDays(100));

        (await ReadAsync()).Total.ShouldBe(0);
        (await ReadAsync()).Before.ShouldBe(new Share(1, 2));
        (await ReadAsync(day, day)).Total.ShouldBe(1);
        (await ReadAsync(day.AddDays(1), day.AddDays(9))).Total.ShouldBe(0);
        (await ReadAsync(day.AddDays(9), day)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task As_many_days_before_are_days_when_the_clocks_were_changed_between_them()
    {
        var scene = await UsageScene.MakeAsync(database);
        database.Clock.MoveTo(new DateTime(2026, 9, 26, 22, 30, 0, DateTimeKind.Utc));
        await scene.ReserveAsync(ActivityKeys.SalesCall, new DateOnly(2026, 10, 5));

        (await ReadAsync(new DateOnly(2026, 10, 26), new DateOnly(2026, 11, 23))).Before.ShouldBe(new Share(0, 1), "27 September began at 22:00 UTC");
    }

    [Fact]
    public async Task Overrides_are_narrowed_to_customers_and_to_an_activity()
    {
        var scene = await UsageScene.MakeAsync(database);
        var today = DateOnly.FromDateTime(database.Clock.Now);
        await scene.ReserveAsync(ActivityKeys.SalesCall, today.AddDays(3));
        await scene.ReserveAsync(ActivityKeys.Press, today.AddDays(5), contact: 1, Mark, Manager);
        var customer = await database.Read(db => db.Customers.Select(row => row.Id).SingleAsync());

        var press = await ReadAsync(scope: new OverrideScope([customer], ActivityKeys.Press));
        (press.Total, press.Uses).ShouldBe((1, new Share(1, 1)));
        (await ReadAsync(scope: new OverrideScope(null, ActivityKeys.SalesCall))).Uses.ShouldBe(new Share(0, 1));
        var nobody = await ReadAsync(scope: new OverrideScope([]));
        (nobody.Total, nobody.Uses).ShouldBe((0, new Share(0, 0)));
    }

    [Fact]
    public async Task Only_who_sees_usage_sees_overrides() =>
        await Should.ThrowAsync<ForbiddenException>(() => ReadAsync(by: Manager with { Roles = Roles.Executive | Roles.Rep | Roles.Administrator }));

    private Task<OverrideList> ReadAsync(DateOnly? from = null, DateOnly? to = null, Viewer? by = null, OverrideScope? scope = null) =>
        database.Ask<OverrideQueries, OverrideList>(queries => queries.ReadAsync(from, to, 1, scope ?? OverrideScope.Whole, by ?? Manager, default));
}
