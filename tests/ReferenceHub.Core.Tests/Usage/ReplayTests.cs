using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>What policies would have done with the asks of a past period.</summary>
public sealed class ReplayTests
{
    private static readonly DateOnly From = Monday;
    private static readonly DateOnly To = Monday.AddDays(364);
    private static readonly Guid Bank = NextId(), Dach = NextId();
    private static readonly UsageSubject First = Customer(), Second = Customer(), Stranger = Customer(alike: false);
    private static readonly PolicyBook OnePerQuarter = Book(Policy(PolicyPer.Customer, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)));

    [Fact]
    public void Without_limits_all_is_allowed_as_it_was_asked()
    {
        var figures = Run(PolicyBook.Empty, Asked(First, 10), Asked(First, 11), Asked(Second, 12));
        figures.ShouldSatisfyAllConditions(it => it.Allowed.ShouldBe(3), it => it.Fulfilment.ShouldBe(1), it => it.Rules.ShouldBeEmpty(), it => it.Changed.ShouldBeEmpty(), it => it.Uses.ShouldBe(3), it => it.CustomersUsed.ShouldBe(2));
    }

    [Fact]
    public void What_one_may_not_give_another_one_like_it_gives()
    {
        var figures = Run(OnePerQuarter, Asked(First, 10), Asked(First, 20));
        figures.Moved.ShouldBe(1);
        figures.Changed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(ask => ask.InsteadId.ShouldBe(Second.CustomerId), ask => ask.Rule.ShouldContain("Limit of 1"));
        figures.Rules.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public void When_nobody_like_it_is_free_it_waits_up_to_thirty_days_or_is_refused()
    {
        var figures = Run(OnePerQuarter, Asked(First, 10), Asked(Second, 10), Asked(First, 75), Asked(First, 20));
        figures.Delayed.ShouldBe(1);
        figures.Refused.ShouldBe(1);
        figures.MedianDelay.ShouldBe(25);
        figures.Fulfilment.ShouldBe(0.75);
        figures.Changed.Single(ask => ask.Fate == ReplayFate.Delayed).LaterOn.ShouldBe(From.AddDays(100));
    }

    [Fact]
    public void Another_contact_of_the_same_customer_comes_first()
    {
        var two = Customer(contacts: 2);
        var perContact = Book(Policy(PolicyPer.Contact, PolicyMeasure.Uses, 1, LimitWindow.Rolling(90)));
        var figures = Replayed([two, First], perContact, Asked(two, 10), Asked(two, 11));
        figures.ShouldSatisfyAllConditions(it => it.Allowed.ShouldBe(2), it => it.Moved.ShouldBe(0), it => it.Changed.ShouldHaveSingleItem().Fate.ShouldBe(ReplayFate.OtherContact));
    }

    [Fact]
    public void What_was_declined_gives_its_capacity_back_from_that_day_on()
    {
        var declined = Asked(First, 10) with { EndedOn = From.AddDays(-20) };
        Run(OnePerQuarter, declined, Asked(First, 20) with { AskedOn = From.AddDays(-25) }).Moved.ShouldBe(1, "it was still held");
        Run(OnePerQuarter, declined, Asked(First, 20) with { AskedOn = From.AddDays(-19) }).Moved.ShouldBe(0, "it had come back");
    }

    [Fact]
    public void What_stood_before_the_period_counts()
    {
        var before = Use(ActivityKeys.SalesCall, From.AddDays(-5)) with { CustomerId = First.CustomerId };
        var history = new ReplayHistory(From, To, [before], [Asked(First, 10)], [First, Stranger], Scopes);
        new Core.Usage.Replay(history).Run(OnePerQuarter).Refused.ShouldBe(1);
    }

    [Fact]
    public void The_fullest_week_and_the_busiest_customer_are_told()
    {
        var figures = Run(PolicyBook.Empty, Asked(First, 0), Asked(First, 1), Asked(Second, 2), Asked(First, 200));
        figures.ShouldSatisfyAllConditions(
            it => it.PeakWeek.ShouldBe(3 * Call.Units), it => it.PeakWeekOf.ShouldBe(From), it => it.PeakCustomer.ShouldBe(2 * Call.Units), it => it.TopTenth.ShouldBe(3), it => it.Concentration.ShouldBe(0.75));
    }

    [Fact]
    public void Each_ask_has_one_fate_and_no_limit_is_exceeded()
    {
        var cases =
            from count in Gen.Choose(0, 40)
            from asks in (from who in Gen.Elements(First, Second, Stranger) from day in Gen.Choose(0, 300) from lead in Gen.Choose(0, 30) select Asked(who, day) with { AskedOn = From.AddDays(day - lead) }).ListOf(count)
            from amount in Gen.Choose(0, 3)
            from days in Gen.Elements(7, 30, 90)
            select (Asks: asks.Select(ask => ask with { UseId = NextId() }).ToArray(), Limit: Policy(PolicyPer.Customer, PolicyMeasure.Uses, amount, LimitWindow.Rolling(days)));
        Prop.ForAll(cases.ToArbitrary(), x =>
        {
            var figures = Run(Book(x.Limit), x.Asks);
            var strict = Run(Book(x.Limit, Policy(PolicyPer.Customer, PolicyMeasure.Uses, 0, LimitWindow.Rolling(1))), x.Asks);
            return figures.Allowed + figures.Moved + figures.Delayed + figures.Refused == x.Asks.Length
                && strict.Refused == x.Asks.Length && strict.Uses == 0
                && figures.PeakCustomer <= x.Limit.Amount * Call.Units * (int)Math.Ceiling(90.0 / x.Limit.Days)
                && figures.Uses <= x.Asks.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static readonly IReadOnlyDictionary<string, PermissionScope> Scopes = Types.ToDictionary(type => type.Key, type => type.Value.Scope);

    private static UsageSubject Customer(bool alike = true, int contacts = 1) => new(
        NextId(), Tier.Standard, alike ? new HashSet<Guid> { Bank, Dach } : new HashSet<Guid> { NextId() },
        [.. Enumerable.Range(0, contacts).Select(_ => new UsageContact(NextId(), Enum.GetValues<PermissionScope>().ToHashSet()))], PausedUntil: null);

    private static PastAsk Asked(UsageSubject who, int day) => new(
        NextId(), who.CustomerId, who.Contacts[0].ContactId, ActivityKeys.SalesCall, Call.Units, Call.Minutes, From.AddDays(-30), From.AddDays(day), null, null, 1001, Overridden: false);

    private static ReplayFigures Run(PolicyBook book, params PastAsk[] asks) => Replayed([First, Second, Stranger], book, asks);

    private static ReplayFigures Replayed(IReadOnlyList<UsageSubject> customers, PolicyBook book, params PastAsk[] asks) =>
        new Core.Usage.Replay(new ReplayHistory(From, To, [], asks, customers, Scopes)).Run(book);
}
