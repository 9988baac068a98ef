using System.Collections.Immutable;
using System.Numerics;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>One search over one block, all in sets of rows: who fits, and who would if one must were dropped or wanted.</summary>
internal sealed class BlockMatch
{
    private readonly ImmutableArray<MatchUnit> units;
    private readonly UnitRows meeting;
    private readonly RowSet[] met;
    private readonly byte[]?[] nearness;
    private readonly ulong[] searched;
    private readonly ulong[] missed;
    private readonly ulong[] missedTwice;
    private readonly StandingSets standings;
    private readonly RowSet closed;

    public BlockMatch(CatalogBlock block, RowSet gone, MatchQuery query, ImmutableArray<MatchUnit> units)
    {
        (Block, Query, this.units) = (block, query, units);
        Work = new WorkSets(block);
        Denied = query.Scope is { } scope ? block.Denied.GetValueOrDefault(scope) : default;
        Usage = query.Usage.ColumnOf(block);
        People = new BlockPeople(block, query, Usage);
        Sight = new BlockSight(block, query, Work);
        standings = StandingSets.Of(block, Usage, query.Scope, query.Today);
        closed = ClosedRows();
        meeting = new UnitRows(Sight, standings, Work);
        searched = Work.RentFull();
        Bits.AndNot(searched, gone);
        var all = Bits.Count(searched);
        Tabs = new TabCounts(all, all - Bits.Count(searched, closed), Bits.Count(searched, Sight.Owned));
        KeepTab();
        (met, nearness) = (new RowSet[units.Length], new byte[units.Length][]);
        (missed, missedTwice) = (Work.Rent(), Work.Rent());
        for (var unit = 0; unit < units.Length; unit++)
        {
            (met[unit], nearness[unit]) = units[unit].AsksLikeness ? Alike(units[unit]) : (meeting.MetBy(units[unit]), meeting.NearnessTo(units[unit]));
            if (units[unit].Must)
            {
                NoteMissed(met[unit].Words);
            }
        }

        var fitting = Work.Copy(searched);
        Bits.AndNot(fitting, missed);
        Fitting = fitting;
        Total = Bits.Count(fitting);
        Closed = ToldClosed();
    }

    public CatalogBlock Block { get; }

    public MatchQuery Query { get; }

    /// <summary>What this search works with; it goes back when the search ends.</summary>
    public WorkSets Work { get; }

    /// <summary>What the viewer may know of the rows.</summary>
    public BlockSight Sight { get; }

    public UsageColumn Usage { get; }

    public BlockPeople People { get; }

    public RowSet Denied { get; }

    public TabCounts Tabs { get; }

    /// <summary>The rows that the search is over, before any criteria.</summary>
    public RowSet Searched => searched;

    /// <summary>The rows that meet every must.</summary>
    public RowSet Fitting { get; }

    /// <summary>How many fit.</summary>
    public int Total { get; }

    /// <summary>The fitting rows that are closed, as far as this viewer may know.</summary>
    public RowSet Closed { get; }

    /// <summary>Points beside fit, of all rows.</summary>
    public RestPoints Points => standings.PointsFor(Query.Weights);

    /// <summary>Whether availability is the same for every ask of this kind, so that points worked out once hold.</summary>
    public bool AvailabilityIsUsage => Query.Viewer.SeesStandings && Query.Contact.AsksNothing;

    /// <summary>Availability part of the match, 0 to 1: less where the best contact suits less, nothing for whom usage closes, or where this viewer may not know.</summary>
    public double AvailabilityOf(int row) => IsClosed(row) || !Sight.TellsStanding(row) ? 0 : Usage.Shares[row] * People.ShareOf(row, Sight.IsHidden(row));

    /// <summary>Day number of the first day on which a row can be used; <see cref="StandingRules.Never"/> when none is in sight.</summary>
    public int FreeOn(int row) => standings.FreeOn(row);

    public bool IsClosed(int row) => closed.Has(row);

    public bool Meets(int unit, int row) => met[unit].Has(row);

    /// <summary>The rows that meet a unit.</summary>
    public RowSet Met(int unit) => met[unit];

