namespace ReferenceHub.Core.Usage;

/// <summary>Knows on which days nobody can ask a customer for a type, for past days by what was used until then; remembers what it worked out.</summary>
public sealed class Closing(ActivityType type, UsageSubject who, IReadOnlyList<Use> uses, IReadOnlyList<UsageLimit> limits, DateOnly today)
{
    private readonly Dictionary<DateOnly, bool> known = [];
    private readonly List<UsageLimit> counting = limits.Where(limit => limit is { Per: PolicyPer.Customer, Window.Counts: true, Amount: > 0 } && limit.Binds(type.Ask(null, today))).ToList();
    private readonly List<UsageLimit> blackouts = limits.Where(limit => limit.Closed is not null && limit.Binds(type.Ask(null, today))).ToList();

    /// <summary>Today of the program.</summary>
    public DateOnly Today => today;

    /// <summary>True if the customer is paused on a day.</summary>
    public bool PausedOn(DateOnly day) => day >= today && who.PausedUntil >= day;

    /// <summary>True if no ask for that day would be allowed.</summary>
    public bool On(DateOnly day)
    {
        if (!known.TryGetValue(day, out var closed))
        {
            known[day] = closed = PausedOn(day) || !Free(day, day < today ? [.. uses.Where(use => use.On <= day)] : uses);
        }

        return closed;
    }

    /// <summary>The rule that closes a day, in words; nothing when nobody there is willing.</summary>
    public string? RuleOn(DateOnly day) => PausedOn(day)
        ? "Paused"
        : Askable(day).Select(contact => LimitCheck.Check(limits, uses, type.Ask(contact, day)).Breach?.Rule).FirstOrDefault(rule => rule is not null);

    /// <summary>How full the fullest limit that binds the type is in the week from a Monday; null without such a limit.</summary>
    public LoadFill? FillOf(DateOnly monday) => counting.Select(limit => Fill(limit, monday)).OrderByDescending(fill => fill.Taken / (double)fill.Amount).FirstOrDefault();

    /// <summary>What a blackout closes of the week from a Monday.</summary>
    public LoadDark? DarkIn(DateOnly monday)
    {
        foreach (var limit in blackouts)
        {
            var days = Enumerable.Range(0, 7).Select(monday.AddDays).Where(limit.Closed!).ToList();
            if (days.Count > 0)
            {
                return new LoadDark(limit.Rule, days[0], days[^1]);
            }
        }

        return null;
    }

    // Whatever window holds a day of a week, one as long holds its first or its last day.
    private LoadFill Fill(UsageLimit limit, DateOnly monday)
    {
        var counted = uses.Where(use => limit.Counts(use, null)).ToList();
        return new LoadFill(Math.Max(WindowLoad.Peak(limit, counted, monday), WindowLoad.Peak(limit, counted, monday.AddDays(6))), limit.Amount, limit.Measure, limit.Window);
    }

    private IEnumerable<Guid?> Askable(DateOnly day) => type.Minutes == 0
        ? [null]
        : who.Contacts.Where(contact => contact.MayBeAsked(type.Scope, day)).Select(contact => (Guid?)contact.ContactId);

    private bool Free(DateOnly day, IReadOnlyList<Use> taken) => Askable(day).Any(contact => LimitCheck.Allows(limits, taken, type.Ask(contact, day)));
}
