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

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_blackout_closes_every_kind_that_its_policy_does_not_leave_out(string kind)
    {
        var closed = new Blackout(BlackoutRule.Between, From: Monday, Until: Monday);
        var others = Types.Keys.Where(key => key != kind);

        LimitCheck.Check(BookOf(Closed(closed)).For(Who(Anna)), [], Ask(kind, Monday)).Allowed.ShouldBeFalse("it takes units and minutes, or neither");
        LimitCheck.Check(BookOf(new UsagePolicy(NextId(), PolicyPer.Customer, others, PolicyTerms.Closed(closed))).For(Who(Anna)), [], Ask(kind, Monday)).Allowed.ShouldBeTrue();
    }

    [Fact]
    public void One_for_a_contact_closes_only_what_is_asked_of_them()
    {
        var policy = Closed(new Blackout(BlackoutRule.Between, From: Monday, Until: Monday)).ForContact(CustomerId, Anna, PolicySetter.Owner);
        var limits = BookOf(policy).For(Who(Anna, Ben));

        LimitCheck.Check(limits, [], Ask(ActivityKeys.Quote, Monday, Anna)).Allowed.ShouldBeFalse();
        LimitCheck.Check(limits, [], Ask(ActivityKeys.Rfp, Monday, Anna)).Allowed.ShouldBeFalse();
        LimitCheck.Check(limits, [], Ask(ActivityKeys.Quote, Monday, Ben)).Allowed.ShouldBeTrue();
        LimitCheck.Check(limits, [], Ask(ActivityKeys.Rfp, Monday)).Allowed.ShouldBeTrue();
    }

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
        var book = Keeping(limit, percent);
        Asked(book, Enumerable.Repeat(book.IsLarge(amount), limit + 1)).ShouldBe(fits);
    }

    [Theory]
    [InlineData(4, 25, "L O O O O", 4)]
    [InlineData(4, 25, "O O O O L", 4)]
    [InlineData(4, 25, "O L O O O", 4)]
    [InlineData(4, 50, "L O O O L", 4)]
    [InlineData(4, 50, "L L L O O", 4)]
    [InlineData(4, 50, "O O O L O L", 4)]
    [InlineData(2, 50, "L O O", 2)]
    [InlineData(2, 50, "O O", 1)]
    public void Large_deals_fill_what_is_kept_for_them_first(int limit, int percent, string asks, int fits)
    {
        Asked(Keeping(limit, percent), asks.Split(' ').Select(ask => ask == "L")).ShouldBe(fits);
        Asked(Keeping(limit, percent, LimitWindow.CalendarQuarter), asks.Split(' ').Select(ask => ask == "L")).ShouldBe(fits);
    }

    [Fact]
    public void Nothing_is_kept_of_a_limit_of_1_below_all_of_it()
    {
        var edition = new PolicyEdition(NextId(), 1, "Kept", DateTime.UnixEpoch, null, "Test");
        edition.HoldBack(99, 500_000, "EUR");
        new[] { 0, 1, 2, 100 }.Select(edition.KeptOf).ShouldBe([0, 0, 1, 99]);
        edition.HoldBack(100, 500_000, "EUR");
        edition.KeptOf(1).ShouldBe(1);
    }

    [Fact]
    public void An_amount_keeps_its_currency_when_the_program_takes_another()
    {
        Keeping(4, 25, currency: "EUR").IsLarge(500_001).ShouldBeTrue();
        Keeping(4, 25, currency: "JPY").IsLarge(500_001).ShouldBeFalse("it was said in euros");
        Keeping(4, 25, currency: "JPY").For(Who(Anna)).Single().Rule.ShouldEndWith("1 of them kept for deals above EUR 500,000");
    }

    // Each ask reserves when it may; how many did.
    private static int Asked(PolicyBook book, IEnumerable<bool> large)
    {
        var uses = new List<Use>();
        foreach (var isLarge in large)
        {
            if (LimitCheck.Check(book.For(Who(Anna)), uses, Ask(ActivityKeys.SalesCall, Monday, Anna) with { Large = isLarge }).Allowed)
            {
                uses.Add(Use(ActivityKeys.SalesCall, Monday, Anna) with { ForLargeDeal = isLarge });
            }
        }

        return uses.Count;
    }

    private static PolicyBook Keeping(int limit, int percent, LimitWindow? window = null, string currency = "EUR")
    {
        var edition = new PolicyEdition(NextId(), 1, "Kept", DateTime.UnixEpoch, null, "Test");
        edition.HoldBack(percent, 500_000, "EUR");
        return new PolicyBook(new PolicyBasis(1, Names, HolidayBook.Empty, edition, currency), [Policy(PolicyPer.Customer, PolicyMeasure.Uses, limit, window ?? LimitWindow.Rolling(90))]);
    }

    public static TheoryData<string> Kinds => [.. Types.Keys];

    private static IReadOnlyDictionary<string, string> Names => Types.ToDictionary(type => type.Key, type => type.Value.Name);

    private static UsagePolicy Closed(Blackout blackout) => new(NextId(), PolicyPer.Customer, [], PolicyTerms.Closed(blackout));

    private static PolicyBook BookOf(params UsagePolicy[] policies) => new(new PolicyBasis(1, Names, Holidays), policies);

    private static LimitVerdict Check(Blackout blackout, UsageSubject who, string on) =>
        LimitCheck.Check(BookOf(Closed(blackout)).For(who), [], Ask(ActivityKeys.SalesCall, Day(on), Anna));

    private static DateOnly? Refused(Blackout blackout, UsageSubject who, string on) => Check(blackout, who, on).Breach?.FreeOn;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static HashSet<DateOnly> Days(params string[] texts) => [.. texts.Select(Day)];
}
