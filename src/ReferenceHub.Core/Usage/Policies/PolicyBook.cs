using System.Globalization;

namespace ReferenceHub.Core.Usage;

/// <summary>The enabled policies, immutable, ready to be asked which of them bind a customer.</summary>
public sealed class PolicyBook
{
    private readonly UsageLimit[] program;
    private readonly (UsagePolicy Policy, UsageLimit Limit)[] grouped;
    private readonly ILookup<Guid, UsageLimit> own;

    /// <summary>A book of the enabled ones among the policies; <paramref name="version"/> is that of the policy set.</summary>
    public PolicyBook(int version, IEnumerable<UsagePolicy> policies, IEnumerable<ActivityType> types)
    {
        Version = version;
        var names = types.ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var enabled = policies.Where(policy => policy.Enabled).Select(policy => (Policy: policy, Limit: policy.ToLimit(names))).ToList();
        program = [.. enabled.Where(pair => pair.Policy.Scope == PolicyScope.Program).Select(pair => pair.Limit)];
        grouped = [.. enabled.Where(pair => pair.Policy.Scope is PolicyScope.Tier or PolicyScope.Segment)];
        own = enabled.Where(pair => pair.Policy.CustomerId is not null).ToLookup(pair => pair.Policy.CustomerId!.Value, pair => pair.Limit);
    }

    /// <summary>A book without limits.</summary>
    public static PolicyBook Empty { get; } = new(0, [], []);

    /// <summary>Version of the policy set it was made from.</summary>
    public int Version { get; }

    /// <summary>The limits that bind a customer and its contacts.</summary>
    public IReadOnlyList<UsageLimit> For(UsageSubject who)
    {
        var wishes = who.Contacts.Any(contact => contact.HasLimit);
        if (grouped.Length == 0 && !wishes && !own.Contains(who.CustomerId))
        {
            return program;
        }

        return
        [
            .. program,
            .. grouped.Where(pair => Binds(pair.Policy, who)).Select(pair => pair.Limit),
            .. own[who.CustomerId],
            .. who.Contacts.SelectMany(OwnLimits),
        ];
    }

    private static IEnumerable<UsageLimit> OwnLimits(UsageContact contact)
    {
        if (contact.MinutesPerQuarter is { } minutes)
        {
            yield return Own(contact, PolicyMeasure.Minutes, minutes, "minute");
        }

        if (contact.UsesPerQuarter is { } uses)
        {
            yield return Own(contact, PolicyMeasure.Uses, uses, "use");
        }
    }

    private static UsageLimit Own(UsageContact contact, PolicyMeasure measure, int amount, string noun)
    {
        var window = LimitWindow.Rolling(DefaultPolicies.Quarter);
        return new(
            contact.ContactId, PolicyPer.Contact, contact.ContactId, new HashSet<string>(StringComparer.Ordinal), measure, amount, window,
            string.Create(CultureInfo.InvariantCulture, $"Limit of {amount} {noun}{(amount == 1 ? "" : "s")} for this contact {PolicyWords.Window(window)}"), "the contact");
    }

    private static bool Binds(UsagePolicy policy, UsageSubject who) => policy.Scope == PolicyScope.Tier
        ? policy.Tier == who.Tier
        : policy.SegmentIds.All(who.SegmentIds.Contains);
}
