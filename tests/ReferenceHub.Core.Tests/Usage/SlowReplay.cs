using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>A replay as its rules say it, without any thought of speed: for each step all uses are looked at again.</summary>
internal sealed class SlowReplay
{
    private readonly ReplayHistory history;
    private readonly PolicyBook book;
    private readonly HashSet<Guid> otherwise = [];
    private readonly Dictionary<Guid, List<PastStep>> went = [];

    public SlowReplay(ReplayHistory history, PolicyBook book)
    {
        (this.history, this.book) = (history, book);
        foreach (var (past, step) in history.Uses.SelectMany(past => past.Steps.Select(step => (past, step))).OrderBy(pair => pair.step.At))
        {
            Go(past, step);
        }
    }

    public List<ReplayAnswer> Answers { get; } = [];

    public List<Use> Uses { get; } = [];

    public int Kept { get; private set; }

    /// <summary>The same uses as they went by these policies: those refused, delayed or asked of others never asked, changes refused never agreed.</summary>
    public PastUse[] AsItWent() => [.. history.Uses.Where(past => went.ContainsKey(past.First.UseId)).Select(past => past with { Steps = went[past.First.UseId] })];

    /// <summary>Most units in any so many days within the period.</summary>
    public int UnitsOf(int days, int step, Guid? customerId = null)
    {
        var counted = Uses.Where(use => use.Counts && use.TakesTime && use.On >= history.From && use.On <= history.To && (customerId is null || use.CustomerId == customerId)).ToList();
        return Enumerable.Range(0, (history.To.DayNumber - history.From.DayNumber + days) / step + 1).Select(at => history.From.AddDays((at * step) - (step == 1 ? days : 0)))
            .Max(first => counted.Where(use => use.On >= first && use.On < first.AddDays(days)).Sum(use => use.Units));
    }

    private void Go(PastUse past, PastStep step)
    {
        var (id, now) = (past.First.UseId, Uses.Find(use => use.UseId == past.First.UseId));
        if (!past.IsAsk)
        {
            Put(past, step.Use);
            Went(step);
        }
        else if (ReferenceEquals(step, past.Steps[0]))
        {
            var answer = Answer(past);
            Answers.Add(answer);
            if (answer.Fate is ReplayFate.Allowed or ReplayFate.Overridden)
            {
                Went(step);
            }
            else
            {
                otherwise.Add(id);
            }
        }
        else if (now is not null && otherwise.Contains(id))
        {
            var stays = step.Use with { CustomerId = now.CustomerId, ContactId = now.ContactId, On = now.On };
            Put(past, stays);
            Again(step with { Use = stays, IsChecked = false });
        }
        else if (now is not null)
        {
            Uses.Remove(now);
            if (step.IsChecked && !step.Overrides && Breach(past, now.CustomerId, step.Use.ContactId, step.Use.On) is not null)
            {
                Kept++;
                otherwise.Add(id);
                var stays = step.Use with { ContactId = now.ContactId, On = now.On };
                Put(past, stays);
                Again(step with { Use = stays, IsChecked = false });
            }
            else
            {
                Put(past, step.Use);
                Went(step);
            }
        }
    }

    private ReplayAnswer Answer(PastUse past)
    {
        var use = past.First;
        if (Breach(past, use.CustomerId, use.ContactId, use.On) is not { } breach)
        {
            Put(past, use);
            return new(ReplayFate.Allowed);
        }

        if (past.Steps[0].Overrides)
        {
            Put(past, use);
            return new(ReplayFate.Overridden, breach.Rule);
        }

        var own = Willing(Of(use.CustomerId), past).Where(contact => contact != use.ContactId && Breach(past, use.CustomerId, contact, use.On) is null).ToList();
        if (own.Count > 0)
        {
            Put(past, use with { ContactId = own[0] });
            return new(ReplayFate.OtherContact, breach.Rule);
        }

        var peers = history.Customers.Where(peer => peer.CustomerId != use.CustomerId && IsLike(peer, Of(use.CustomerId)))
            .OrderBy(peer => Uses.Where(other => other.CustomerId == peer.CustomerId && other.On <= use.On && other.On > use.On.AddDays(-90)).Sum(other => other.Units)).ThenBy(peer => peer.CustomerId);
        foreach (var peer in peers)
        {
            var contacts = use.Minutes == 0 ? [null] : Willing(peer, past).Select(contact => (Guid?)contact).ToList();
            if (contacts.Where(contact => Breach(past, peer.CustomerId, contact, use.On) is null).Take(1).ToList() is [var contact])
            {
                Put(past, use with { CustomerId = peer.CustomerId, ContactId = contact });
                return new(ReplayFate.Moved, breach.Rule, InsteadId: peer.CustomerId);
            }
        }

        var later = Enumerable.Range(1, 30).Select(days => use.On.AddDays(days)).Where(day => Breach(past, use.CustomerId, use.ContactId, day) is null).ToList();
        if (later.Count > 0)
        {
            Put(past, use with { On = later[0] });
            return new(ReplayFate.Delayed, breach.Rule, LaterOn: later[0]);
        }

        return new(ReplayFate.Refused, breach.Rule);
    }

    private LimitBreach? Breach(PastUse past, Guid customerId, Guid? contactId, DateOnly on) => LimitCheck.Check(
        book.For(Of(customerId)), [.. Uses.Where(use => use.CustomerId == customerId)], new UsageAsk(contactId, past.First.ActivityKey, past.First.Units, past.First.Minutes, on, book.IsLarge(past.Amount))).Breach;

    private bool IsLike(UsageSubject one, UsageSubject other)
    {
        var shared = one.SegmentIds.Intersect(other.SegmentIds).ToList();
        return shared.Exists(history.Products.Contains) && !shared.TrueForAll(history.Products.Contains);
    }

    private UsageSubject Of(Guid customerId) => history.Customers.Single(customer => customer.CustomerId == customerId);

    private IEnumerable<Guid> Willing(UsageSubject who, PastUse past) => past.First.ContactId is null && past.First.CustomerId == who.CustomerId
        ? []
        : who.Contacts.Where(contact => contact.Willing.Contains(history.Scopes[past.First.ActivityKey])).Select(contact => contact.ContactId);

    private void Put(PastUse past, Use use)
    {
        Uses.RemoveAll(other => other.UseId == use.UseId);
        if (use.Stands)
        {
            Uses.Add(past.IsAsk ? use with { ForLargeDeal = book.IsLarge(past.Amount) } : use);
        }
    }

    private void Again(PastStep step)
    {
        if (went.ContainsKey(step.Use.UseId))
        {
            Went(step);
        }
    }

    private void Went(PastStep step)
    {
        if (!went.TryGetValue(step.Use.UseId, out var steps))
        {
            went[step.Use.UseId] = steps = [];
        }

        steps.Add(step);
    }
}