    /// <summary>By row how near it is to a unit, in hundredths; null where a row meets it whole or not at all.</summary>
    public byte[]? Nearness(int unit) => nearness[unit];

    /// <summary>How far a row meets a unit, in hundredths.</summary>
    public int NearnessOf(int unit, int row) => nearness[unit] is { } near ? near[row] : Meets(unit, row) ? 100 : 0;

    /// <summary>The fitting rows that are closed, or the others.</summary>
    public RowSet Band(bool closed)
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
    public RowSet Without(int mustUnit)
    {
        var rows = Work.Copy(searched);
        var having = met[mustUnit].Words;
        for (var word = 0; word < rows.Length; word++)
        {
            rows[word] &= ~missedTwice[word] & (~missed[word] | ~having[word]);
        }

        return rows;
    }

    /// <summary>How many rows miss one must and nothing else.</summary>
    public int CountMissing(int mustUnit)
    {
        var count = 0;
        var having = met[mustUnit].Words;
        for (var word = 0; word < having.Length; word++)
        {
            count += BitOperations.PopCount(searched[word] & missed[word] & ~missedTwice[word] & ~having[word]);
        }

        return count;
    }

    /// <summary>Rows that meet every must but one (-1 for none) if one key were wanted that another must says is not.</summary>
    public RowSet Wanting(string key, int notUnit, int butUnit)
    {
        var rows = Work.Copy(searched);
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Must && unit != notUnit && unit != butUnit)
            {
                Bits.And(rows, met[unit]);
            }
        }

        Bits.AndNot(rows, meeting.NotWanted(units[notUnit], key));
        return rows;
    }

    /// <summary>How many of the rows stand so.</summary>
    public int CountOf(AvailabilityState state, RowSet among)
    {
        if (state == AvailabilityState.Closed || Query.Refused.Count == 0)
        {
            return Bits.Count(among, state == AvailabilityState.Closed ? closed : standings.In(state));
        }

        var rows = Work.Copy(standings.In(state));
        Bits.AndNot(rows, closed);
        return Bits.Count(among, rows);
    }

    /// <summary>How many of the rows are live for so long.</summary>
    public int CountLive(int months, RowSet among) => Bits.Count(among, Sight.LiveFor(months));

    private void KeepTab()
    {
        if (Query.Tab == MatchTab.Mine)
        {
            Bits.And(searched, Sight.Owned);
        }
        else if (Query.Tab == MatchTab.FreeNow)
        {
            Bits.AndNot(searched, closed);
        }
    }

    // Nobody is like oneself: not among those that fit, whichever way likeness was asked for. Not like somebody leaves out that one alone.
    private (RowSet Met, byte[]? Near) Alike(MatchUnit unit)
    {
        var (near, alike) = unit.Not ? (null, Work.RentFull()) : LikeNearness.Of(this, unit);
        foreach (var like in unit.Likes)
        {
            if (like.CustomerId is { } id && Block.RowOf(id) is >= 0 and var itself)
            {
                Bits.Clear(unit.Must ? alike : searched, itself);
            }
        }

        return (alike, near);
    }

    private void NoteMissed(ReadOnlySpan<ulong> having)
    {
        for (var word = 0; word < having.Length; word++)
        {
            var missing = ~having[word];
            missedTwice[word] |= missed[word] & missing;
            missed[word] |= missing;
        }
    }

    private RowSet ToldClosed()
    {
        var told = Work.Copy(Fitting);
        Bits.And(told, closed);
        if (!Query.Viewer.SeesStandings)
        {
            Bits.And(told, Sight.Owned);
        }

        return told;
    }

    // Whom nobody may ask, and who said no to this very need.
    private RowSet ClosedRows()
    {
        var standing = standings.In(AvailabilityState.Closed);
        if (Query.Refused.Count == 0)
        {
            return standing;
        }

        var rows = Work.Copy(standing);
        foreach (var row in Query.Refused.Keys.Select(Block.RowOf).Where(row => row >= 0))
        {
            Bits.Set(rows, row);
        }

        return rows;
    }
}
