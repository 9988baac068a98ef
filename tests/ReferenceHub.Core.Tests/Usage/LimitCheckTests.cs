using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

public sealed class LimitCheckTests
{
    private static readonly IReadOnlyList<UsageLimit> Limits = Defaults.For(Who(Anna, Ben));

    [Fact]
    public void A_second_call_within_90_days_is_refused_with_the_rule_who_set_it_and_the_first_free_day()
    {
        var verdict = LimitCheck.Check(Limits, [Use(ActivityKeys.Press, Monday.AddDays(-10), Ben)], Ask(ActivityKeys.SalesCall, Monday, Anna));

        verdict.Breach.ShouldNotBeNull();
        verdict.Breach.Rule.ShouldBe("Limit of 1 sales call, analyst or press use per customer in 90 days");
        verdict.Breach.SetBy.ShouldBe("the program");
        verdict.Breach.FreeOn.ShouldBe(Monday.AddDays(80));
    }

    [Fact]
    public void A_use_counts_until_90_days_have_passed()
    {
        LimitCheck.Check(Limits, [Use(ActivityKeys.SalesCall, Monday.AddDays(-89), Ben)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Allowed.ShouldBeFalse();
        LimitCheck.Check(Limits, [Use(ActivityKeys.SalesCall, Monday.AddDays(-90), Ben)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void A_use_planned_later_refuses_one_before_it()
    {
        var planned = Use(ActivityKeys.SalesCall, Monday.AddDays(60), Ben, UseState.Planned);

        var verdict = LimitCheck.Check(Limits, [planned], Ask(ActivityKeys.SalesCall, Monday, Anna));

        verdict.Breach!.FreeOn.ShouldBe(Monday.AddDays(150));
    }

    [Fact]
    public void A_contact_rests_30_days_before_and_after_a_use()
    {
        var rest = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 0, LimitWindow.Rest(30))).For(Who(Anna, Ben));

        LimitCheck.Check(rest, [Use(ActivityKeys.SalesCall, Monday.AddDays(-29), Anna)], Ask(ActivityKeys.Event, Monday, Anna)).Breach!.FreeOn.ShouldBe(Monday.AddDays(1));
        LimitCheck.Check(rest, [Use(ActivityKeys.SalesCall, Monday.AddDays(29), Anna)], Ask(ActivityKeys.Event, Monday, Anna)).Breach!.FreeOn.ShouldBe(Monday.AddDays(59));
        LimitCheck.Check(rest, [Use(ActivityKeys.SalesCall, Monday.AddDays(-30), Anna)], Ask(ActivityKeys.Event, Monday, Anna)).Allowed.ShouldBeTrue();
        LimitCheck.Check(rest, [Use(ActivityKeys.SalesCall, Monday.AddDays(-1), Anna)], Ask(ActivityKeys.Event, Monday, Ben)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void A_type_without_units_starts_no_rest()
    {
        var rest = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 0, LimitWindow.Rest(30))).For(Who(Anna));

        LimitCheck.Check(rest, [Use(ActivityKeys.Quote, Monday.AddDays(-3), Anna)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Allowed.ShouldBeTrue();
        LimitCheck.Check(rest, [Use(ActivityKeys.SalesCall, Monday.AddDays(-3), Anna)], Ask(ActivityKeys.Quote, Monday, Anna)).Allowed.ShouldBeFalse();
    }

    [Fact]
    public void A_no_show_takes_no_units_but_keeps_the_rest()
    {
        var noShow = Use(ActivityKeys.SalesCall, Monday.AddDays(-3), Anna, UseState.NoShow) with { Units = 0, Minutes = 0 };

        LimitCheck.Check(Limits, [noShow], Ask(ActivityKeys.SalesCall, Monday, Ben)).Allowed.ShouldBeTrue();
        LimitCheck.Check(Limits, [noShow], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!.FreeOn.ShouldBe(Monday.AddDays(27));
    }

    [Fact]
    public void An_rfp_listing_is_free_while_the_customer_is_worn_out() =>
        LimitCheck.Check(Limits, [Use(ActivityKeys.SalesCall, Monday, Anna), Use(ActivityKeys.Event, Monday, Ben)], Ask(ActivityKeys.Rfp, Monday)).Allowed.ShouldBeTrue();

    [Fact]
    public void The_strictest_of_several_limits_is_named_and_the_day_suits_all()
    {
        var limits = Book(
            Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)),
            Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(365)).ForCustomer(CustomerId, PolicySetter.Customer)).For(Who(Anna));

        var breach = LimitCheck.Check(limits, [Use(ActivityKeys.SalesCall, Monday.AddDays(-5))], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!;

        breach.SetBy.ShouldBe("the customer");
        breach.FreeOn.ShouldBe(Monday.AddDays(360));
    }

    [Fact]
    public void A_limit_of_another_customer_binds_nobody_else() =>
        Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 0, LimitWindow.Rolling(90)).ForCustomer(NextId(), PolicySetter.Customer)).For(Who(Anna)).ShouldBeEmpty();

    [Fact]
    public void A_limit_of_0_is_never_free()
    {
        var none = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 0, LimitWindow.Rolling(90), ActivityKeys.Press)).For(Who(Anna));

        LimitCheck.Check(none, [], Ask(ActivityKeys.Press, Monday, Anna)).Breach!.FreeOn.ShouldBeNull();
        LimitCheck.Check(none, [], Ask(ActivityKeys.Analyst, Monday, Anna)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void A_calendar_quarter_ends_with_its_last_day()
    {
        var quarter = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.CalendarQuarter)).For(Who(Anna));

        LimitCheck.Check(quarter, [Use(ActivityKeys.SalesCall, Monday)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!.FreeOn.ShouldBe(new DateOnly(2027, 1, 1));
        LimitCheck.Check(quarter, [Use(ActivityKeys.SalesCall, new(2026, 9, 30))], Ask(ActivityKeys.SalesCall, new(2026, 10, 1), Anna)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void A_contact_with_a_limit_of_minutes_of_its_own_is_bound_by_it()
    {
        var who = Who(Anna) with { Contacts = [Who(Anna).Contacts[0] with { MinutesPerQuarter = 40 }] };

        var breach = LimitCheck.Check(Book().For(who), [Use(ActivityKeys.SalesCall, Monday.AddDays(-60), Anna)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!;

        breach.SetBy.ShouldBe("the contact");
        breach.FreeOn.ShouldBe(Monday.AddDays(30));
    }

    [Fact]
    public void A_contact_with_a_limit_of_uses_of_its_own_is_bound_by_it_whatever_the_kind()
    {
        var who = Who(Anna, Ben) with { Contacts = [Who(Anna).Contacts[0] with { UsesPerQuarter = 1 }, Who(Ben).Contacts[0]] };
        IReadOnlyList<Use> used = [Use(ActivityKeys.SalesCall, Monday.AddDays(-60), Anna)];

        var breach = LimitCheck.Check(Book().For(who), used, Ask(ActivityKeys.Analyst, Monday, Anna)).Breach!;

        breach.Rule.ShouldBe("Limit of 1 use for this contact in 90 days");
        breach.SetBy.ShouldBe("the contact");
        breach.FreeOn.ShouldBe(Monday.AddDays(30));
        LimitCheck.Check(Book().For(who), used, Ask(ActivityKeys.SalesCall, Monday, Ben)).Allowed.ShouldBeTrue("it is Anna's own limit");
        LimitCheck.Check(Book().For(who), used, Ask(ActivityKeys.Rfp, Monday, Anna)).Allowed.ShouldBeTrue("a listing takes nobody's time");
    }

    [Fact]
    public void The_strictest_of_the_programs_and_a_contacts_own_limits_wins()
    {
        var who = Who(Anna) with { Contacts = [Who(Anna).Contacts[0] with { UsesPerQuarter = 5, MinutesPerQuarter = 500 }] };
        var book = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)));

        LimitCheck.Check(book.For(who), [Use(ActivityKeys.SalesCall, Monday.AddDays(-60), Anna)], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!.SetBy.ShouldBe("the program");
    }

    [Fact]
    public void No_use_at_all_is_a_limit_too()
    {
        var who = Who(Anna) with { Contacts = [Who(Anna).Contacts[0] with { UsesPerQuarter = 0 }] };

        LimitCheck.Check(Book().For(who), [], Ask(ActivityKeys.SalesCall, Monday, Anna)).Breach!.FreeOn.ShouldBeNull();
    }

    [Fact]
    public void A_segment_policy_binds_customers_that_have_all_its_terms()
    {
        var (banking, dach) = (NextId(), NextId());
        var book = Book(Policy(PolicyPer.Customer, PolicyMeasure.Units, 2, LimitWindow.Rolling(90)).ForSegment([banking, dach]));

        book.For(Who(Anna) with { SegmentIds = new HashSet<Guid> { banking, dach, NextId() } }).Count.ShouldBe(1);
        book.For(Who(Anna) with { SegmentIds = new HashSet<Guid> { banking } }).ShouldBeEmpty();
    }
}
