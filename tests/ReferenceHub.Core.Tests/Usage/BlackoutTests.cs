using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Days on which nobody is asked, and capacity kept for large deals.</summary>
public sealed class BlackoutTests
{
    private static readonly Guid Swiss = NextId();
    private static readonly DateOnly Renewal = new(2027, 3, 10);
    private static readonly HolidayBook Holidays = new([(Swiss, Days("2026-08-01"))], Days("2026-12-25", "2026-12-26"));

    [Theory]
    [InlineData("2026-12-19", "2026-12-31", "2026-12-18", null)]
    [InlineData("2026-12-19", "2026-12-31", "2026-12-19", "2027-01-01")]
    [InlineData("2026-12-19", "2026-12-31", "2026-12-31", "2027-01-01")]
    [InlineData("2026-12-19", "2026-12-31", "2027-01-01", null)]
    public void A_stretch_closes_its_first_day_its_last_and_all_between(string from, string until, string on, string? free) =>
        Refused(new Blackout(BlackoutRule.Between, From: Day(from), Until: Day(until)), Who(Anna), on).ShouldBe(free is null ? null : Day(free));

    [Theory]
    [InlineData(14, "2026-12-17", null)]
    [InlineData(14, "2026-12-18", "2027-01-01")]
    [InlineData(14, "2026-12-31", "2027-01-01")]
    [InlineData(1, "2027-02-28", null)]
    [InlineData(1, "2027-03-31", "2027-04-01")]
    public void The_end_of_a_quarter_is_its_last_days(int days, string on, string? free) =>
        Refused(new Blackout(BlackoutRule.QuarterEnd, days), Who(Anna), on).ShouldBe(free is null ? null : Day(free));

    [Theory]
    [InlineData("2027-02-07", null)]
    [InlineData("2027-02-08", "2027-03-11")]
    [InlineData("2027-03-10", "2027-03-11")]
    [InlineData("2027-03-11", null)]
    public void Before_a_renewal_nobody_is_asked(string on, string? free) =>
        Refused(new Blackout(BlackoutRule.Renewal, 30), Who(Anna) with { RenewalOn = Renewal }, on).ShouldBe(free is null ? null : Day(free));

    [Fact]
    public void An_escalation_closes_until_somebody_ends_it_and_no_day_is_promised()
    {
        var verdict = Check(new Blackout(BlackoutRule.Escalation), Who(Anna) with { Escalated = true }, "2027-02-01");
        verdict.Breach.ShouldNotBeNull().FreeOn.ShouldBeNull();
        Check(new Blackout(BlackoutRule.Escalation), Who(Anna), "2027-02-01").Allowed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, "2026-12-25", "2026-12-27")]
    [InlineData(true, "2026-12-25", null)]
    [InlineData(true, "2026-08-01", "2026-08-02")]
    [InlineData(false, "2026-08-01", null)]
    public void Holidays_are_those_of_the_customers_region_else_of_the_calendar_for_everybody(bool swiss, string on, string? free) =>
        Refused(new Blackout(BlackoutRule.Holidays), swiss ? Who(Anna) with { SegmentIds = new HashSet<Guid> { Swiss } } : Who(Anna), on).ShouldBe(free is null ? null : Day(free));

    [Theory]
    [InlineData(BlackoutRule.Renewal)]
    [InlineData(BlackoutRule.Escalation)]
    public void Whoever_is_refused_does_not_learn_what_only_few_may_know(BlackoutRule rule)
    {
        var breach = Check(new Blackout(rule, rule == BlackoutRule.Renewal ? 30 : 0), Who(Anna) with { RenewalOn = Renewal, Escalated = true }, "2027-03-01").Breach!;
        breach.Rule.ShouldNotContain("renewal", Case.Insensitive);
        breach.Rule.ShouldNotContain("escalation", Case.Insensitive);
        breach.ToldFreeOn.ShouldBeNull("the day after a renewal tells the renewal");
        PolicyWords.FullRule(Closed(new Blackout(rule, rule == BlackoutRule.Renewal ? 30 : 0)), Names).ShouldContain(rule.ToString(), Case.Insensitive);
    }

    [Fact]
    public void A_free_day_is_free_of_limits_and_of_blackouts()
    {
        var used = Use(ActivityKeys.SalesCall, Monday, Anna);
        var limit = Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90), ActivityKeys.SalesCall);
        var around = Closed(new Blackout(BlackoutRule.Between, From: Monday.AddDays(85), Until: Monday.AddDays(99)));
        var verdict = LimitCheck.Check(BookOf(limit, around).For(Who(Anna)), [used], Ask(ActivityKeys.SalesCall, Monday.AddDays(10), Anna));
        verdict.Breach!.FreeOn.ShouldBe(Monday.AddDays(100));
    }

    [Fact]
    public void A_listing_takes_nobodys_time_and_goes_on_in_a_blackout() =>
        LimitCheck.Check(BookOf(Closed(new Blackout(BlackoutRule.Between, From: Monday, Until: Monday))).For(Who(Anna)), [], Ask(ActivityKeys.Rfp, Monday)).Allowed.ShouldBeTrue();

    [Fact]
    public void One_for_a_tier_closes_no_other()
    {
        var policy = Closed(new Blackout(BlackoutRule.Between, From: Monday, Until: Monday)).ForTier(Tier.Lighthouse);
        BookOf(policy).For(Who(Anna)).ShouldBeEmpty();
        BookOf(policy).For(Who(Anna) with { Tier = Tier.Lighthouse }).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(4, 25, 0, 3)]
    [InlineData(4, 25, 600_000, 4)]
    [InlineData(4, 20, 0, 4)]
    [InlineData(1, 99, 0, 1)]
    [InlineData(10, 50, 500_000, 5)]
    public void A_share_rounded_down_is_kept_for_deals_above_the_amount(int limit, int percent, int amount, int fits)
    {
        var edition = new PolicyEdition(NextId(), 1, "Kept", DateTime.UnixEpoch, null, "Test");
        edition.HoldBack(percent, 500_000);
        var book = new PolicyBook(new PolicyBasis(1, Names, HolidayBook.Empty, edition, "EUR"), [Policy(PolicyPer.Customer, PolicyMeasure.Uses, limit, LimitWindow.Rolling(90))]);
        var uses = new List<Use>();
        for (var ask = 0; ask <= limit; ask++)
        {
            if (LimitCheck.Check(book.For(Who(Anna)), uses, Ask(ActivityKeys.SalesCall, Monday, Anna) with { Large = book.IsLarge(amount) }).Allowed)
            {
                uses.Add(Use(ActivityKeys.SalesCall, Monday, Anna));
            }
        }

        uses.Count.ShouldBe(fits);
    }

    private static IReadOnlyDictionary<string, string> Names => Types.ToDictionary(type => type.Key, type => type.Value.Name);

    private static UsagePolicy Closed(Blackout blackout) => new(NextId(), PolicyPer.Customer, [], PolicyTerms.Closed(blackout));

    private static PolicyBook BookOf(params UsagePolicy[] policies) => new(new PolicyBasis(1, Names, Holidays), policies);

    private static LimitVerdict Check(Blackout blackout, UsageSubject who, string on) =>
        LimitCheck.Check(BookOf(Closed(blackout)).For(who), [], Ask(ActivityKeys.SalesCall, Day(on), Anna));

    private static DateOnly? Refused(Blackout blackout, UsageSubject who, string on) => Check(blackout, who, on).Breach?.FreeOn;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static HashSet<DateOnly> Days(params string[] texts) => [.. texts.Select(Day)];
}
