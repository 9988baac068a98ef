using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>One search over one block, all in sets of rows.</summary>
internal sealed partial class BlockMatch
{
    private readonly ImmutableArray<MatchUnit> units;
    private readonly ulong[][] met;
    private readonly byte[]?[] nearness;
    private readonly ulong[]? hidden;
    private readonly ulong[] missed;
    private readonly ulong[] missedTwice;
    private readonly StandingSets standings;
    private Dictionary<string, ulong[]>? wordRows;

    public BlockMatch(CatalogBlock block, ulong[]? gone, MatchQuery query, ImmutableArray<MatchUnit> units)
    {
        Block = block;
        Query = query;
        Work = new WorkSets(block);
        this.units = units;
        Denied = query.Scope is { } scope ? block.Denied.GetValueOrDefault(scope) : null;
        Usage = query.Usage.ColumnOf(block);
        People = new BlockPeople(block, query, Usage);
        standings = StandingSets.Of(block, Usage, query.Scope, query.Today);
        hidden = HiddenRows();
        Searched = Work.RentFull();
        Bits.AndNot(Searched, gone);
        var owned = OwnedRows();
        Bits.And(owned, Searched);
        var all = Bits.Count(Searched);
        Tabs = new TabCounts(all, all - Bits.Count(Searched, standings.In(AvailabilityState.Closed)), Bits.Count(owned));
        if (query.Tab == MatchTab.Mine)
        {
            Searched = owned;
        }
        else if (query.Tab == MatchTab.FreeNow)
        {
            Bits.AndNot(Searched, standings.In(AvailabilityState.Closed));
        }

        met = new ulong[units.Length][];
        nearness = new byte[units.Length][];
        (missed, missedTwice) = (Work.Rent(), Work.Rent());
        for (var unit = 0; unit < units.Length; unit++)
        {
            met[unit] = MetBy(unit);
            if (units[unit].Must)
            {
                NoteMissed(met[unit]);
            }
        }

        Fitting = Work.Copy(Searched);
        Bits.AndNot(Fitting, missed);
        Total = Bits.Count(Fitting);
        Closed = ToldClosed();
    }

    public CatalogBlock Block { get; }

    public MatchQuery Query { get; }

    /// <summary>What this search works with; it goes back when the search ends.</summary>
    public WorkSets Work { get; }

    public UsageColumn Usage { get; }

    public BlockPeople People { get; }

    public ulong[]? Denied { get; }

    public TabCounts Tabs { get; }

    /// <summary>The rows that the search is over, before any criteria.</summary>
    public ulong[] Searched { get; }

    /// <summary>The rows that meet every must.</summary>
    public ulong[] Fitting { get; }

    /// <summary>How many fit.</summary>
    public int Total { get; }

    /// <summary>The fitting rows that are closed, as far as this viewer may know.</summary>
    public ulong[] Closed { get; }

    /// <summary>Points beside fit, of all rows.</summary>
    public RestPoints Points => standings.PointsFor(Query.Weights);

    /// <summary>Whether availability is the same for every ask of this kind, so that points worked out once hold.</summary>
    public bool AvailabilityIsUsage => Query.Viewer.SeesStandings && Query.Contact.AsksNothing;

    /// <summary>Whether any name is hidden.</summary>
    public bool HidesNames => hidden is not null;

    /// <summary>Of the 64 rows of a word those whose name is hidden.</summary>
    public ulong HiddenAmong(int word) => hidden?[word] ?? 0;

    /// <summary>Availability part of the match, 0 to 1: less where the best contact suits less, nothing for whom usage closes, or where this viewer may not know.</summary>
    public double AvailabilityOf(int row) => IsClosed(row) || !TellsStanding(row) ? 0 : Usage.Shares[row] * People.ShareOf(row, IsHidden(row));

    /// <summary>Day number since when it is live, 0 when unknown: while the name is hidden the last day of that year, as only the year is told.</summary>
    public int LiveSince(int row) => Block.LiveSince[row] is > 0 and var since && IsHidden(row) ? BlindDay.EndOfYear(since) : Block.LiveSince[row];

    /// <summary>Day number of the last confirmation, 0 when never: while the name is hidden the first day of that month.</summary>
    public int VerifiedOn(int row) => Block.VerifiedOn[row] is > 0 and var day && IsHidden(row) ? BlindDay.StartOfMonth(day) : Block.VerifiedOn[row];

    /// <summary>Staff as far as this viewer may know; 0 when unknown.</summary>
    public int Staff(int row) => IsHidden(row) ? AnonymousName.RoundedStaff(Block.Staff[row]) : Block.Staff[row];

    /// <summary>Day number of the first day on which a row can be used; <see cref="StandingRules.Never"/> when none is in sight.</summary>
    public int FreeOn(int row) => standings.FreeOn(row);

    /// <summary>Whether this viewer may know how a single customer stands, rather than totals.</summary>
    public bool TellsStanding(int row) => Query.Viewer.SeesStandings || Block.OwnerOf(row) == Query.Viewer.UserId;

    public bool IsHidden(int row) => Bits.Has(hidden, row);

