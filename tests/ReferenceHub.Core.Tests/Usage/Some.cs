using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>Short ways to say uses, limits and subjects.</summary>
internal static class Some
{
    public static readonly Guid CustomerId = new("00000000-0000-7000-8000-00000000c001");
    public static readonly Guid Anna = new("00000000-0000-7000-8000-00000000a001");
    public static readonly Guid Ben = new("00000000-0000-7000-8000-00000000a002");
    public static readonly DateOnly Monday = new(2026, 11, 23);
    public static readonly IReadOnlyDictionary<string, ActivityType> Types = ActivityTypes.Shipped().ToDictionary(type => type.Key);
    public static readonly PolicyBook Defaults = Book([.. DefaultPolicies.Shipped(new CountingIds())]);

    private static int count;

    public static ActivityType Call => Types[ActivityKeys.SalesCall];

    public static PolicyBook Book(params UsagePolicy[] policies) => new(1, policies, Types.Values);

    public static UsagePolicy Policy(PolicyPer per, PolicyMeasure measure, int amount, LimitWindow window, params string[] activities) =>
        new(NextId(), per, activities, new PolicyTerms(measure, amount, window));

    public static Use Use(string type, DateOnly on, Guid? contact = null, UseState state = UseState.Done) => new(
        NextId(), CustomerId, contact, type, Types[type].Units, Types[type].Minutes, on, state, Types[type].Units > 0, UseSource.Request, null, Overridden: false);

    public static UsageAsk Ask(string type, DateOnly on, Guid? contact = null) => Types[type].Ask(contact, on);

    public static UsageSubject Who(params Guid[] contacts) => new(
        CustomerId, Tier.Standard, new HashSet<Guid>(), [.. contacts.Select(id => new UsageContact(id, Enum.GetValues<PermissionScope>().ToHashSet()))], PausedUntil: null);

    public static CustomerUsage Used(params Use[] uses) => new(CustomerId, uses, []);

    public static Guid NextId() => new($"00000000-0000-7000-8000-{Interlocked.Increment(ref count):x12}");

    private sealed class CountingIds : ReferenceHub.Core.Data.IIds
    {
        public Guid Next() => NextId();
    }
}
