namespace ReferenceHub.Core.Usage;

/// <summary>What became of a policy from one edition to another.</summary>
public enum PolicyChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It allows something else, or binds somebody else.</summary>
    Changed,

    /// <summary>It binds again.</summary>
    SwitchedOn,

    /// <summary>It is there and binds nobody.</summary>
    SwitchedOff,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>A policy that is not the same in two editions.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">The rule and whom it binds before; null for a new one.</param>
/// <param name="After">The rule and whom it binds after; null for one that is gone.</param>
public sealed record PolicyDifference(PolicyChange Change, string? Before, string? After);

/// <summary>Compares the policies of two editions. Copies carry keys of their own, so pairs are found by what they say: the likest first.</summary>
public static class PolicyDifferences
{
    // Each looser than the one before: the same; switched; another amount; other activities; for others.
    private static readonly Func<UsagePolicy, object>[] Likeness =
    [
        policy => (Whom(policy), What(policy), policy.Terms, policy.Enabled),
        policy => (Whom(policy), What(policy), policy.Terms),
        policy => (Whom(policy), What(policy), Kind(policy)),
        policy => (Whom(policy), Kind(policy)),
        policy => (What(policy), Kind(policy)),
    ];

    /// <summary>What differs, in the order of the list after; what is gone last.</summary>
    public static IReadOnlyList<PolicyDifference> Of(IReadOnlyList<PolicyLine> before, IReadOnlyList<PolicyLine> after)
    {
        var (left, pairs) = (before.ToList(), new Dictionary<PolicyLine, PolicyLine>());
        foreach (var likeness in Likeness)
        {
            foreach (var line in after.Where(line => !pairs.ContainsKey(line)))
            {
                if (left.Find(old => likeness(old.Policy).Equals(likeness(line.Policy))) is { } match)
                {
                    pairs[line] = match;
                    left.Remove(match);
                }
            }
        }

        return
        [
            .. after.Select(line => Between(pairs.GetValueOrDefault(line), line)).OfType<PolicyDifference>(),
            .. left.Select(old => new PolicyDifference(PolicyChange.Removed, Words(old), null)),
        ];
    }

    private static PolicyDifference? Between(PolicyLine? old, PolicyLine line)
    {
        if (old is null)
        {
            return new PolicyDifference(PolicyChange.Added, null, Words(line));
        }

        var (before, after) = (Words(old), Words(line));
        if (before == after)
        {
            return null;
        }

        var switched = Likeness[1](old.Policy).Equals(Likeness[1](line.Policy));
        return new PolicyDifference(switched ? line.Policy.Enabled ? PolicyChange.SwitchedOn : PolicyChange.SwitchedOff : PolicyChange.Changed, before, after);
    }

    private static string Words(PolicyLine line) => $"{line.Rule}, for {line.Binds}{(line.Policy.Enabled ? "" : ", switched off")}";

    private static (PolicyScope, object?, string) Whom(UsagePolicy policy) => (policy.Scope, policy.Tier, string.Join('|', policy.SegmentIds.Order()));

    private static (PolicyPer, string) What(UsagePolicy policy) => (policy.Per, string.Join('|', policy.ActivityKeys.Order(StringComparer.Ordinal)));

    private static (PolicyMeasure, bool, WindowKind?, BlackoutRule?) Kind(UsagePolicy policy) =>
        (policy.Measure, policy.Window.Counts, policy.Window.Counts ? null : policy.WindowKind, policy.Closes);
}
