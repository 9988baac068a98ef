namespace ReferenceHub.Core.Usage;

/// <summary>How full limits are.</summary>
public static class LimitStates
{
    /// <summary>Each limit today, those counted per contact once for each contact they bind; the customer's first.</summary>
    public static IReadOnlyList<LimitState> Of(
        IReadOnlyList<UsageLimit> limits, IReadOnlyList<Use> uses, IReadOnlyDictionary<Guid, string> contacts, DateOnly today, IReadOnlyList<ActivityType>? types = null) =>
    [
        .. limits.SelectMany(limit => limit.Per == PolicyPer.Customer
            ? [Free(One(limit, uses, null, null, today), limit, uses, null, today, types ?? [])]
            : contacts.Where(contact => limit.ContactId is null || limit.ContactId == contact.Key)
                .Select(contact => Free(One(limit, uses, contact.Key, contact.Value, today), limit, uses, contact.Key, today, types ?? [])))
            .OrderBy(state => state.ContactName ?? "", StringComparer.Ordinal).ThenBy(state => !state.Window.Counts).ThenBy(state => state.Window.Days),
    ];

    // The smallest thing that it binds says best when it lets something through again.
    private static LimitState Free(LimitState state, UsageLimit limit, IReadOnlyList<Use> uses, Guid? contactId, DateOnly today, IReadOnlyList<ActivityType> types)
    {
        var smallest = types.Select(type => (Type: type, Ask: type.Ask(contactId, today))).Where(pair => limit.Binds(pair.Ask) && (!limit.Window.Counts || limit.AmountOf(pair.Ask) > 0))
            .OrderBy(pair => limit.AmountOf(pair.Ask)).FirstOrDefault();
        return smallest.Type is { } type
            ? state with { FreeFor = type.Name, FreeOn = LimitCheck.Check([limit], uses, smallest.Ask) is { Breach: { } breach } ? breach.FreeOn : today }
            : state;
    }

    private static LimitState One(UsageLimit limit, IReadOnlyList<Use> uses, Guid? contactId, string? contactName, DateOnly today)
    {
        if (limit.Window.Kind == WindowKind.Blackout)
        {
            var free = LimitCheck.FirstOpen([limit], today);
            return new LimitState(limit.Rule, limit.SetBy, contactName, limit.Measure, limit.Window, 0, 0, 0, free == today ? null : free ?? DateOnly.MaxValue);
        }

        var counted = uses.Where(use => limit.Counts(use, contactId)).ToList();
        if (limit.Window.Kind == WindowKind.Rest)
        {
            var rests = counted.Where(use => use.StartsRest && use.On <= today && today.DayNumber - use.On.DayNumber < limit.Window.Days)
                .Select(use => (DateOnly?)use.On.AddDays(limit.Window.Days)).Max();
            return new LimitState(limit.Rule, limit.SetBy, contactName, limit.Measure, limit.Window, 0, 0, 0, rests);
        }

        var all = WindowLoad.Peak(limit, counted, today);
        var done = Math.Min(all, WindowLoad.Peak(limit, counted.Where(use => use.State == UseState.Done), today));
        return new LimitState(limit.Rule, limit.SetBy, contactName, limit.Measure, limit.Window, done, all - done, limit.Amount, null);
    }
}
