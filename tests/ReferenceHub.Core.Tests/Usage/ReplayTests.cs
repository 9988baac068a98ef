using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Past;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>What policies would have done with the asks of a past period.</summary>
public sealed class ReplayTests
{
    private static readonly UsageSubject First = Customer(Bank, Dach, Atlas), Second = Customer(Bank, Dach, Atlas), Stranger = Customer();
    private static readonly PolicyBook OnePerQuarter = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)));

    [Fact]
    public void Without_limits_all_is_allowed_as_it_was_asked()
    {
        var figures = Run(PolicyBook.Empty, Asked(First, 10), Asked(First, 11), Asked(Second, 12));
        figures.ShouldSatisfyAllConditions(it => it.Allowed.ShouldBe(3), it => it.Fulfilment.ShouldBe(1), it => it.Rules.ShouldBeEmpty(), it => it.Uses.ShouldBe(3), it => it.CustomersUsed.ShouldBe(2));
    }

    [Fact]
    public void What_one_may_not_give_another_one_like_it_gives()
    {
        var figures = Run(OnePerQuarter, Asked(First, 10), Asked(First, 20));
        figures.Moved.ShouldBe(1);
        Answers(OnePerQuarter, Asked(First, 10), Asked(First, 20))[1].ShouldSatisfyAllConditions(answer => answer.InsteadId.ShouldBe(Second.CustomerId), answer => answer.Rule.ShouldContain("Limit of 1"));
        figures.Rules.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public void When_nobody_like_it_is_free_it_waits_up_to_thirty_days_or_is_refused()
    {
        PastUse[] asks = [Asked(First, 10), Asked(Second, 10), Asked(First, 75), Asked(First, 20)];
        var figures = Run(OnePerQuarter, asks);
        figures.Delayed.ShouldBe(1);
        figures.Refused.ShouldBe(1);
        figures.MedianDelay.ShouldBe(25);
        figures.Fulfilment.ShouldBe(0.75);
        Answers(OnePerQuarter, asks).Single(answer => answer.Fate == ReplayFate.Delayed).LaterOn.ShouldBe(From.AddDays(100));
    }

    [Fact]
    public void Another_contact_of_the_same_customer_comes_first()
    {
        var two = Customer([Bank, Atlas], contacts: 2);
        var perContact = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)));
        Replayed([two, First], perContact, Asked(two, 10), Asked(two, 11)).ShouldSatisfyAllConditions(
            it => it.Figures.Allowed.ShouldBe(2), it => it.Figures.OtherContact.ShouldBe(1), it => it.Figures.Moved.ShouldBe(0), it => it.Answers[1].Fate.ShouldBe(ReplayFate.OtherContact));
    }

    [Fact]
    public void What_was_declined_gives_its_capacity_back_from_that_day_on()
    {
        var declined = Declined(Asked(First, 10, asked: 0), on: 4);
        Run(OnePerQuarter, declined, Asked(First, 20, asked: 3)).Moved.ShouldBe(1, "it was still held");
        Run(OnePerQuarter, declined, Asked(First, 20, asked: 5)).Moved.ShouldBe(0, "it had come back");
    }

    [Fact]
    public void What_was_asked_before_the_period_counts_until_it_is_declined_in_it()
    {
        var before = Asked(First, 10, asked: -5) with { IsAsk = false };
        Replayed([First, Stranger], OnePerQuarter, before, Asked(First, 20, asked: 3)).Figures.ShouldSatisfyAllConditions(it => it.Asks.ShouldBe(1), it => it.Refused.ShouldBe(1));
        Replayed([First, Stranger], OnePerQuarter, Declined(before, on: 2), Asked(First, 20, asked: 3)).Figures.Refused.ShouldBe(0);
    }

    [Fact]
    public void What_is_logged_counts_from_the_day_on_which_it_was_written_down_and_is_never_refused()
    {
        var logged = Logged(First, 10, written: 4);
        Run(OnePerQuarter, logged, Asked(First, 12, asked: 3)).ShouldSatisfyAllConditions(it => it.Asks.ShouldBe(1), it => it.Moved.ShouldBe(0), it => it.Uses.ShouldBe(2));
        Run(OnePerQuarter, logged, Asked(First, 12, asked: 5)).Moved.ShouldBe(1);
    }

    [Fact]
    public void An_override_of_then_is_one_again_and_counts_as_such()
    {
        var figures = Run(OnePerQuarter, Asked(First, 10), Overridden(Asked(First, 20)));
        figures.ShouldSatisfyAllConditions(it => it.Overridden.ShouldBe(1), it => it.Allowed.ShouldBe(2), it => it.Moved.ShouldBe(0), it => it.Rules.ShouldBeEmpty());
        Run(PolicyBook.Empty, Asked(First, 10), Overridden(Asked(First, 20))).Overridden.ShouldBe(0, "no rule is against it");
    }

    [Fact]
    public void Another_day_agreed_later_is_held_to_the_policies_and_what_they_refuse_stays_where_it_was()
    {
        var moved = Moved(Asked(First, 10, asked: 0), to: 150, on: 2);
        Run(OnePerQuarter, moved, Asked(First, 12, asked: 3)).ShouldSatisfyAllConditions(it => it.Moved.ShouldBe(0, "its day is free again"), it => it.Kept.ShouldBe(0));
        Replayed([First, Stranger], OnePerQuarter, Asked(First, 160, asked: 1), moved, Asked(First, 12, asked: 3)).Figures.ShouldSatisfyAllConditions(it => it.Kept.ShouldBe(1), it => it.Refused.ShouldBe(1));
    }

    [Fact]
    public void After_a_no_show_only_the_rest_remains()
    {
        var book = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)), Policy(PolicyPer.Contact, PolicyMeasure.Uses, 0, LimitWindow.Rest(30)));
        var missed = NoShow(Asked(First, 5, asked: 0), on: 6);
        Replayed([First, Stranger], book, missed, Asked(First, 40, asked: 7)).Figures.ShouldSatisfyAllConditions(it => it.Allowed.ShouldBe(2), it => it.Uses.ShouldBe(1));
        Replayed([First, Stranger], book, missed, Asked(First, 20, asked: 7)).Answers[1].LaterOn.ShouldBe(From.AddDays(35));
    }

    [Fact]
    public void A_share_held_back_is_there_for_large_deals_only()
    {
        var edition = new PolicyEdition(NextId(), 2, "Held back", DateTime.UnixEpoch, null, "Maria");
        edition.HoldBack(50, 100_000, "EUR");
        var names = Types.ToDictionary(type => type.Key, type => type.Value.Name);
        var book = new PolicyBook(new PolicyBasis(1, names, HolidayBook.Empty, edition, "EUR"), [Policy(PolicyPer.Customer, PolicyMeasure.Uses, 2, LimitWindow.Rolling(90))]);
        Replayed([First, Stranger], book, Asked(First, 10), Asked(First, 12) with { Amount = 100_000 }).Figures.Refused.ShouldBe(1);
        Replayed([First, Stranger], book, Asked(First, 10), Asked(First, 12) with { Amount = 100_001 }).Figures.Refused.ShouldBe(0);
        Replayed([First, Stranger], book, Asked(First, 10) with { Amount = 100_001 }, Asked(First, 12)).Figures.Refused.ShouldBe(0, "the large deal has filled what is kept");
    }

    [Fact]
    public void A_blackout_puts_an_ask_off_until_it_is_over()
    {
        var closed = new UsagePolicy(NextId(), PolicyPer.Customer, [], PolicyTerms.Closed(new Blackout(BlackoutRule.Between, 0, From.AddDays(8), From.AddDays(14))));
        Replayed([First, Stranger], Book(closed), Asked(First, 10)).Answers[0].ShouldSatisfyAllConditions(it => it.Fate.ShouldBe(ReplayFate.Delayed), it => it.LaterOn.ShouldBe(From.AddDays(15)));
    }

    [Fact]
    public void Whoever_is_no_reference_any_more_is_taken_as_it_was() =>
        Replayed([Second], OnePerQuarter, Asked(First, 10), Asked(First, 11)).Figures.ShouldSatisfyAllConditions(it => it.Allowed.ShouldBe(2), it => it.Uses.ShouldBe(2));

    [Fact]
    public void Those_who_share_no_product_or_no_industry_and_region_are_not_alike()
    {
        var (noProduct, noPlace) = (Customer(Bank, Dach), Customer(Atlas));
        Replayed([First, noProduct, noPlace], OnePerQuarter, Asked(First, 10), Asked(First, 11)).Figures.ShouldSatisfyAllConditions(it => it.Moved.ShouldBe(0), it => it.Refused.ShouldBe(1));
    }

    [Fact]
    public void The_fullest_week_and_the_busiest_customer_are_told()
    {
        var figures = Run(PolicyBook.Empty, Asked(First, 0), Asked(First, 1), Asked(Second, 2), Asked(First, 200));
        figures.ShouldSatisfyAllConditions(
            it => it.PeakWeek.ShouldBe(3 * Call.Units), it => it.PeakWeekOf.ShouldBe(From), it => it.PeakCustomer.ShouldBe(2 * Call.Units), it => it.PeakCustomerId.ShouldBe(First.CustomerId), it => it.TopTenth.ShouldBe(3), it => it.Concentration.ShouldBe(0.75));
    }

    private static ReplayFigures Run(PolicyBook book, params PastUse[] uses) => Replayed([First, Second, Stranger], book, uses).Figures;

    private static IReadOnlyList<ReplayAnswer> Answers(PolicyBook book, params PastUse[] uses) => Replayed([First, Second, Stranger], book, uses).Answers;
}
