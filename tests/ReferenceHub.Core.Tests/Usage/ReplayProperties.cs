using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Usage;
using static ReferenceHub.Core.Tests.Usage.Past;
using static ReferenceHub.Core.Tests.Usage.Some;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>The replay against a slow one that looks at everything for each ask, and against the past itself.</summary>
public sealed class ReplayProperties
{
    private static readonly string[] Keys = [ActivityKeys.SalesCall, ActivityKeys.Rfp, ActivityKeys.Quote, ActivityKeys.Analyst, ActivityKeys.Event];
    private static readonly UsageSubject[] Customers = [Customer([Bank, Dach, Atlas], 2), Customer([Bank, Atlas], 1), Customer([Dach, Atlas], 3), Customer([Bank, Dach], 1), Customer([], 1)];

    private static readonly Gen<LimitWindow> Windows = Gen.OneOf(
        Gen.Elements(1, 7, 30, 90, 365).Select(LimitWindow.Rolling), Gen.Elements(1, 14, 30).Select(LimitWindow.Rest), Gen.Constant(LimitWindow.CalendarQuarter));

    private static readonly Gen<UsagePolicy> Counting =
        from per in Gen.Elements(PolicyPer.Customer, PolicyPer.Contact)
        from measure in Gen.Elements(Enum.GetValues<PolicyMeasure>())
        from amount in Gen.Choose(0, 6)
        from window in Windows
        from keys in Gen.SubListOf(Keys)
        select Policy(per, measure, measure == PolicyMeasure.Minutes ? amount * 30 : amount, window, [.. keys]);

    private static readonly Gen<UsagePolicy> Closing =
        from blackout in Gen.OneOf(Gen.Choose(1, 20).Select(days => new Blackout(BlackoutRule.QuarterEnd, days)), Gen.Choose(0, 200).Select(day => new Blackout(BlackoutRule.Between, 0, From.AddDays(day), From.AddDays(day + 20))))
        select new UsagePolicy(NextId(), PolicyPer.Customer, [], PolicyTerms.Closed(blackout));

    private static readonly Gen<PolicyBook> Books =
        from rules in Gen.Choose(1, 4).SelectMany(number => Gen.Frequency((5, Counting), (1, Closing)).ListOf(number))
        from held in Gen.Elements(0, 30, 50)
        select BookOf(held, [.. rules]);

    private static readonly Gen<PastUse> Written =
        from who in Gen.Elements(Customers)
        from key in Gen.Elements(Keys)
        from written in Gen.Choose(-60, 200)
        from lead in Gen.Choose(-5, 90)
        from contact in Gen.Choose(0, 2)
        from amount in Gen.Elements<decimal?>(null, 50_000, 200_000)
        from kind in Gen.Choose(0, 9)
        from later in Gen.Choose(0, 40)
        from day in Gen.Choose(0, 250)
        let asked = Asked(who, written + lead, written, key, contact % who.Contacts.Count) with { IsAsk = written >= 0, Amount = amount }
        select kind switch
        {
            0 => Logged(who, written + lead, written, key),
            1 => Declined(asked, written + later),
            2 => NoShow(asked, written + lead + 1),
            3 => Overridden(asked),
            4 => Moved(asked, day, written + later),
            5 => Moved(Moved(asked, day, written), day + 20, written + later, overrides: day % 2 == 0),
            6 => Confirmed(asked, written + later, 45),
            7 => Declined(Moved(asked, day, written), written + later),
            _ => asked,
        };

    private static readonly Gen<(PastUse[] Uses, PolicyBook Book)> Cases =
        from count in Gen.Choose(0, 40)
        from uses in Written.ListOf(count)
        from book in Books
        select (Fresh(uses), book);

    [Fact]
    public void The_quick_replay_answers_as_one_that_looks_at_everything_for_each_ask() => Prop.ForAll(Cases.ToArbitrary(), x =>
    {
        var quick = Replayed(Customers, x.Book, x.Uses);
        var slow = new SlowReplay(PeriodOf(Customers, x.Uses), x.Book);
        quick.Answers.ShouldBe(slow.Answers);
        quick.Figures.Kept.ShouldBe(slow.Kept);
        quick.Figures.Uses.ShouldBe(slow.Uses.Count(use => use.Counts && use.TakesTime && use.On >= From && use.On <= To));
        quick.Figures.PeakWeek.ShouldBe(slow.UnitsOf(7, step: 7));
        quick.Figures.PeakCustomer.ShouldBe(Customers.Max(customer => slow.UnitsOf(90, step: 1, customer.CustomerId)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void The_policies_of_then_let_everything_go_as_it_went() => Prop.ForAll(Cases.ToArbitrary(), x =>
    {
        // What the policies let happen, ask by ask, is the past; by them nothing of it is refused.
        var past = new SlowReplay(PeriodOf(Customers, x.Uses), x.Book).AsItWent();
        var again = Replayed(Customers, x.Book, past);
        again.Figures.ShouldSatisfyAllConditions(it => it.Allowed.ShouldBe(it.Asks), it => it.Kept.ShouldBe(0), it => it.OtherContact.ShouldBe(0));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Each_ask_has_one_fate_and_what_forbids_everything_leaves_nothing() => Prop.ForAll(Cases.ToArbitrary(), x =>
    {
        var figures = Replayed(Customers, x.Book, x.Uses).Figures;
        var none = Replayed(Customers, BookOf(0, Policy(PolicyPer.Customer, PolicyMeasure.Uses, 0, LimitWindow.Rolling(1))), x.Uses).Figures;
        return figures.Allowed + figures.Moved + figures.Delayed + figures.Refused == figures.Asks && none.Refused + none.Overridden == none.Asks;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static PolicyBook BookOf(int heldBack, params UsagePolicy[] rules)
    {
        var edition = new PolicyEdition(NextId(), 2, "Generated", DateTime.UnixEpoch, null, "Nobody");
        edition.HoldBack(heldBack, 100_000, "EUR");
        return new PolicyBook(new PolicyBasis(1, Types.ToDictionary(type => type.Key, type => type.Value.Name), HolidayBook.Empty, edition, "EUR"), rules);
    }

    // Values are made again and again while a case is made smaller: each use needs a key of its own.
    private static PastUse[] Fresh(IEnumerable<PastUse> uses) =>
    [
        .. uses.Select(past =>
        {
            var id = NextId();
            return past with { Steps = [.. past.Steps.Select(step => step with { Use = step.Use with { UseId = id } })] };
        }),
    ];
}
