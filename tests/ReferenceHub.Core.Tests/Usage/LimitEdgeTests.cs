using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>What a limit leaves alone, and what it doesn't.</summary>
public sealed class LimitEdgeTests
{
    private static readonly IReadOnlyList<UsageLimit> Rest = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 0, LimitWindow.Rest(30))).For(Who(Anna, Ben));

    [Fact]
    public void A_use_that_takes_nothing_of_a_limit_is_free_of_it_even_beyond_it()
    {
        var units = Book(Policy(PolicyPer.Customer, PolicyMeasure.Units, 1, LimitWindow.Rolling(90))).For(Who(Anna));
        IReadOnlyList<Use> beyond = [Use(ActivityKeys.Event, Monday.AddDays(-5), Anna)];

        LimitCheck.Check(units, beyond, Ask(ActivityKeys.Quote, Monday, Anna)).Allowed.ShouldBeTrue();
        LimitCheck.Check(units, beyond, Ask(ActivityKeys.SalesCall, Monday, Anna)).Allowed.ShouldBeFalse();
    }

    [Fact]
    public void An_ask_without_units_starts_no_rest_before_what_is_planned() =>
        LimitCheck.Check(Rest, [Use(ActivityKeys.SalesCall, Monday.AddDays(10), Anna, UseState.Planned)], Ask(ActivityKeys.Quote, Monday, Anna)).Allowed.ShouldBeTrue();

    [Fact]
    public void A_listing_stands_in_nobodys_rest() =>
        LimitCheck.Check(Rest, [Use(ActivityKeys.Rfp, Monday.AddDays(10), Anna, UseState.Planned)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Allowed.ShouldBeTrue();

    [Fact]
    public void The_day_after_a_planned_use_without_rest_of_its_own_is_free() =>
        LimitCheck.Check(Rest, [Use(ActivityKeys.Quote, Monday.AddDays(5), Anna, UseState.Planned)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!.FreeOn.ShouldBe(Monday.AddDays(6));

    [Fact]
    public void A_limit_of_uses_counts_each_use_as_one_whatever_it_takes()
    {
        var uses = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 2, LimitWindow.Rolling(90))).For(Who(Anna));
        var (visit, quote) = (Use(ActivityKeys.SiteVisit, Monday.AddDays(-5), Anna), Use(ActivityKeys.Quote, Monday.AddDays(-4), Ben));

        LimitCheck.Check(uses, [visit], Ask(ActivityKeys.SiteVisit, Monday, Anna)).Allowed.ShouldBeTrue();
        LimitCheck.Check(uses, [visit, quote], Ask(ActivityKeys.Quote, Monday, Anna)).Allowed.ShouldBeFalse();
    }

    [Fact]
    public void A_contacts_own_limit_leaves_others_alone_who_are_used_as_much()
    {
        var who = Who(Anna, Ben) with { Contacts = [Who(Anna).Contacts[0] with { UsesPerQuarter = 1 }, Who(Ben).Contacts[0]] };
        IReadOnlyList<Use> used = [Use(ActivityKeys.SalesCall, Monday.AddDays(-60), Anna), Use(ActivityKeys.SalesCall, Monday.AddDays(-60), Ben)];

        LimitCheck.Check(Book().For(who), used, Ask(ActivityKeys.Analyst, Monday, Ben)).Allowed.ShouldBeTrue();
        LimitCheck.Check(Book().For(who), used, Ask(ActivityKeys.Analyst, Monday, Anna)).Allowed.ShouldBeFalse();
    }

    [Fact]
    public void A_listing_counts_not_towards_a_contacts_limit()
    {
        var one = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90))).For(Who(Anna));

        LimitCheck.Check(one, [Use(ActivityKeys.Rfp, Monday.AddDays(-5), Anna)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void What_is_kept_for_large_deals_makes_the_one_before_it_the_last()
    {
        UsageLimit limit = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 3, LimitWindow.Rolling(90))).For(Who(Anna))[0];
        IReadOnlyList<Use> once = [Use(ActivityKeys.SalesCall, Monday.AddDays(-60), Ben)];

        LimitCheck.Check([limit with { HeldBack = 1 }], once, Ask(ActivityKeys.SalesCall, Monday, Anna)).TakesLast.ShouldBeTrue();
        LimitCheck.Check([limit], once, Ask(ActivityKeys.SalesCall, Monday, Anna)).TakesLast.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_kept_of_what_is_counted_per_contact()
    {
        var edition = PolicyEdition.First(NextId(), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        edition.HoldBack(50, 100_000m, "EUR");
        var names = Types.ToDictionary(type => type.Key, type => type.Value.Name);
        var book = new PolicyBook(new PolicyBasis(1, names, HolidayBook.Empty, edition, "EUR"), [
            Policy(PolicyPer.Contact, PolicyMeasure.Uses, 4, LimitWindow.Rolling(90)), Policy(PolicyPer.Customer, PolicyMeasure.Uses, 4, LimitWindow.Rolling(90))]);

        book.For(Who(Anna)).Select(limit => (limit.Per, limit.HeldBack)).ShouldBe([(PolicyPer.Contact, 0), (PolicyPer.Customer, 2)], ignoreOrder: true);
    }

    [Fact]
    public void A_policy_that_is_switched_off_binds_nobody()
    {
        var none = Policy(PolicyPer.Customer, PolicyMeasure.Uses, 0, LimitWindow.Rolling(90));
        Book(none).For(Who(Anna)).ShouldHaveSingleItem();

        none.Switch(false);
        Book(none).For(Who(Anna)).ShouldBeEmpty();
    }

    [Fact]
    public void An_ask_that_waits_makes_a_customer_nearly_used()
    {
        var waiting = Use(ActivityKeys.Quote, Monday.AddDays(3), Ben, UseState.Pending);

        Availability.Of(Call, Who(Anna), Used(waiting), Book(), Monday).State.ShouldBe(AvailabilityState.NearlyUsed);
        Availability.Of(Call, Who(Anna), Used(), Book(), Monday).State.ShouldBe(AvailabilityState.Open);
    }

    [Fact]
    public void The_calendar_for_everybody_gives_holidays_where_no_region_has_one_of_its_own()
    {
        var (everywhere, swiss) = (BusinessCalendar.Standard(NextId(), "Europe/Berlin"), NextId());
        everywhere.Open(WeekHours.Standard, [new Holiday(Monday, "Founders' day")]);
        var here = new BusinessCalendar(NextId(), "Swiss", "Europe/Zurich", WeekHours.Standard);
        here.Describe("Swiss", "Europe/Zurich", "ch");
        var book = HolidayBook.Of([everywhere, here], [(swiss, "ch")]);

        book.Of(Who(Anna)).ShouldContain(Monday);
        book.Of(Who(Anna) with { SegmentIds = new HashSet<Guid> { swiss } }).ShouldNotContain(Monday);
    }
}
