using System.Globalization;

namespace ReferenceHub.Core.Usage;

/// <summary>What a book of policies rests on beside the policies.</summary>
/// <param name="Version">Version of the policy set.</param>
/// <param name="Names">Names of activity types by key.</param>
/// <param name="Holidays">Holidays by region.</param>
/// <param name="Edition">The edition whose policies they are; null when nothing is held back.</param>
/// <param name="Currency">The program's currency, in which amounts of deals are given.</param>
/// <param name="EndsAt">When the next edition starts (UTC); null when none is planned.</param>
public sealed record PolicyBasis(
    int Version, IReadOnlyDictionary<string, string> Names, HolidayBook Holidays, PolicyEdition? Edition = null, string Currency = "", DateTime? EndsAt = null);

/// <summary>The enabled policies, immutable, ready to be asked which of them bind a customer.</summary>
public sealed class PolicyBook
{
    private readonly UsageLimit[] program;
    private readonly (UsagePolicy Policy, UsageLimit Limit)[] grouped;
    private readonly (UsagePolicy Policy, UsageLimit Limit)[] blackouts;
    private readonly ILookup<Guid, UsageLimit> own;
    private readonly PolicyBasis basis;

    /// <summary>A book of the enabled ones among the policies, without holidays and with nothing held back; <paramref name="version"/> is that of the policy set.</summary>
    public PolicyBook(int version, IEnumerable<UsagePolicy> policies, IEnumerable<ActivityType> types)
        : this(new PolicyBasis(version, types.ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal), HolidayBook.Empty), policies)
    {
    }

    /// <summary>A book of the enabled ones among the policies.</summary>
    public PolicyBook(PolicyBasis basis, IEnumerable<UsagePolicy> policies)
    {
        this.basis = basis;
        var enabled = policies.Where(policy => policy.Enabled).Select(policy => (Policy: policy, Limit: HeldBack(policy.ToLimit(basis.Names)))).ToList();
        blackouts = [.. enabled.Where(pair => pair.Policy.Blackout is not null)];
        var counting = enabled.Where(pair => pair.Policy.Blackout is null).ToList();
        program = [.. counting.Where(pair => pair.Policy.Scope == PolicyScope.Program).Select(pair => pair.Limit)];
        grouped = [.. counting.Where(pair => pair.Policy.Scope is PolicyScope.Tier or PolicyScope.Segment)];
        own = counting.Where(pair => pair.Policy.CustomerId is not null).ToLookup(pair => pair.Policy.CustomerId!.Value, pair => pair.Limit);
    }

    /// <summary>A book without limits.</summary>
    public static PolicyBook Empty { get; } = new(0, [], []);

    /// <summary>Version of the policy set it was made from.</summary>
    public int Version => basis.Version;

    /// <summary>Until when it is in force (UTC), if that is known.</summary>
    public DateTime? EndsAt => basis.EndsAt;

    /// <summary>Days before and after an ask beyond which no policy looks, limits that contacts set themselves included.</summary>
    public int Reach => program.Concat(grouped.Select(pair => pair.Limit)).Concat(own.SelectMany(limits => limits)).Select(limit => limit.Window.Reach).Append(DefaultPolicies.Quarter).Max();

    /// <summary>The edition whose policies they are, if they are those of one.</summary>
    internal PolicyEdition? Edition => basis.Edition;

    /// <summary>Whether a deal is one for which capacity is held back; amount in the program's currency.</summary>
    public bool IsLarge(decimal? amount) => basis.Edition is { HeldBackPercent: > 0 } edition && edition.HoldsBackIn(basis.Currency) && amount > edition.HeldBackAbove;

    /// <summary>The limits that bind a customer and its contacts.</summary>
    public IReadOnlyList<UsageLimit> For(UsageSubject who)
    {
        var wishes = who.Contacts.Any(contact => contact.HasLimit);
        var closed = blackouts.Where(pair => pair.Policy.Blackout!.Concerns(who) && Binds(pair.Policy, who)).ToList();
        if (grouped.Length == 0 && !wishes && closed.Count == 0 && !own.Contains(who.CustomerId))
        {
            return program;
        }

        var holidays = closed.Count == 0 ? null : basis.Holidays.Of(who);
        return
        [
            .. program,
            .. grouped.Where(pair => Binds(pair.Policy, who)).Select(pair => pair.Limit),
            .. own[who.CustomerId],
            .. who.Contacts.SelectMany(OwnLimits),
            .. closed.Select(pair => pair.Limit with { Confidential = pair.Policy.Blackout!.IsConfidential, Closed = day => pair.Policy.Blackout!.Closes(day, who, holidays!) }),
        ];
    }

    // Of what a customer as a whole may give, a share rounded down is kept for large deals.
    private UsageLimit HeldBack(UsageLimit limit)
    {
        var kept = basis.Edition is { } edition && limit is { Per: PolicyPer.Customer, Window.Counts: true } ? edition.KeptOf(limit.Amount) : 0;
        return kept == 0 ? limit : limit with { HeldBack = kept, Rule = $"{limit.Rule}, {kept.ToString(CultureInfo.InvariantCulture)} of them kept for deals above {basis.Edition!.HeldBackOver(basis.Currency)}" };
    }

    internal static IEnumerable<UsageLimit> OwnLimits(UsageContact contact)
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

    private static bool Binds(UsagePolicy policy, UsageSubject who) => policy.Scope switch
    {
        PolicyScope.Program => true,
        PolicyScope.Tier => policy.Tier == who.Tier,
        PolicyScope.Segment => policy.SegmentIds.All(who.SegmentIds.Contains),
        _ => policy.CustomerId == who.CustomerId,
    };
}
