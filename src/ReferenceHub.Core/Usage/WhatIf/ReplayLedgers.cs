namespace ReferenceHub.Core.Usage;

/// <summary>The ledgers of one replay, as they fill.</summary>
internal sealed class ReplayLedgers(PolicyBook policies, IReadOnlyDictionary<Guid, UsageSubject> subjects)
{
    private readonly Dictionary<Guid, ReplayLedger> ledgers = [];
    private readonly Dictionary<Guid, Use> standing = [];

    /// <summary>All uses that stand.</summary>
    public IEnumerable<Use> Uses => standing.Values;

    /// <summary>A use as it stands; null when it does not.</summary>
    public Use? Find(Guid useId) => standing.GetValueOrDefault(useId);

    /// <summary>What is asked, as limits see it.</summary>
    public UsageAsk Ask(PastUse past, Guid? contactId, DateOnly on) =>
        new(contactId, past.First.ActivityKey, past.First.Units, past.First.Minutes, on, policies.IsLarge(past.Amount));

    /// <summary>Whether every limit of a customer allows an ask.</summary>
    public bool Allows(Guid customerId, UsageAsk ask) => Of(customerId).Allows(ask);

    /// <summary>Why an ask is not allowed.</summary>
    public LimitBreach Breach(Guid customerId, UsageAsk ask) => Of(customerId).Breach(ask);

    /// <summary>Units of a customer in the 90 days up to a day.</summary>
    public int UnitsLately(Guid customerId, DateOnly day) => Of(customerId).UnitsLately(day);

    /// <summary>Lets a use stand as it is from now on, or fall away; whether the deal of an ask is large is for these policies to say.</summary>
    public void Write(PastUse past, Use use)
    {
        Erase(use.UseId);
        if (use.Stands)
        {
            var large = past.IsAsk ? policies.IsLarge(past.Amount) : use.ForLargeDeal;
            use = use.ForLargeDeal == large ? use : use with { ForLargeDeal = large };
            standing[use.UseId] = use;
            Of(use.CustomerId).Add(use);
        }
    }

    /// <summary>Takes a use away.</summary>
    public void Erase(Guid useId)
    {
        if (standing.Remove(useId, out var before))
        {
            Of(before.CustomerId).Remove(before);
        }
    }

    private ReplayLedger Of(Guid customerId)
    {
        if (!ledgers.TryGetValue(customerId, out var ledger))
        {
            ledgers[customerId] = ledger = new ReplayLedger(subjects.TryGetValue(customerId, out var who) ? policies.For(who) : []);
        }

        return ledger;
    }
}
