using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>What became of the asks of a period under some policies.</summary>
/// <param name="Figures">The sums.</param>
/// <param name="Answers">By ask, in the order in which they were made.</param>
public sealed record Replayed(ReplayFigures Figures, IReadOnlyList<ReplayAnswer> Answers);

/// <summary>
/// Goes through what was written in the ledgers, in that order, and holds each ask of the period to a set of policies: the customer as asked, else
/// by the override of then, else another contact there, else another customer like it on the same day, else the same customer within 30 days,
/// else nobody. What was asked before the period, or logged, counts as it was, from when it was written on. An ask that goes as it went follows
/// what came of it: other days and contacts if the policies allow them, minutes, a no, a no-show; one that goes otherwise keeps its day and
/// gets the same answer. Asks that the limits of their day refused left no trace and are not in it.
/// </summary>
public sealed class Replay
{
    /// <summary>Most days that an ask can wait.</summary>
    public const int MostDelay = 30;

    private const int MostPeers = 60;
    private const int ReportEach = 250;

    private readonly ReplayHistory history;
    private readonly Dictionary<Guid, UsageSubject> subjects;
    private readonly ReplayPeers peers;
    private readonly List<(PastUse Past, int Place)> steps;
    private readonly Dictionary<PastUse, int> places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Ready to go through a history, again and again with other policies.</summary>
    public Replay(ReplayHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        this.history = history;
        subjects = history.Customers.ToDictionary(customer => customer.CustomerId);
        peers = new ReplayPeers(history, MostPeers);
        steps =
        [
            .. history.Uses.SelectMany(past => Enumerable.Range(0, past.Steps.Count).Select(place => (Past: past, Place: place)))
                .OrderBy(step => step.Past.Steps[step.Place].At).ThenBy(step => step.Past.First.CustomerId).ThenBy(step => step.Past.Steps[step.Place].Sequence),
        ];
        Asks = [.. steps.Where(step => step is { Place: 0, Past.IsAsk: true }).Select(step => step.Past)];
        for (var place = 0; place < Asks.Count; place++)
        {
            places[Asks[place]] = place;
        }
    }

    /// <summary>Asks of the period, in the order in which they were made.</summary>
    public IReadOnlyList<PastUse> Asks { get; }

    /// <summary>What the policies would have done; tells how many asks are through.</summary>
    public Replayed Run(PolicyBook policies, Action<int>? progress = null, CancellationToken ct = default)
    {
        var ledgers = new ReplayLedgers(policies, subjects);
        var answers = new ReplayAnswer[Asks.Count];
        var (done, changesRefused, goesOtherwise) = (0, 0, new HashSet<Guid>());
        foreach (var (past, place) in steps)
        {
            if (!past.IsAsk)
            {
                ledgers.Write(past, past.Steps[place].Use);
            }
            else if (place > 0)
            {
                changesRefused += Follow(ledgers, past, past.Steps[place], goesOtherwise) ? 0 : 1;
            }
            else
            {
                var answer = answers[places[past]] = Answer(ledgers, past);
                if (answer.IsOtherwise)
                {
                    goesOtherwise.Add(past.First.UseId);
                }

                if (++done % ReportEach == 0)
                {
                    ct.ThrowIfCancellationRequested();
                    progress?.Invoke(done);
                }
            }
        }

        return new Replayed(Sums(answers, ReplayLoad.Of(ledgers.Uses, history)) with { Kept = changesRefused }, answers);
    }

    // What came of an ask; false when the policies refuse another day or contact that was agreed then.
    private bool Follow(ReplayLedgers ledgers, PastUse past, PastStep step, HashSet<Guid> goesOtherwise)
    {
        if (ledgers.Find(step.Use.UseId) is not { } now)
        {
            return true;
        }

        var next = step.Use;
        if (now.CustomerId == next.CustomerId && step.IsChecked && !goesOtherwise.Contains(next.UseId))
        {
            ledgers.Erase(now.UseId);
            if (!step.Overrides && !ledgers.Allows(now.CustomerId, ledgers.Ask(past, next.ContactId, next.On)))
            {
                goesOtherwise.Add(next.UseId);
                ledgers.Write(past, next with { ContactId = now.ContactId, On = now.On });
                return false;
            }
        }

        ledgers.Write(past, goesOtherwise.Contains(next.UseId) ? next with { CustomerId = now.CustomerId, ContactId = now.ContactId, On = now.On } : next);
        return true;
    }

