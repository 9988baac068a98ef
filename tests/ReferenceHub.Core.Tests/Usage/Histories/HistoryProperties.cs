using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Usage;

namespace ReferenceHub.Core.Tests.Usage.Histories;

/// <summary>The quick checks say what the definition says, window by window and day by day.</summary>
public sealed class HistoryProperties
{
    private const int Times = 500;

    [Fact]
    public void A_use_is_allowed_exactly_if_every_rule_allows_its_day() => Holds(history =>
    {
        var allowed = new DayByDay(history).Allows(history.Ask.On);
        return Check(history).Allowed == allowed && LimitCheck.Allows(history.Limits(), history.Uses, history.Ask) == allowed;
    });

    [Fact]
    public void The_first_free_day_is_the_first_that_every_rule_allows() => Holds(history => Check(history).Breach is not { } breach || breach.FreeOn == new DayByDay(history).FirstFree());

    [Fact]
    public void The_rule_that_is_named_is_the_broken_one_that_holds_longest() => Holds(history => Check(history).Breach is not { } breach || new DayByDay(history).Strictest().Contains(breach.PolicyId));

    [Fact]
    public void The_order_of_uses_and_policies_does_not_matter() => Holds(history =>
    {
        var turned = history with { Uses = [.. history.Uses.Reverse()], Policies = [.. history.Policies.Reverse()] };
        var (one, other) = (Check(history), Check(turned));
        return one.TakesLast == other.TakesLast && one.Breach?.FreeOn == other.Breach?.FreeOn;
    });

    [Fact]
    public void What_is_let_in_one_after_the_other_leaves_every_window_within_its_limit() => Holds(history =>
    {
        // Whatever was let in, the definition still holds for each of them beside the others, those who came later included.
        var taken = new List<Use>();
        foreach (var use in history.Uses.Where(use => use.Counts))
        {
            if (LimitCheck.Check(history.Limits(), taken, AskFor(use)).Allowed)
            {
                taken.Add(use);
            }
        }

        return taken.TrueForAll(use => new DayByDay(history with { Uses = [.. taken.Where(other => other != use)], Ask = AskFor(use) }).Allows(use.On));
    }, Times / 4);

    private static UsageAsk AskFor(Use use) => new(use.ContactId, use.ActivityKey, use.Units, use.Minutes, use.On, use.ForLargeDeal);

    private static LimitVerdict Check(UsageHistory history) => LimitCheck.Check(history.Limits(), history.Uses, history.Ask);

    private static void Holds(Func<UsageHistory, bool> rule, int times = Times) =>
        Prop.ForAll(GeneratedHistories.All.ToArbitrary(), rule).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
