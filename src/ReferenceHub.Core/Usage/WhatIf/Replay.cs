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

    private const int Others = 60;
    private const int Step = 250;

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
        peers = new ReplayPeers(history.Customers, history.Products, Others);
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
        var run = new ReplayRun(policies, subjects);
        var answers = new ReplayAnswer[Asks.Count];
        var (done, kept, stays) = (0, 0, new HashSet<Guid>());
        foreach (var (past, place) in steps)
        {
            if (!past.IsAsk)
            {
                run.Put(past.Steps[place].Use);
            }
            else if (place > 0)
            {
                kept += Follow(run, past, past.Steps[place], stays) ? 0 : 1;
            }
            else
            {
                var answer = answers[places[past]] = Answer(run, past);
                if (answer.IsOtherwise)
                {
                    stays.Add(past.First.UseId);
                }

                if (++done % Step == 0)
                {
                    ct.ThrowIfCancellationRequested();
                    progress?.Invoke(done);
                }
            }
        }

        return new Replayed(Sums(answers, ReplayLoad.Of(run.Uses, history)) with { Kept = kept }, answers);
    }

    // What came of an ask; false when the policies refuse another day or contact that was agreed then.
    private bool Follow(ReplayRun run, PastUse past, PastStep step, HashSet<Guid> stays)
    {
        if (run.Standing(step.Use.UseId) is not { } now)
        {
            return true;
        }

        var next = step.Use;
        if (now.CustomerId == next.CustomerId && step.IsHeld && !stays.Contains(next.UseId))
        {
            run.Lift(now.UseId);
            if (!step.Overrides && !run.Allows(now.CustomerId, run.Ask(past, next.ContactId, next.On)))
            {
                stays.Add(next.UseId);
                run.Put(next with { ContactId = now.ContactId, On = now.On });
                return false;
            }
        }

        run.Put(stays.Contains(next.UseId) ? next with { CustomerId = now.CustomerId, ContactId = now.ContactId, On = now.On } : next);
        return true;
    }

    private ReplayAnswer Answer(ReplayRun run, PastUse past)
    {
        var (use, asked) = (past.First, run.Ask(past, past.First.ContactId, past.First.On));
        if (run.Allows(use.CustomerId, asked))
        {
            run.Put(use);
            return new(ReplayFate.Allowed);
        }

        var breach = run.Breach(use.CustomerId, asked);
        if (past.Steps[0].Overrides)
        {
            run.Put(use);
            return new(ReplayFate.Overridden, breach.Rule);
        }

        if (OtherContact(run, past) is { } other)
        {
            run.Put(use with { ContactId = other });
            return new(ReplayFate.OtherContact, breach.Rule);
        }

        if (Instead(run, past) is { } instead)
        {
            run.Put(use with { CustomerId = instead.CustomerId, ContactId = instead.ContactId });
            return new(ReplayFate.Moved, breach.Rule, InsteadId: instead.CustomerId);
        }

        if (breach.FreeOn is { } free && free.DayNumber - use.On.DayNumber <= MostDelay)
        {
            run.Put(use with { On = free });
            return new(ReplayFate.Delayed, breach.Rule, LaterOn: free);
        }

        return new(ReplayFate.Refused, breach.Rule);
    }

    private Guid? OtherContact(ReplayRun run, PastUse past) => past.First.ContactId is not { } asked
        ? null
        : Willing(subjects[past.First.CustomerId], past).Where(contact => contact != asked).Select(contact => (Guid?)contact)
            .FirstOrDefault(contact => run.Allows(past.First.CustomerId, run.Ask(past, contact, past.First.On)));

    // The least used of those like it, so that relief does not make the next one tired.
    private (Guid CustomerId, Guid? ContactId)? Instead(ReplayRun run, PastUse past)
    {
        var use = past.First;
        foreach (var peer in peers.Of(use.CustomerId).OrderBy(peer => run.UnitsLately(peer.CustomerId, use.On)).ThenBy(peer => peer.CustomerId))
        {
            foreach (var contact in use.Minutes == 0 ? [null] : Willing(peer, past).Select(contact => (Guid?)contact))
            {
                if (run.Allows(peer.CustomerId, run.Ask(past, contact, use.On)))
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
