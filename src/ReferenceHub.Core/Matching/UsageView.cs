using System.Runtime.CompilerServices;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Availability and past ratings of all customers for one activity type on one day, laid over the catalog: usage changes far
/// more often than facts, so it is no part of the snapshot. Ratings are means of 1 to 5, null when there are none.
/// </summary>
public sealed class UsageView(DateOnly today, Func<Guid, AvailabilityResult> availability, Func<Guid, double?> rating)
{
    private readonly ConditionalWeakTable<CatalogBlock, UsageColumn> columns = [];

    /// <summary>The day it holds for.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>Days between an ask and the first use that it may be for.</summary>
    public int NoticeDays { get; init; }

    /// <summary>Availability of one customer with its reason.</summary>
    public AvailabilityResult Of(Guid customerId) => availability(customerId);

    /// <summary>Looks again at one customer whose usage changed.</summary>
    public void Changed(Guid customerId)
    {
        foreach (var (block, column) in columns)
        {
            var row = block.RowOf(customerId);
            if (row >= 0)
            {
                Fill(block, column, row, customerId);
                column.NoteChange(row);
            }
        }
    }

    internal UsageColumn ColumnOf(CatalogBlock block) => columns.GetValue(block, Build);

    private UsageColumn Build(CatalogBlock block)
    {
        var column = new UsageColumn(block.Count);
        for (var row = 0; row < block.Count; row++)
        {
            Fill(block, column, row, block.Ids[row]);
        }

        return column;
    }

    private void Fill(CatalogBlock block, UsageColumn column, int row, Guid customerId)
    {
        var found = availability(customerId);
        column.States[row] = found.State;
        column.Shares[row] = (float)MatchScore.AvailabilityOf(found.State, found.LastUsed, Today);
        column.FreeOn[row] = found.State == AvailabilityState.Closed ? found.FreeOn?.DayNumber ?? StandingRules.Never : Today.DayNumber + NoticeDays;
        column.LastUsed[row] = found.LastUsed?.DayNumber ?? 0;
        column.Qualities[row] = (float)MatchScore.QualityOf(rating(customerId));
        column.SetFree(row, block.ContactsOf(row), found.FreeContacts);
    }
}

/// <summary>What ranking needs of usage, row by row of a block. A change of one row is seen at once, torn reads do no harm.</summary>
internal sealed class UsageColumn(int count)
{
    private readonly byte[] taken = new byte[count];
    private readonly List<int> changed = [];
    private int version;

    public AvailabilityState[] States { get; } = new AvailabilityState[count];

    /// <summary>Availability part of the match, 0 to 1.</summary>
    public float[] Shares { get; } = new float[count];

    /// <summary>Quality part of the match, 0 to 1.</summary>
    public float[] Qualities { get; } = new float[count];

    /// <summary>Day numbers; 0 when never used.</summary>
    public int[] LastUsed { get; } = new int[count];

    /// <summary>Day number of the first day on which usage allows a use; <see cref="StandingRules.Never"/> when none is in sight.</summary>
    public int[] FreeOn { get; } = new int[count];

    /// <summary>Whether the contact at a place of the row is free; beyond the eighth nobody knows, so they are.</summary>
    public bool IsFree(int row, int place) => place >= 8 || (taken[row] & (1 << place)) == 0;

    /// <summary>Notes who of a row's contacts is free; all of them where nobody is named.</summary>
    public void SetFree(int row, ReadOnlySpan<PackedContact> contacts, IReadOnlyList<Guid> free)
    {
        var bits = 0;
        for (var place = 0; free.Count > 0 && place < contacts.Length && place < 8; place++)
        {
            bits |= free.Contains(contacts[place].Id) ? 0 : 1 << place;
        }

        taken[row] = (byte)bits;
    }

    /// <summary>Number of changes of a row.</summary>
    public int Version => Volatile.Read(ref version);

    /// <summary>Who can be asked, as of a version.</summary>
    public StandingSets? Standings { get; set; }

    public void NoteChange(int row)
    {
        lock (changed)
        {
            changed.Add(row);
            Volatile.Write(ref version, changed.Count);
        }
    }

    /// <summary>Rows that changed between two versions.</summary>
    public int[] ChangedSince(int from, int until)
    {
        lock (changed)
        {
            return [.. changed[from..until]];
        }
    }
}
