using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A customer that acts as a reference, as the load calendar knows it.</summary>
/// <param name="Name">Its name, or the anonymous one.</param>
/// <param name="NameKey">Folded name, to sort and to search by.</param>
/// <param name="OwnerId">Account owner.</param>
/// <param name="Subject">What limits need to know.</param>
/// <param name="Scopes">What somebody there is willing to be asked for and the customer has not refused.</param>
public sealed record LoadCustomer(string Name, string NameKey, Guid? OwnerId, UsageSubject Subject, ScopeSet Scopes)
{
    /// <summary>Key.</summary>
    public Guid Id => Subject.CustomerId;
}

/// <summary>One customer of the calendar.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Fatigue">How worn it is.</param>
/// <param name="Taken">Units used or reserved in the fullest window around today.</param>
/// <param name="Allowed">Units allowed in it; null without such a limit.</param>
/// <param name="Availability">Availability today for the type looked at.</param>
public sealed record LoadRow(LoadCustomer Customer, FatigueScore Fatigue, int Taken, int? Allowed, AvailabilityResult Availability)
{
    /// <summary>Cells of the weeks; their spans add up to the weeks shown.</summary>
    public IReadOnlyList<LoadCell> Cells { get; init; } = [];

    /// <summary>How full the customer's limits are today.</summary>
    public IReadOnlyList<LimitState> Limits { get; init; } = [];

    /// <summary>Idle customers alike that could be asked instead of one that needs rest.</summary>
    public IReadOnlyList<LoadInstead> Instead { get; init; } = [];

    /// <summary>A limit is full: nothing more fits into a window that contains today.</summary>
    public bool IsFull => Fatigue.Utilisation >= 1;

    /// <summary>Worn out.</summary>
    public bool NeedsRest => Fatigue.Score >= Usage.Fatigue.NeedsRest;

    /// <summary>Could be asked today and was not used for half a year.</summary>
    public bool IsIdle(DateOnly today) => Availability.State == AvailabilityState.Open && !(Availability.LastUsed > today.AddDays(-LoadBoard.IdleDays));

    /// <summary>Of one customer on a day, for a type.</summary>
    public static LoadRow Of(LoadCustomer customer, ActivityType type, CustomerUsage usage, PolicyBook policies, DateOnly today)
    {
        var units = policies.For(customer.Subject)
            .Where(limit => limit is { Measure: PolicyMeasure.Units, Per: PolicyPer.Customer } && limit.Window.Counts)
            .Select(limit => (Taken: WindowLoad.Peak(limit, usage.Uses.Where(use => limit.Counts(use, null)), today), limit.Amount))
            .OrderByDescending(limit => limit.Taken / (double)Math.Max(1, limit.Amount)).ToList();
        var taken = units.Count > 0 ? units[0].Taken : usage.Uses.Where(use => use.On > today.AddDays(-DefaultPolicies.Quarter)).Sum(use => use.Units);
        return new LoadRow(
            customer, Usage.Fatigue.Of(usage, customer.Subject, policies, today), taken, units.Count > 0 ? units[0].Amount : null,
            Usage.Availability.Of(type, customer.Subject, usage, policies, today));
    }
}

/// <summary>A customer that could be asked instead.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Name">Its name, or the anonymous one.</param>
/// <param name="Common">Terms that both have in common, in words.</param>
public sealed record LoadInstead(Guid Id, string Name, string Common);
