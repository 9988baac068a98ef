using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Gifts to one person never exceed what the program allows in any 365 days, nor what the customer's rules allow.</summary>
public sealed class GiftRuleTests
{
    private static readonly GiftTerms Hundred = new("Helvetia Maschinenbau", Forbidden: false, new GiftLimit(100, "EUR"));

    [Fact]
    public void A_customer_that_forbids_gifts_gets_none() =>
        GiftRule.WhyNot(Hundred with { Forbidden = true, Limit = null }, Monday, 0, []).ShouldNotBeNull().Refusal.ShouldBe("Helvetia Maschinenbau forbids its people to take gifts. Thank them in another way.");

    [Fact]
    public void Without_a_limit_all_is_possible() => GiftRule.WhyNot(Hundred with { Limit = null }, Monday, 100_000, [Gift(0, 1_000)]).ShouldBeNull();

    [Theory]
    [InlineData(60, null)]
    [InlineData(60.01, "15 Nov 2027")]
    [InlineData(100.01, "never")]
    public void What_was_given_already_counts_to_the_cent(double worth, string? free)
    {
        var no = GiftRule.WhyNot(Hundred, Monday, (decimal)worth, [Gift(0, 40)]);
        (no is null).ShouldBe(free is null);
        no?.Refusal!.Contains(Monday.AddDays(365).ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).ShouldBe(free != "never");
    }

    [Theory]
    [InlineData(364, false)]
    [InlineData(365, true)]
    [InlineData(-364, false)]
    [InlineData(-365, true)]
    public void The_window_reaches_365_days_back_and_ahead(int away, bool fits) =>
        (GiftRule.WhyNot(Hundred, Monday, 50, [Gift(away, 60)]) is null).ShouldBe(fits);

    [Fact]
    public void What_was_taken_back_does_not_count()
    {
        var gift = Gift(-10, 80);
        GiftRule.WhyNot(Hundred, Monday, 100, [gift, gift.Undone(NextId(), "Sent to somebody else")]).ShouldBeNull();
    }

    [Fact]
    public void A_program_that_makes_no_gifts_says_so() =>
        GiftRule.WhyNot(Hundred with { Limit = new GiftLimit(0, "EUR") }, Monday, 1, [])!.Refusal.ShouldBe("The program makes no gifts.");

    [Fact]
    public void No_sequence_of_gifts_exceeds_the_limit_in_any_window_and_each_day_named_works() => Prop.ForAll(
        Gen.Zip(Gen.Choose(-500, 500), Gen.Choose(1, 70)).ListOf(12).ToArbitrary(),
        tries =>
        {
            var given = new List<GivenValue>();
            foreach (var (day, worth) in tries)
            {
                if (GiftRule.WhyNot(Hundred, Monday.AddDays(day), worth, given) is null)
                {
                    given.Add(Gift(day, worth));
                }
            }

            return Enumerable.Range(-900, 1800).All(start =>
                given.Where(gift => gift.On >= Monday.AddDays(start) && gift.On < Monday.AddDays(start + 365)).Sum(gift => gift.Worth) <= 100);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-364, false)]
    [InlineData(364, false)]
    [InlineData(-365, true)]
    [InlineData(365, true)]
    public void A_gift_in_another_currency_is_not_added_up_but_stands_in_the_way(int away, bool fits)
    {
        var no = GiftRule.WhyNot(Hundred, Monday, 1, [Gift(away, 5, "USD")]);
        (no is null).ShouldBe(fits);
        no?.Refusal!.ShouldContain("a gift of USD 5.00");
        no?.Refusal!.ShouldContain("Take that line back and write it down in EUR first.");
    }

    [Fact]
    public void Once_taken_back_it_does_not()
    {
        var gift = Gift(-10, 80, "USD");
        GiftRule.WhyNot(Hundred, Monday, 100, [gift, gift.Undone(NextId(), "Noted in EUR")]).ShouldBeNull();
    }

    private static GivenValue Gift(int day, decimal worth, string currency = "EUR") => new(NextId(), NextId(), null, GivenKind.Gift, Monday.AddDays(day), 0, (worth, currency), null);
}
