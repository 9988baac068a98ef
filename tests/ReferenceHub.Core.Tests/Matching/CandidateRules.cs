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
    public void Who_does_not_act_as_a_reference_is_never_a_candidate(ReferenceStatus status) =>
        Ask(Bank with { Status = status }).Total.ShouldBe(0);

    [Fact]
    public void Who_refused_this_use_is_never_a_candidate_for_it()
    {
        Ask(Bank with { Denied = [PermissionScope.SalesCall] }).Total.ShouldBe(0);
        Ask(Bank with { Denied = [PermissionScope.Press] }).Free.ShouldBe(1);
    }

    [Fact]
    public void A_customer_paused_until_a_day_stands_in_the_closed_band_and_is_free_the_day_after()
    {
        var result = Ask(Bank with { Status = ReferenceStatus.Paused, PausedUntil = Catalogs.Today.AddDays(8) });

        result.Free.ShouldBe(0);
        var row = result.Rows.ShouldHaveSingleItem();
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
        result.Rows.Select(row => row.Name).ShouldBe(["Bodensee Bank", "Alpenbank"]);
        result.Rows[1].Standing.ShouldBe(new Standing(AvailabilityState.Closed, "Limit of 1 call a quarter", "the customer", new DateOnly(2027, 1, 3), Catalogs.Today.AddDays(-20), 0));
    }

    [Fact]
    public void Sales_cannot_tell_a_customer_that_must_not_be_used_from_one_that_rests()
    {
        var forbidden = Browse(Bank with { Status = ReferenceStatus.DoNotUse });
        var resting = Browse(Bank with { Status = ReferenceStatus.Paused });

        forbidden.ShouldBe(resting with { Reasons = forbidden.Reasons });
        forbidden.Status.ShouldBeNull();
    }

    private static MatchResult Ask(CatalogEntry entry) =>
        Matcher.Match(Catalogs.Of(entry), Catalogs.Query("industry=banking") with { ForAsking = true });

    private static MatchRow Browse(CatalogEntry entry) => Matcher.Match(Catalogs.Of(entry), Catalogs.Query("")).Rows.ShouldHaveSingleItem();
}