    public bool IsClosed(int row) => Bits.Has(standings.In(AvailabilityState.Closed), row);

    public bool Meets(int unit, int row) => Bits.Has(met[unit], row);

    /// <summary>The rows that meet a unit.</summary>
    public ulong[] Met(int unit) => met[unit];

    /// <summary>By row how near it is to a unit, in hundredths; null where a row meets it whole or not at all.</summary>
    public byte[]? Nearness(int unit) => nearness[unit];

    /// <summary>Whether a row has a word in its name or place, as far as this viewer may know.</summary>
    public bool Says(int row, NeedWord word)
    {
        wordRows ??= [];
        if (!wordRows.TryGetValue(word.Folded, out var rows))
        {
            wordRows[word.Folded] = rows = WordRows(word);
        }

        return Bits.Has(rows, row);
    }

    /// <summary>How far a row meets a unit, in hundredths.</summary>
    public int NearnessOf(int unit, int row) => nearness[unit] is { } near ? near[row] : Meets(unit, row) ? 100 : 0;

    /// <summary>Whether a row has a term or one under it, as far as this viewer may know.</summary>
    public bool Has(int row, int term) => Bits.Has(Block.TermRows[term], row) && !(Block.Terms.All[term].TellsCountry && IsHidden(row));

    /// <summary>The fitting rows that are closed, or the others.</summary>
    public ulong[] Band(bool closed)
    {
        if (closed)
        {
            return Closed;
        }

        var free = Work.Copy(Fitting);
        Bits.AndNot(free, Closed);
        return free;
    }

    /// <summary>Rows that meet every must but one.</summary>
    public ulong[] Without(int mustUnit)
    {
        var rows = Work.Copy(Searched);
        var having = met[mustUnit];
        for (var word = 0; word < rows.Length; word++)
        {
            rows[word] &= ~missedTwice[word] & (~missed[word] | ~having[word]);
        }

        return rows;
    }

    /// <summary>How many rows miss one must and nothing else.</summary>
    public int CountMissing(int mustUnit)
    {
        var (count, having) = (0, met[mustUnit]);
        for (var word = 0; word < having.Length; word++)
        {
            count += System.Numerics.BitOperations.PopCount(Searched[word] & missed[word] & ~missedTwice[word] & ~having[word]);
        }

        return count;
    }

    /// <summary>Rows that meet every must but one (-1 for none) if one key were wanted that another must says is not.</summary>
    public ulong[] Wanting(string key, int notUnit, int butUnit)
    {
        var rows = Work.Copy(Searched);
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Must && unit != notUnit && unit != butUnit)
            {
                Bits.And(rows, met[unit]);
            }
        }

        var rest = units[notUnit].Items.RemoveAll(item => item.Key == key);
        if (!rest.IsEmpty)
        {
            Bits.AndNot(rows, RowsOf(units[notUnit] with { Items = rest, Terms = [.. rest.Select(item => Block.Terms.Find(item.Facet, item.Key)?.Index ?? -1).Where(index => index >= 0)] }));
        }

        return rows;
    }

    /// <summary>How many of the rows stand so.</summary>
    public int CountOf(AvailabilityState state, ulong[] among) => Bits.Count(among, standings.In(state));

    /// <summary>How many of the rows are live for so long.</summary>
    public int CountLive(int months, ulong[] among) => Bits.Count(among, LiveRows(months));

    /// <summary>The same rows without those whose name is hidden.</summary>
    public ulong[] Named(ulong[] rows)
    {
        if (hidden is null)
        {
            return rows;
        }

        var named = Work.Copy(rows);
        Bits.AndNot(named, hidden);
        return named;
    }

    /// <summary>Whether any of the rows has a term, as far as this viewer may know.</summary>
    public bool AnyHas(CatalogTerm term, ulong[] among) => Bits.Any(among, Block.TermRows[term.Index], term.TellsCountry ? hidden : null);

    private void NoteMissed(ulong[] having)
    {
        for (var word = 0; word < having.Length; word++)
        {
            var missing = ~having[word];
            missedTwice[word] |= missed[word] & missing;
            missed[word] |= missing;
        }
    }

    private ulong[] ToldClosed()
    {
        var closed = Work.Copy(Fitting);
        Bits.And(closed, standings.In(AvailabilityState.Closed));
        if (!Query.Viewer.SeesStandings)
        {
            Bits.And(closed, OwnedRows());
        }

        return closed;
    }

    private ulong[] OwnedRows()
    {
        var rows = Work.Rent();
        foreach (var row in Block.Owned.GetValueOrDefault(Query.Viewer.UserId, []))
        {
            Bits.Set(rows, row);
        }

        return rows;
    }

    private ulong[]? HiddenRows()
    {
        if (Query.Viewer.SeesConfidential || Block.AnonymousNames.Count == 0)
        {
            return null;
        }

        var rows = Work.Copy(Block.Confidential);
        Bits.AndNot(rows, OwnedRows());
        foreach (var (row, releases) in Block.Releases)
        {
            if (Query.Viewer.IsReleased(releases))
            {
                Bits.Clear(rows, row);
            }
        }

        return rows;
    }
}
