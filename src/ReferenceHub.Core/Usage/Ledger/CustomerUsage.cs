namespace ReferenceHub.Core.Usage;

/// <summary>All that limits, availability and fatigue need of one customer's past and plans.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Uses">Uses that stand, in no order.</param>
/// <param name="Signals">Declines and ratings.</param>
public sealed record CustomerUsage(Guid CustomerId, IReadOnlyList<Use> Uses, IReadOnlyList<UsageSignal> Signals)
{
    /// <summary>Asks that wait for an answer.</summary>
    public int Pending => Uses.Count(use => use.State == UseState.Pending && use.TakesTime);

    /// <summary>A customer that was never used.</summary>
    public static CustomerUsage None(Guid customerId) => new(customerId, [], []);

    /// <summary>Day of the last use that took place up to a day; listings do not count.</summary>
    public DateOnly? LastUsed(DateOnly today)
    {
        DateOnly? last = null;
        foreach (var use in Uses)
        {
            if (use.State == UseState.Done && use.TakesTime && use.On <= today && (last is null || use.On > last))
            {
                last = use.On;
            }
        }

        return last;
    }
}
