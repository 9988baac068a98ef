using System.Globalization;

namespace ReferenceHub.Core.Usage;

/// <summary>One customer's ledger made anew from its entries alone, which are given one after another in their order; only the last of each use is kept.</summary>
/// <param name="customerId">Whose ledger.</param>
/// <param name="counted">Number of entries that the ledger counts; null when it has no row.</param>
public sealed class LedgerRebuild(Guid customerId, int? counted)
{
    private const int MostNamed = 5;

    private readonly Dictionary<Guid, RebuiltUse> uses = [];
    private readonly List<string> gaps = [];
    private readonly List<string> twice = [];
    private int gapCount;
    private int last;

    /// <summary>Whose ledger.</summary>
    public Guid CustomerId => customerId;

    /// <summary>Every use that an entry is about, as it stands after the last.</summary>
    public IReadOnlyCollection<RebuiltUse> Uses => uses.Values;

    /// <summary>When the last entry was written (UTC); null without one.</summary>
    public DateTime? LastAt { get; private set; }

    /// <summary>What limits have to know.</summary>
    public IEnumerable<Use> Standing => uses.Values.Select(rebuilt => rebuilt.Use).Where(use => use.Stands);

    /// <summary>A use; null when no entry is about it.</summary>
    public RebuiltUse? Find(Guid? useId) => useId is { } id ? uses.GetValueOrDefault(id) : null;

    /// <summary>The next entry in order.</summary>
    public void Add(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Sequence == last)
        {
            twice.Add(entry.Sequence.ToString(CultureInfo.InvariantCulture));
        }

        Skip(entry.Sequence - 1);
        last = entry.Sequence;
        LastAt = LastAt > entry.At ? LastAt : entry.At;
        uses[entry.UseId] = new RebuiltUse(entry.AsUse(), entry.Kind);
    }

    /// <summary>Places that are missing or twice there; to be asked once, after the last entry.</summary>
    public IEnumerable<Difference> Places()
    {
        Skip(counted ?? last);
        if (gapCount > 0)
        {
            yield return Wrong($"{(gapCount == 1 ? "An entry is" : "Entries are")} missing: {Named(gaps)}.");
        }

        if (twice.Count > 0)
        {
            yield return Wrong($"Twice there: {Named(twice)}.");
        }

        if (counted is null && last > 0)
        {
            yield return Wrong("Entries stand here, but the ledger has no row that counts them.");
        }
        else if (counted < last)
        {
            yield return Wrong("There are entries beyond the last that the ledger counts.");
        }
    }

    private void Skip(int to)
    {
        if (to > last)
        {
            gaps.Add(to == last + 1 ? $"place {to}" : $"places {last + 1} to {to}");
            gapCount += to - last;
        }
    }

    private static string Named(List<string> places) =>
        string.Join(", ", places.Take(MostNamed)) + (places.Count > MostNamed ? $" and {places.Count - MostNamed} more" : "");

    private Difference Wrong(string words) => new(customerId, null, FindingKind.Places, words);
}

/// <summary>A use as its entries leave it.</summary>
/// <param name="Use">The use.</param>
/// <param name="By">What its last entry does.</param>
public sealed record RebuiltUse(Use Use, LedgerKind By)
{
    /// <summary>Somebody put it right after it was over; it may then say something else than its request.</summary>
    public bool IsPutRight => By == LedgerKind.Corrected && Use.State is not (UseState.Pending or UseState.Planned);

    /// <summary>Capacity is held for it.</summary>
    public bool IsHeld => Use.State is UseState.Pending or UseState.Planned;
}
