using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class CandidateRules
{
    private static readonly CatalogEntry Bank = Catalogs.Entry(1, "Alpenbank", "industry:banking");

    [Fact]
    public void An_active_customer_whose_answer_is_unknown_may_be_asked() => Ask(Bank).Free.ShouldBe(1);

    [Theory]
    [InlineData(ReferenceStatus.Candidate)]
    [InlineData(ReferenceStatus.Retired)]
    [InlineData(ReferenceStatus.DoNotUse)]
    [InlineData(ReferenceStatus.Paused)]
    public void Who_does_not_act_as_a_reference_is_never_a_candidate_and_says_why_not_without_a_date(ReferenceStatus status)
    {
        var result = Ask(Bank with { Status = status });

        (result.Free, result.Closed).ShouldBe((0, 1));
        result.Rows.ShouldBeEmpty();
        var standing = result.ClosedRows.ShouldHaveSingleItem().Standing;
        standing.Rule.ShouldNotBeNull();
        (standing.FreeOn, standing.Acts).ShouldBe((null, false));
    }

    [Fact]
    public void Who_refused_this_use_is_never_a_candidate_for_it()
    {
        Ask(Bank with { Denied = [PermissionScope.SalesCall] }).Free.ShouldBe(0);
        Ask(Bank with { Denied = [PermissionScope.Press] }).Free.ShouldBe(1);
    }

    [Fact]
    public void A_customer_paused_until_a_day_stands_in_the_closed_band_and_is_free_the_day_after()
    {
        var result = Ask(Bank with { Status = ReferenceStatus.Paused, PausedUntil = Catalogs.Today.AddDays(8) });

        result.Free.ShouldBe(0);
        var row = result.ClosedRows.ShouldHaveSingleItem();
        row.Standing.Rule.ShouldBe("Not taking requests at the moment");
        row.Standing.FreeOn.ShouldBe(Catalogs.Today.AddDays(9));
    }

    [Fact]
    public void A_pause_ends_by_itself() =>
        Ask(Bank with { Status = ReferenceStatus.Paused, PausedUntil = Catalogs.Today.AddDays(-1) }).Free.ShouldBe(1);

    [Fact]
    public void A_customer_at_its_limit_stands_behind_the_free_ones_with_rule_and_date()
    {
        var other = Catalogs.Entry(2, "Bodensee Bank", "industry:banking");
        var usage = Catalogs.Usage((Bank, Catalogs.ClosedUntil(new DateOnly(2027, 1, 3))));

        var result = Matcher.Match(Catalogs.Of(Bank, other), Catalogs.Query("industry=banking", usage) with { ForAsking = true });

        result.Total.ShouldBe(2);
        result.Closed.ShouldBe(1);
        result.Rows.Select(row => row.Name).ShouldBe(["Bodensee Bank"]);
        result.ClosedRows.Select(row => row.Name).ShouldBe(["Alpenbank"]);
        result.ClosedRows[0].Standing.ShouldBe(new Standing(AvailabilityState.Closed, "Limit of 1 call a quarter", "the customer", new DateOnly(2027, 1, 3), Catalogs.Today.AddDays(-20), 0));
    }

    [Fact]
    public void Sales_cannot_tell_a_customer_that_must_not_be_used_from_one_that_rests()
    {
        var forbidden = Browse(Bank with { Status = ReferenceStatus.DoNotUse });
        var resting = Browse(Bank with { Status = ReferenceStatus.Paused });

        forbidden.ShouldBe(resting with { Reasons = forbidden.Reasons });
        forbidden.Status.ShouldBeNull();
    }

    [Fact]
    public void Sales_cannot_tell_a_customer_that_refused_from_one_that_rests_but_the_program_can()
    {
        var refused = Bank with { Denied = [PermissionScope.SalesCall] };

        Browse(refused).ShouldBe(Browse(Bank with { Status = ReferenceStatus.Paused }) with { Reasons = Browse(refused).Reasons });
        Matcher.Match(Catalogs.Of(refused), Catalogs.Query("") with { Viewer = Catalogs.Rep(seesConfidential: true) })
            .Rows[0].Standing.Rule.ShouldBe("Not available for sales calls");
    }

    [Theory]
    [InlineData("freeby=2027-01-02", 1)]
    [InlineData("freeby=2027-01-03", 2)]
    [InlineData("freeby=2026-11-22", 0)]
    public void Free_by_a_day_is_who_can_be_used_on_it_or_before(string criteria, int total)
    {
        var open = Catalogs.Entry(2, "Open");
        var resting = Catalogs.Entry(3, "Resting") with { Status = ReferenceStatus.Paused };
        var usage = Catalogs.Usage((Bank, Catalogs.ClosedUntil(new DateOnly(2027, 1, 3))));

        var result = Matcher.Match(Catalogs.Of(Bank, open, resting), Catalogs.Query(criteria, usage));

        result.Total.ShouldBe(total);
        result.Relaxations.ShouldHaveSingleItem().More.ShouldBe(3 - total);
    }

    [Fact]
    public void Free_by_a_day_says_when()
    {
        var usage = Catalogs.Usage((Bank, Catalogs.ClosedUntil(new DateOnly(2027, 1, 3))));

        var rows = Matcher.Match(Catalogs.Of(Bank, Catalogs.Entry(2, "Open")), Catalogs.Query("prefer=freeby:2026-11-27", usage)).Rows;

        rows.Select(row => row.Reasons.Single()).ShouldBe([new MatchReason(true, "free now"), new MatchReason(false, "free on 3 Jan 2027")]);
    }

    [Fact]
    public void What_needs_notice_is_free_no_sooner_than_that()
    {
        var usage = new UsageView(Catalogs.Today, _ => Catalogs.Free, _ => null) { NoticeDays = 60 };

        Matcher.Match(Catalogs.Of(Bank), Catalogs.Query("freeby=2027-01-21", usage)).Total.ShouldBe(0);
        Matcher.Match(Catalogs.Of(Bank), Catalogs.Query("freeby=2027-01-22", usage)).Total.ShouldBe(1);
    }

    private static MatchResult Ask(CatalogEntry entry) =>
        Matcher.Match(Catalogs.Of(entry), Catalogs.Query("industry=banking") with { ForAsking = true });

    private static MatchRow Browse(CatalogEntry entry) => Matcher.Match(Catalogs.Of(entry), Catalogs.Query("")).Rows.ShouldHaveSingleItem();
}
