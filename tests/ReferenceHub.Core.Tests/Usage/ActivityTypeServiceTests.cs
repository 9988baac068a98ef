using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Activity types are data: added, changed, ordered and switched in the browser.</summary>
public sealed class ActivityTypeServiceTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly Viewer manager = Given.User(Roles.ProgramManager).AsViewer();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Every_shipped_type_says_what_to_expect_and_hides_fields_that_a_need_has()
    {
        var fields = typeof(RequestNeed).GetProperties().Select(property => property.Name).ToList();
        ActivityFields.All.ShouldAllBe(field => fields.Contains(field.Name));
        ActivityTypes.Shipped().ShouldAllBe(type => type.Expect!.Length > 100 && type.Briefing!.Length > 50);
        Some.Types[ActivityKeys.SalesCall].Shows(ActivityFields.Requirements).ShouldBeFalse();
        Some.Types[ActivityKeys.Rfp].Shows(ActivityFields.Requirements).ShouldBeTrue();
    }

    [Fact]
    public void An_agreement_that_is_asked_for_is_never_hidden()
    {
        var type = ActivityTypes.Shipped()[0];
        type.Demand(new ActivityTerms(0, AsksGate: false, AsksNda: true, [ActivityFields.Nda, "Nonsense"]));
        type.Shows(ActivityFields.Nda).ShouldBeTrue();
        type.HiddenFields.ShouldBe([ActivityFields.Nda]);
    }

    [Theory]
    [InlineData("Round table", "round-table")]
    [InlineData("  Échange – Führung  ", "echange-fuhrung")]
    [InlineData("New", "new-2")]
    [InlineData("会議", "type")]
    public async Task A_new_type_gets_a_key_of_its_own_and_the_last_place(string name, string key)
    {
        (await AddAsync(name)).Value.ShouldBe(key);
        var all = await AllAsync();
        (all[^1].Key, all[^1].Name, all[^1].Enabled).ShouldBe((key, name.Trim(), true));
    }

    [Fact]
    public async Task Two_types_cannot_be_called_alike()
    {
        (await AddAsync("SALES  CALL")).Field.ShouldBe(nameof(ActivityFacts.Name));
        (await AddAsync("Sales-call")).Value.ShouldBe("sales-call-2");
    }

    [Fact]
    public async Task The_last_type_that_is_offered_stays()
    {
        var all = (await AllAsync()).Where(type => type.Enabled).ToList();
        foreach (var type in all.Skip(1))
        {
            (await ChangeAsync(type, change => change with { Enabled = false })).IsDone.ShouldBeTrue();
        }

        (await ChangeAsync(all[0], change => change with { Enabled = false })).Refusal!.ShouldContain("at least one activity type");
    }

    [Fact]
    public async Task A_change_is_in_the_history_field_by_field_and_a_stale_one_is_refused()
    {
        var call = (await AllAsync())[0];
        await ChangeAsync(call, change => change with { Facts = change.Facts with { Units = 2 }, Terms = change.Terms with { AsksNda = true } });

        var line = await database.Read(db => db.HistoryEvents.SingleAsync(entry => entry.Verb == "changed-activity-type"));
        line.Changes.Select(field => (field.Field, field.Before, field.After)).ShouldBe([("Units", "1", "2"), ("Non-disclosure agreement", "no", "yes")], ignoreOrder: true);
        await Should.ThrowAsync<StaleVersionException>(() => ChangeAsync(call, change => change with { Enabled = false }));
    }

    [Fact]
    public async Task Types_change_places_with_their_neighbours()
    {
        (await MoveAsync(ActivityKeys.SalesCall, up: true)).Refusal!.ShouldContain("first already");
        (await MoveAsync(ActivityKeys.SalesCall, up: false)).IsDone.ShouldBeTrue();
        (await AllAsync()).Select(type => type.Key).Take(2).ShouldBe([ActivityKeys.Rfp, ActivityKeys.SalesCall]);
    }

    [Fact]
    public async Task Texts_that_somebody_wrote_are_not_filled_in_again()
    {
        var all = await AllAsync();
        await ChangeAsync(all[0], change => change with { Texts = new ActivityTexts("Ours", null) });
        await database.Change(async db => (await db.ActivityTypes.SingleAsync(type => type.Key == ActivityKeys.Rfp)).Demand(new ActivityTerms(0, true, false, [])));
        await database.Change(async db => (await db.ActivityTypes.SingleAsync(type => type.Key == ActivityKeys.Rfp)).Tell(new ActivityTexts(null, null)));

        await database.Ask<ShippedTextsFill, bool>(async fill =>
        {
            await fill.RunAsync(default);
            return true;
        });

        all = await AllAsync();
        all[0].Expect.ShouldBe("Ours");
        (all[1].Expect, all[1].HiddenFields.Count).ShouldBe((Some.Types[ActivityKeys.Rfp].Expect, 5));
    }

    private Task<Outcome<string>> AddAsync(string name) => database.Ask<ActivityTypeService, Outcome<string>>(service => service.AddAsync(Change(name), manager, default));

    private Task<Outcome> MoveAsync(string key, bool up) => database.Ask<ActivityTypeService, Outcome>(service => service.MoveAsync(key, up, manager, default));

    private Task<Outcome> ChangeAsync(ActivityType type, Func<ActivityTypeChange, ActivityTypeChange> edit) =>
        database.Ask<ActivityTypeService, Outcome>(service => service.ChangeAsync(type.Key, edit(Change(type)), manager, default));

    private Task<List<ActivityType>> AllAsync() => database.Read(db => db.ActivityTypes.OrderBy(type => type.Order).ToListAsync());

    private static ActivityTypeChange Change(ActivityType type) => new(
        new ActivityFacts(type.Name, type.Icon, type.Units, type.Minutes, type.Route, type.Scope),
        new ActivityTargets(type.TargetBusinessDays, type.OwnerReplyMinutes, type.LegalReplyMinutes, type.CustomerReplyMinutes),
        new ActivityTerms(type.NoticeDays, type.AsksGate, type.AsksNda, type.HiddenFields), new ActivityTexts(type.Expect, type.Briefing), type.Enabled, type.Version);

    private static ActivityTypeChange Change(string name) => new(
        new ActivityFacts(name, "users", 1, 60, ApprovalRoute.OwnerCustomer, PermissionScope.SalesCall), new ActivityTargets(5, 480, 480, 720),
        new ActivityTerms(0, true, false, []), new ActivityTexts(null, null), Enabled: true, Version: 0);
}
