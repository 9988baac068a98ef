using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

public sealed class AvailabilityTests
{
    private static readonly PolicyBook Two = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 2, LimitWindow.Rolling(90)));

    [Fact]
    public void An_unused_customer_is_open() => Of(Call, Used()).State.ShouldBe(AvailabilityState.Open);

    [Fact]
    public void A_customer_whose_one_call_is_used_is_closed_with_rule_and_day()
    {
        var closed = Of(Call, Used(Use(ActivityKeys.SalesCall, Monday.AddDays(-40), Anna)));

        closed.State.ShouldBe(AvailabilityState.Closed);
        closed.Rule.ShouldNotBeNull().ShouldContain("1 sales call");
        closed.FreeOn.ShouldBe(Monday.AddDays(50));
        closed.LastUsed.ShouldBe(Monday.AddDays(-40));
    }

    [Fact]
    public void Taking_the_last_of_a_limit_above_1_is_nearly_used() =>
        Of(Call, Used(Use(ActivityKeys.SalesCall, Monday.AddDays(-40), Anna)), Two).State.ShouldBe(AvailabilityState.NearlyUsed);

    [Fact]
    public void Taking_all_of_a_limit_of_1_is_open() =>
        Of(Call, Used(), Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)))).State.ShouldBe(AvailabilityState.Open);

    [Fact]
    public void A_pending_ask_is_nearly_used() =>
        Of(Types[ActivityKeys.Event], Used(Use(ActivityKeys.SalesCall, Monday, Anna, UseState.Pending))).State.ShouldBe(AvailabilityState.NearlyUsed);

    [Fact]
    public void A_customer_is_closed_by_its_contacts_only_when_no_willing_one_is_free()
    {
        var rest = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 0, LimitWindow.Rest(30)));
        var used = Used(Use(ActivityKeys.SalesCall, Monday.AddDays(-5), Anna));
        var onlyAnna = Who(Anna, Ben) with { Contacts = [Who(Anna).Contacts[0], new UsageContact(Ben, new HashSet<PermissionScope>())] };

        Of(Call, used, rest).FreeContacts.ShouldBe([Ben]);
        var closed = Availability.Of(Call, onlyAnna, used, rest, Monday);
        closed.State.ShouldBe(AvailabilityState.Closed);
        closed.FreeOn.ShouldBe(Monday.AddDays(25));
    }

    [Fact]
    public void Of_free_contacts_the_most_rested_comes_first_and_whom_it_would_leave_without_time_last()
    {
        var (early, late) = (Monday.AddDays(-200), Monday.AddDays(-100));
        Of(Call, Used(Use(ActivityKeys.SalesCall, early, Anna), Use(ActivityKeys.SalesCall, late, Ben)), Two).FreeContacts.ShouldBe([Anna, Ben]);
        Of(Call, Used(Use(ActivityKeys.SalesCall, late, Anna), Use(ActivityKeys.SalesCall, early, Ben)), Two).FreeContacts.ShouldBe([Ben, Anna]);

        var minutes = Book(Policy(PolicyPer.Contact, PolicyMeasure.Minutes, 90, LimitWindow.Rolling(90)));
        var used = Used(Use(ActivityKeys.SalesCall, Monday.AddDays(-80), Anna) with { Minutes = 60 }, Use(ActivityKeys.SalesCall, Monday.AddDays(-20), Ben) with { Minutes = 10 });
        Of(Call, used, minutes).FreeContacts.ShouldBe([Ben, Anna]);
    }

    [Fact]
    public void A_customer_without_a_willing_contact_is_closed_except_for_what_needs_none()
    {
        Availability.Of(Call, Who(), Used(), Defaults, Monday).Rule.ShouldBe("No contact is willing");
        Availability.Of(Types[ActivityKeys.Rfp], Who(), Used(), Defaults, Monday).State.ShouldBe(AvailabilityState.Open);
    }

    [Fact]
    public void A_pause_closes_through_its_last_day()
    {
        Availability.Of(Call, Who(Anna) with { PausedUntil = Monday }, Used(), Defaults, Monday).FreeOn.ShouldBe(Monday.AddDays(1));
        Availability.Of(Call, Who(Anna) with { PausedUntil = Monday.AddDays(-1) }, Used(), Defaults, Monday).State.ShouldBe(AvailabilityState.Open);
    }

    [Fact]
    public void An_event_is_judged_on_the_first_day_after_its_notice() =>
        Of(Types[ActivityKeys.Event], Used(Use(ActivityKeys.SalesCall, Monday.AddDays(-10), Anna), Use(ActivityKeys.Event, Monday.AddDays(-125), Ben))).State.ShouldNotBe(AvailabilityState.Closed);

    [Fact]
    public void Fatigue_is_the_sum_of_its_parts()
    {
        var usage = new CustomerUsage(
            CustomerId,
            [Use(ActivityKeys.SalesCall, Monday.AddDays(-45), Anna), Use(ActivityKeys.Event, Monday.AddDays(9), Ben, UseState.Pending)],
            [
                .. Enumerable.Range(1, 2).Select(days => UsageSignal.Declined(NextId(), CustomerId, null, Monday.AddDays(-days), Noon(-days))),
                .. new[] { 5, 5, 4, 3, 3 }.Select((rating, at) => UsageSignal.Rated(NextId(), CustomerId, null, rating, Monday.AddDays(at - 100), Noon(at - 100))),
            ]);

        var score = Fatigue.Of(usage, Who(Anna, Ben), Defaults, Monday);

        score.Utilisation.ShouldBe(1); // 1 of 1 call
        score.Recency.ShouldBe(0.5);
        score.Declines.ShouldBe(2 / 3.0);
        score.RatingDrop.ShouldBe((5 - (10 / 3.0)) / 2, 1e-9);
        score.Pending.ShouldBe(0.5);
        score.Score.ShouldBe((int)Math.Round(40 + 10 + 10 + (15 * score.RatingDrop) + 5, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void A_customer_never_used_is_rested() => Fatigue.Of(Used(), Who(Anna), Defaults, Monday).Score.ShouldBe(0);

    private static DateTime Noon(int days) => Monday.AddDays(days).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static AvailabilityResult Of(ActivityType type, CustomerUsage usage, PolicyBook? policies = null) =>
        Availability.Of(type, Who(Anna, Ben), usage, policies ?? Defaults, Monday);
}
