using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>
/// Goes through the asks of a period in the order in which they were made and holds each to a set of policies: the customer as asked, else another
/// contact there, else another customer like it on the same day, else the same customer within 30 days, else nobody.
/// What was asked before the period counts as it was. Asks that the limits of their day refused left no trace and are not in it.
/// </summary>
public sealed class Replay
{
    /// <summary>Most days that an ask can wait.</summary>
    public const int MostDelay = 30;

    /// <summary>Most asks told one by one.</summary>
    public const int MostTold = 500;

    private const int Others = 60;
    private const int Step = 250;

    private readonly ReplayHistory history;
    private readonly Dictionary<Guid, UsageSubject> subjects;
    private readonly ReplayPeers peers;

    /// <summary>Ready to go through a history, again and again with other policies.</summary>
    public Replay(ReplayHistory history)
    {
        this.history = history;
        subjects = history.Customers.ToDictionary(customer => customer.CustomerId);
        peers = new ReplayPeers(history.Customers, Others);
    }

    /// <summary>What the policies would have done; tells how many asks are through.</summary>
    public ReplayFigures Run(PolicyBook policies, Action<int>? progress = null, CancellationToken ct = default)
    {
        var run = new ReplayRun(policies, subjects, history);
        var told = new List<ReplayedAsk>();
        var fates = new Dictionary<ReplayFate, int>();
        var rules = new Dictionary<string, int>(StringComparer.Ordinal);
        var delays = new List<int>();
        var done = 0;
        foreach (var ask in history.Asks.OrderBy(ask => ask.AskedOn).ThenBy(ask => ask.UseId))
        {
            ct.ThrowIfCancellationRequested();
            var fate = One(run, ask);
            fates[fate.Fate] = fates.GetValueOrDefault(fate.Fate) + 1;
            if (fate.Fate != ReplayFate.Allowed)
            {
                rules[fate.Rule] = rules.GetValueOrDefault(fate.Rule) + 1;
                Tell(fate);
            }

            if (++done % Step == 0)
            {
                progress?.Invoke(done);
            }
        }

        delays.Sort();
        return run.Figures() with
        {
            Asks = history.Asks.Count,
            Allowed = Count(ReplayFate.Allowed) + Count(ReplayFate.OtherContact),
            Moved = Count(ReplayFate.Moved),
            Delayed = Count(ReplayFate.Delayed),
            Refused = Count(ReplayFate.Refused),
            MedianDelay = delays.Count == 0 ? 0 : delays[delays.Count / 2],
            Rules = [.. rules.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new RuleCount(rule.Key, rule.Value))],
            Changed = told,
        };

        int Count(ReplayFate fate) => fates.GetValueOrDefault(fate);

        void Tell(ReplayedAsk ask)
        {
            if (ask.LaterOn is { } later)
            {
                delays.Add(later.DayNumber - ask.On.DayNumber);
            }

            if (told.Count < MostTold)
            {
                told.Add(ask);
            }
        }
    }

    private ReplayedAsk One(ReplayRun run, PastAsk ask)
    {
        run.MoveTo(ask.AskedOn);
        if (!subjects.TryGetValue(ask.CustomerId, out var asked))
        {
            // No reference any more: what it was asked for is taken as it was.
            run.Take(ask, ask.CustomerId, ask.ContactId, ask.On);
            return Told(ReplayFate.Allowed, "");
        }

        if (run.Check(asked, ask, ask.ContactId, ask.On) is not { } breach)
        {
            run.Take(ask, ask.CustomerId, ask.ContactId, ask.On);
            return Told(ReplayFate.Allowed, "");
        }

        if (FreeContact(run, asked, ask, ask.On) is { } other)
        {
            run.Take(ask, ask.CustomerId, other, ask.On);
            return Told(ReplayFate.OtherContact, breach.Rule);
        }

        if (Instead(run, ask) is { } instead)
        {
            run.Take(ask, instead.CustomerId, instead.ContactId, ask.On);
            return Told(ReplayFate.Moved, breach.Rule) with { InsteadId = instead.CustomerId };
        }

        if (breach.FreeOn is { } free && free.DayNumber - ask.On.DayNumber <= MostDelay)
        {
            run.Take(ask, ask.CustomerId, ask.ContactId, free);
            return Told(ReplayFate.Delayed, breach.Rule) with { LaterOn = free };
        }

        return Told(ReplayFate.Refused, breach.Rule);

        ReplayedAsk Told(ReplayFate fate, string rule) => new(ask.RequestNumber, ask.CustomerId, ask.ActivityKey, ask.On, fate, rule, null, null);
    }

    private Guid? FreeContact(ReplayRun run, UsageSubject who, PastAsk ask, DateOnly on) => ask.ContactId is null
        ? null
        : Willing(who, ask).Where(contact => contact != ask.ContactId).Select(contact => (Guid?)contact).FirstOrDefault(contact => run.Check(who, ask, contact, on) is null);

    // The least used of those like it, so that relief does not make the next one tired.
    private (Guid CustomerId, Guid? ContactId)? Instead(ReplayRun run, PastAsk ask)
    {
        foreach (var peer in peers.Of(ask.CustomerId).OrderBy(peer => run.UnitsLately(peer.CustomerId, ask.On)).ThenBy(peer => peer.CustomerId))
        {
            if (ask.Minutes == 0 && run.Check(peer, ask, null, ask.On) is null)
            {
                return (peer.CustomerId, null);
            }

            foreach (var contact in ask.Minutes == 0 ? [] : Willing(peer, ask))
            {
                if (run.Check(peer, ask, contact, ask.On) is null)
                {
                    return (peer.CustomerId, contact);
                }
            }
        }

        return null;
    }

    private IEnumerable<Guid> Willing(UsageSubject who, PastAsk ask) => history.Scopes.TryGetValue(ask.ActivityKey, out var scope)
        ? who.Contacts.Where(contact => contact.Willing.Contains(scope)).Select(contact => contact.ContactId)
        : [];
}