    private ReplayAnswer Answer(ReplayLedgers ledgers, PastUse past)
    {
        var (use, asked) = (past.First, ledgers.Ask(past, past.First.ContactId, past.First.On));
        if (ledgers.Allows(use.CustomerId, asked))
        {
            ledgers.Write(past, use);
            return new(ReplayFate.Allowed);
        }

        var breach = ledgers.Breach(use.CustomerId, asked);
        if (past.Steps[0].Overrides)
        {
            ledgers.Write(past, use);
            return new(ReplayFate.Overridden, breach.Rule);
        }

        if (OtherContact(ledgers, past) is { } other)
        {
            ledgers.Write(past, use with { ContactId = other });
            return new(ReplayFate.OtherContact, breach.Rule);
        }

        if (Instead(ledgers, past) is { } instead)
        {
            ledgers.Write(past, use with { CustomerId = instead.CustomerId, ContactId = instead.ContactId });
            return new(ReplayFate.Moved, breach.Rule, InsteadId: instead.CustomerId);
        }

        if (breach.FreeOn is { } free && free.DayNumber - use.On.DayNumber <= MostDelay)
        {
            ledgers.Write(past, use with { On = free });
            return new(ReplayFate.Delayed, breach.Rule, LaterOn: free);
        }

        return new(ReplayFate.Refused, breach.Rule);
    }

    private Guid? OtherContact(ReplayLedgers ledgers, PastUse past) => past.First.ContactId is not { } asked
        ? null
        : Willing(subjects[past.First.CustomerId], past).Where(contact => contact != asked).Select(contact => (Guid?)contact)
            .FirstOrDefault(contact => ledgers.Allows(past.First.CustomerId, ledgers.Ask(past, contact, past.First.On)));

    // The least used of those like it, so that relief does not make the next one tired.
    private (Guid CustomerId, Guid? ContactId)? Instead(ReplayLedgers ledgers, PastUse past)
    {
        var use = past.First;
        foreach (var peer in peers.Of(subjects[use.CustomerId]).OrderBy(peer => ledgers.UnitsLately(peer.CustomerId, use.On)).ThenBy(peer => peer.CustomerId))
        {
            foreach (var contact in use.Minutes == 0 ? [null] : Willing(peer, past).Select(contact => (Guid?)contact))
            {
                if (ledgers.Allows(peer.CustomerId, ledgers.Ask(past, contact, use.On)))
                {
                    return (peer.CustomerId, contact);
                }
            }
        }

        return null;
    }

    private IEnumerable<Guid> Willing(UsageSubject who, PastUse past) => history.Scopes.TryGetValue(past.First.ActivityKey, out var scope)
        ? who.Contacts.Where(contact => contact.Willing.Contains(scope)).Select(contact => contact.ContactId)
        : [];

    private ReplayFigures Sums(IReadOnlyList<ReplayAnswer> answers, ReplayFigures load)
    {
        var fates = answers.CountBy(answer => answer.Fate).ToDictionary();
        var delays = Asks.Zip(answers).Where(pair => pair.Second.LaterOn is not null).Select(pair => pair.Second.LaterOn!.Value.DayNumber - pair.First.First.On.DayNumber).Order().ToList();
        int Count(ReplayFate fate) => fates.GetValueOrDefault(fate);
        return load with
        {
            Asks = answers.Count,
            Allowed = Count(ReplayFate.Allowed) + Count(ReplayFate.Overridden) + Count(ReplayFate.OtherContact),
            OtherContact = Count(ReplayFate.OtherContact),
            Overridden = Count(ReplayFate.Overridden),
            Moved = Count(ReplayFate.Moved),
            Delayed = Count(ReplayFate.Delayed),
            Refused = Count(ReplayFate.Refused),
            MedianDelay = delays.Count == 0 ? 0 : delays[delays.Count / 2],
            Rules =
            [
                .. answers.Where(answer => answer.IsOtherwise).CountBy(answer => answer.Rule, StringComparer.Ordinal)
                    .OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new RuleCount(rule.Key, rule.Value)),
            ],
        };
    }
}
