using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>Whether a customer can be asked today for one activity type, on usage alone (permissions and status are matching's).</summary>
public static class Availability
{
    /// <summary>
    /// Closed: an ask today would be refused. Nearly used: allowed, but it takes the last of a limit above 1, or an ask is pending.
    /// The day asked for is today, or the first after the type's notice. A customer is closed by its contacts only when no willing one is free.
    /// For a large deal what is held back counts as free.
    /// </summary>
    public static AvailabilityResult Of(ActivityType type, UsageSubject who, CustomerUsage usage, PolicyBook policies, DateOnly today, bool large = false)
    {
        var last = usage.LastUsed(today);
        var pending = usage.Pending;
        if (who.PausedUntil is { } until && until >= today)
        {
            return new(AvailabilityState.Closed, "Paused", "the customer", until.Next(), last, pending, []);
        }

        var limits = policies.For(who);
        var on = today.AddDays(type.NoticeDays);
        if (type.Minutes == 0)
        {
            return Result(LimitCheck.Check(limits, usage.Uses, type.Ask(contactId: null, on, large)), []);
        }

        var answers = who.Contacts.Where(contact => contact.MayBeAsked(type.Scope, today))
            .Select(contact => (contact.ContactId, Verdict: LimitCheck.Check(limits, usage.Uses, type.Ask(contact.ContactId, on, large))))
            .ToList();
        if (answers.Count == 0)
        {
            var back = who.Contacts.Where(contact => contact.Willing.Contains(type.Scope)).Min(contact => contact.PausedUntil)?.Next();
            return new(AvailabilityState.Closed, back is null ? "No contact is willing" : "Contact paused", "the customer", back, last, pending, []);
        }

        var free = answers.Where(answer => answer.Verdict.Allowed).ToList();
        var best = free.Count > 0
            ? free.OrderBy(answer => answer.Verdict.TakesLast).First()
            : answers.OrderBy(answer => answer.Verdict.Breach!.FreeOn ?? DateOnly.MaxValue).First();
        return Result(best.Verdict, [.. Rested(free)]);

        // Whom the use would leave with some time comes first, then who rested longest.
        IEnumerable<Guid> Rested(List<(Guid ContactId, LimitVerdict Verdict)> answers) => answers.Count < 2
            ? answers.Select(answer => answer.ContactId)
            : answers.OrderBy(answer => answer.Verdict.TakesLast)
                .ThenBy(answer => usage.Uses.Where(use => use.ContactId == answer.ContactId && use.TakesTime && use.Counts).Max(use => (DateOnly?)use.On) ?? DateOnly.MinValue)
                .Select(answer => answer.ContactId);

        AvailabilityResult Result(LimitVerdict verdict, IReadOnlyList<Guid> contacts) => verdict.Breach is { } breach
            ? new(AvailabilityState.Closed, breach.Rule, breach.SetBy, breach.ToldFreeOn, last, pending, contacts)
            : new(verdict.TakesLast || pending > 0 ? AvailabilityState.NearlyUsed : AvailabilityState.Open, null, null, null, last, pending, contacts);
    }
}

/// <summary>What anybody may know of a customer's load.</summary>
public enum AvailabilityState
{
    /// <summary>Can be asked.</summary>
    Open,

    /// <summary>Can be asked, for the last time in a while, or is being asked.</summary>
    NearlyUsed,

    /// <summary>An ask today would be refused.</summary>
    Closed,
}

/// <summary>Availability for one activity type, with the reason where it is closed.</summary>
/// <param name="State">Open, nearly used or closed.</param>
/// <param name="Rule">The rule that closes it, in words.</param>
/// <param name="SetBy">Who set that rule.</param>
/// <param name="FreeOn">First day on which it would be allowed; null if open, or if no day is in sight.</param>
/// <param name="LastUsed">Day of the last use that took place.</param>
/// <param name="Pending">Asks that wait for an answer.</param>
/// <param name="FreeContacts">Willing contacts who are free: those whom the use leaves with some time first, then the most rested.</param>
public sealed record AvailabilityResult(
    AvailabilityState State,
    string? Rule,
    string? SetBy,
    DateOnly? FreeOn,
    DateOnly? LastUsed,
    int Pending,
    IReadOnlyList<Guid> FreeContacts);
