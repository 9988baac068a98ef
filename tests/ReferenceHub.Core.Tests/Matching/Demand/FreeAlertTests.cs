using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Matching.Demand;

/// <summary>"Tell me when one is free": waited on while nobody can be asked, told once, to those who may ask.</summary>
public sealed class FreeAlertTests : IDisposable
{
    private readonly DemandScene scene = new();

    [Fact]
    public async Task Who_waits_is_told_once_with_a_link_back_to_the_search()
    {
        (await scene.WaitAsync(scene.Rep)).Refusal.ShouldBeNull();
        (await scene.LookAsync()).ShouldBeEmpty();

        await scene.FreeTheBankAsync();
        await scene.LookAsync();

        var mail = (await scene.LookAsync()).ShouldHaveSingleItem();
        mail.Address.ShouldBe(scene.Rep.Email);
        mail.Body.ShouldContain("Alpenbank AG can be asked now: Sales call.");
        mail.Body.ShouldContain("/references?industry=banking&type=sales-call");
        (await scene.WaitingAsync(scene.Rep)).ShouldBeEmpty();
        (await scene.Database.Read(db => db.FreeAlerts.SingleAsync())).CustomerId.ShouldBe(scene.Bank.Id);
    }

    [Fact]
    public void A_search_that_a_merge_would_make_too_long_stays_as_it_was_for_merged_terms_are_understood()
    {
        var alert = new FreeAlert(Given.Id(), Given.Id(), "sales-call", Criteria.Parse("industry=banking"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        alert.Reclassify(new string('a', UnmetNeed.CriteriaLength + 1));
        alert.Criteria.ShouldBe("industry=banking");
    }

    [Fact]
    public async Task Nobody_waits_while_one_can_be_asked()
    {
        await scene.FreeTheBankAsync();

        (await scene.WaitAsync(scene.Rep)).Refusal.ShouldBe("Alpenbank AG fits and can be asked now.");
        (await scene.WaitAsync(scene.Rep, Criteria.None)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_search_is_waited_on_once_and_called_off_by_its_own_person()
    {
        var first = await scene.WaitAsync(scene.Rep);
        var again = await scene.WaitAsync(scene.Rep);
        await scene.WaitAsync(scene.OtherRep);

        again.Value.ShouldBe(first.Value);
        await Should.ThrowAsync<MissingException>(() => CallOffAsync(first.Value, scene.OtherRep));
        await CallOffAsync(first.Value, scene.Rep);
        await scene.FreeTheBankAsync();
        (await scene.LookAsync()).ShouldHaveSingleItem().Address.ShouldBe(scene.OtherRep.Email);
    }

    [Fact]
    public async Task One_person_waits_on_a_bounded_number_of_searches()
    {
        foreach (var months in Enumerable.Range(1, FreeAlert.MostOpen))
        {
            (await scene.WaitAsync(scene.Rep, Criteria.Parse($"industry=banking&prefer=live:{months}"))).Refusal.ShouldBeNull();
        }

        (await scene.WaitAsync(scene.Rep)).Refusal.ShouldStartWith("You wait on 20 searches.");
        scene.Database.Clock.Advance(TimeSpan.FromDays(FreeAlert.Days));
        await scene.Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == scene.Bank.Id)).Pause(DateOnly.FromDateTime(scene.Database.Clock.Now).AddDays(30), "Busy"));
        (await scene.WaitAsync(scene.Rep)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task After_180_days_nobody_is_told()
    {
        await scene.WaitAsync(scene.Rep);
        scene.Database.Clock.Advance(TimeSpan.FromDays(FreeAlert.Days));

        (await scene.LookAsync()).ShouldBeEmpty();

        (await scene.Database.Read(db => db.FreeAlerts.SingleAsync())).ShouldSatisfyAllConditions(alert => alert.EndedAt.ShouldNotBeNull(), alert => alert.CustomerId.ShouldBeNull());
    }

    [Fact]
    public async Task Whoever_left_or_may_not_ask_any_more_is_not_told()
    {
        await scene.WaitAsync(scene.Rep);
        await scene.WaitAsync(scene.OtherRep);
        await scene.Database.Change(async db =>
        {
            (await db.Users.SingleAsync(user => user.Id == scene.Rep.Id)).Deactivate(scene.Database.Clock.Now);
            (await db.Users.SingleAsync(user => user.Id == scene.OtherRep.Id)).GiveRoles(Roles.Executive);
        });
        await scene.FreeTheBankAsync();

        (await scene.LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_is_told_the_name_that_they_may_know()
    {
        await scene.Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == scene.Bank.Id)).MoveToTier(Tier.Confidential));
        await scene.WaitAsync(scene.Rep);
        await scene.WaitAsync(scene.Manager);
        await scene.FreeTheBankAsync();

        var mails = (await scene.LookAsync()).ToDictionary(mail => mail.Address, mail => mail.Body);

        mails[scene.Rep.Email!].ShouldNotContain("Alpenbank");
        mails[scene.Manager.Email!].ShouldContain("Alpenbank");
    }

    [Fact]
    public async Task A_leaver_s_searches_are_waited_on_by_who_takes_over()
    {
        await scene.WaitAsync(scene.Rep);
        await scene.WaitAsync(scene.Rep, activity: "site-visit");
        await scene.WaitAsync(scene.OtherRep);

        await HandOverAsync(scene.OtherRep);

        (await scene.WaitingAsync(scene.Rep)).ShouldBeEmpty();
        (await scene.WaitingAsync(scene.OtherRep)).Select(line => line.ActivityKey).ShouldBe(["sales-call", "site-visit"], ignoreOrder: true);
    }

    [Fact]
    public async Task However_many_wait_before_them_everybody_has_their_turn()
    {
        var elsewhere = Criteria.Parse("industry=insurance");
        var now = scene.Database.Clock.Now;
        await scene.Database.Add(Enumerable.Range(0, 510).Select(number => new FreeAlert(Given.Id(), scene.OtherRep.Id, "sales-call", elsewhere, now.AddMinutes(number - 600))));
        await scene.WaitAsync(scene.Rep);
        await scene.FreeTheBankAsync();

        (await scene.LookAsync()).ShouldHaveSingleItem().Address.ShouldBe(scene.Rep.Email);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Who_may_not_ask_does_not_wait(Roles roles) => await Should.ThrowAsync<ForbiddenException>(() => scene.WaitAsync(Given.User(roles)));

    public void Dispose() => scene.Dispose();

    private Task<Outcome> CallOffAsync(Guid id, User by) => scene.Database.Ask<FreeAlerts, Outcome>(alerts => alerts.CallOffAsync(id, by.AsViewer(), default));

    private async Task HandOverAsync(User to)
    {
        var admin = Given.Viewer(Roles.Administrator);
        (await scene.Database.Ask<Handover, Outcome<Leftovers>>(handover => handover.GiveAsync(scene.Rep.Id, to.Id, admin, default))).Refusal.ShouldBeNull();
    }
}
