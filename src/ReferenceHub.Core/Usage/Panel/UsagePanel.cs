namespace ReferenceHub.Core.Usage;

/// <summary>One customer's usage as one viewer may see it.</summary>
/// <param name="Open">Availability for each activity type that may be asked for; none for those who see totals only.</param>
/// <param name="LastUsed">Day of the last use that took place; null also for those who see totals only.</param>
/// <param name="Ledger">Limits, contacts and uses, for those who see the ledger.</param>
/// <param name="Totals">Figures without names, for those who see totals or the ledger.</param>
public sealed record UsagePanel(IReadOnlyList<TypeAvailability> Open, DateOnly? LastUsed, UsageDetail? Ledger, UsageTotals? Totals);

/// <summary>Availability for one activity type.</summary>
public sealed record TypeAvailability(string Key, string Name, string Icon, AvailabilityResult Result);

/// <summary>Figures without names.</summary>
/// <param name="Fatigue">How worn the customer is.</param>
/// <param name="UsesInYear">Uses with people that took place in the last 365 days.</param>
/// <param name="ListingsInYear">Listings without people in the last 365 days.</param>
/// <param name="Months">Uses with people and listings of each of the last 12 months, the oldest first.</param>
public sealed record UsageTotals(FatigueScore Fatigue, int UsesInYear, int ListingsInYear, IReadOnlyList<MonthOfUse> Months);

/// <summary>Uses that took place in a month.</summary>
public sealed record MonthOfUse(DateOnly Month, int WithPeople, int Listings);

/// <summary>What the ledger says.</summary>
public sealed record UsageDetail(IReadOnlyList<LimitLoad> Limits, IReadOnlyList<ContactLoad> Contacts, IReadOnlyList<UseLine> Uses);

/// <summary>A limit of the customer and how full it is today, in its measure.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Used">Taken by uses that took place.</param>
/// <param name="Reserved">Taken by asks and planned uses.</param>
/// <param name="Amount">Allowed.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Closed">True if one more would be refused today.</param>
/// <param name="FreeOn">First day on which one more is allowed; null when none is in sight.</param>
public sealed record LimitLoad(string Rule, string SetBy, int Used, int Reserved, int Amount, PolicyMeasure Measure, bool Closed, DateOnly? FreeOn);

/// <summary>A contact's minutes in the strictest window, and when the person is free.</summary>
public sealed record ContactLoad(Guid ContactId, int Used, int Reserved, int? Allowed, bool Closed, DateOnly? FreeOn);

/// <summary>One use, newest first.</summary>
public sealed record UseLine(Use Use, string Activity, string Icon, string? ContactName);
