using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>One search over one block, all in sets of rows.</summary>
internal sealed class BlockMatch
{
    private readonly ImmutableArray<MatchUnit> units;
    private readonly ulong[][] met;
    private readonly ulong[] hidden;
    private readonly StandingSets standings;

    public BlockMatch(CatalogBlock block, ulong[]? gone, MatchQuery query, ImmutableArray<MatchUnit> units)
    {
        Block = block;
        Query = query;
        this.units = units;
        Denied = query.Scope is { } scope ? block.Denied.GetValueOrDefault(scope) : null;
        Usage = query.Usage.ColumnOf(block);
        hidden = HiddenRows();
        var all = Bits.Full(block.Count);
        Bits.AndNot(all, gone);
        standings = StandingSets.Of(block, Usage, query.Scope, query.Today);
        if (query.ForAsking)
        {
            Bits.And(all, standings.Askable);
        }

        var owned = block.RowsOfOwner(query.Viewer.UserId);
        Bits.And(owned, all);
        Tabs = new TabCounts(Bits.Count(all), Bits.Count(all) - Bits.Count(all, standings.In(AvailabilityState.Closed)), Bits.Count(owned));
        Searched = query.Tab == MatchTab.Mine ? owned : all;
        if (query.Tab == MatchTab.FreeNow)
        {
            Bits.AndNot(Searched, standings.In(AvailabilityState.Closed));
        }

        met = [.. units.Select(unit => unit.Not ? Bits.Not(RowsOf(unit), block.Count) : RowsOf(unit))];
        Fitting = Without(unit => false);
    }

    public CatalogBlock Block { get; }

    public MatchQuery Query { get; }

    public UsageColumn Usage { get; }

    public ulong[]? Denied { get; }

    public TabCounts Tabs { get; }

    /// <summary>The rows that the search is over, before any criteria.</summary>
    public ulong[] Searched { get; }

    /// <summary>The rows that meet every must.</summary>
    public ulong[] Fitting { get; }

    /// <summary>Day number since when it is live, 0 when unknown: while the name is hidden the last day of that year, as only the year is told.</summary>
    public int LiveSince(int row) => Block.LiveSince[row] is > 0 and var since && IsHidden(row) ? BlindDay.EndOfYear(since) : Block.LiveSince[row];

    /// <summary>Day number of the last confirmation, 0 when never: while the name is hidden the first day of that month.</summary>
    public int VerifiedOn(int row) => Block.VerifiedOn[row] is > 0 and var day && IsHidden(row) ? BlindDay.StartOfMonth(day) : Block.VerifiedOn[row];

    /// <summary>Whether this viewer may know how a single customer stands, rather than totals.</summary>
    public bool TellsStanding(int row) => Query.Viewer.SeesStandings || Block.Owners[row] == Query.Viewer.UserId;

    public bool IsHidden(int row) => Bits.Has(hidden, row);

    public bool IsClosed(int row) => Bits.Has(standings.In(AvailabilityState.Closed), row);

    public bool Meets(int unit, int row) => Bits.Has(met[unit], row);

    /// <summary>Rows that meet every must but the left-out ones.</summary>
    public ulong[] Without(Func<MatchUnit, bool> leftOut)
    {
        var rows = (ulong[])Searched.Clone();
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Must && !leftOut(units[unit]))
            {
                Bits.And(rows, met[unit]);
            }
        }

        return rows;
    }

    /// <summary>How many of the rows have a term, as far as this viewer may know.</summary>
    public int CountOf(CatalogTerm term, ulong[] among, ulong[] amongNamed) =>
        Bits.Count(term.TellsCountry ? amongNamed : among, Block.TermRows[term.Index]);

    public int CountOf(AvailabilityState state, ulong[] among) => Bits.Count(among, standings.In(state));

    public int CountLive(int months, ulong[] among) => Bits.Count(among, LiveRows(months));

    /// <summary>The same rows without those whose name is hidden.</summary>
    public ulong[] Named(ulong[] rows)
    {
        var named = (ulong[])rows.Clone();
        Bits.AndNot(named, hidden);
        return named;
    }

    private ulong[] RowsOf(MatchUnit unit)
    {
        if (unit.Text is { } text)
        {
            return TextRows(text);
        }

        var rows = Bits.None(Block.Count);
        foreach (var item in unit.Items)
        {
            if (item.Facet == Facet.Availability && AvailabilityKeys.TryParse(item.Key, out var state))
            {
                Bits.Or(rows, standings.In(state));
            }
            else if (item.Facet == Facet.Live && MatchUnit.TryMonths(item.Key, out var months))
            {
                Bits.Or(rows, LiveRows(months));
            }
        }

        if (unit.Facet is Facet.Like or Facet.LikeDeal or Facet.FreeBy)
        {
            return Bits.Full(Block.Count);
        }

        if (unit.Facet == Facet.Size)
        {
            return SizeRows(unit);
        }

        foreach (var term in unit.Terms)
        {
            var having = Block.TermRows[term];
            Bits.Or(rows, having is not null && Block.Terms.All[term].TellsCountry ? Named(having) : having);
        }

        return rows;
    }

    // A hidden name is found by the words of its anonymous name alone.
    private ulong[] TextRows(string text)
    {
        var words = NeedWords.Of(text).Select(word => word.Folded).ToList();
        var rows = Bits.Full(Block.Count);
        foreach (var word in words)
        {
            Bits.And(rows, Block.Text.Search(word));
        }

        Bits.AndNot(rows, hidden);
        var anonymous = (ulong[])hidden.Clone();
        foreach (var word in words)
        {
            Bits.And(anonymous, Block.AnonymousText.Search(word));
        }

        Bits.Or(rows, anonymous);
        return rows;
    }

    // Any of the ranges; of a hidden row only the rounded figure that it shows.
    private ulong[] SizeRows(MatchUnit unit)
    {
        var rows = Bits.None(Block.Count);
        foreach (var item in unit.Items)
        {
            StaffRange.TryParse(item.Key, out var range);
            for (var row = 0; row < Block.Count; row++)
            {
                if (range.Has(IsHidden(row) ? AnonymousName.RoundedStaff(Block.Staff[row]) : Block.Staff[row]))
                {
                    Bits.Set(rows, row);
                }
            }
        }

        return rows;
    }

    private ulong[] LiveRows(int months)
    {
        var latest = Query.Today.AddMonths(-months).DayNumber;
        var rows = Bits.None(Block.Count);
        for (var row = 0; row < Block.Count; row++)
        {
            if (LiveSince(row) is > 0 and var since && since <= latest)
            {
                Bits.Set(rows, row);
            }
        }

        return rows;
    }

    private ulong[] HiddenRows()
    {
        if (Query.Viewer.SeesConfidential)
        {
            return Bits.None(Block.Count);
        }

        var rows = (ulong[])Block.Confidential.Clone();
        foreach (var row in Bits.Rows(Block.Confidential))
        {
            if (Block.Owners[row] == Query.Viewer.UserId || IsReleased(row))
            {
                Bits.Clear(rows, row);
            }
        }

        return rows;
    }

    private bool IsReleased(int row) => Query.Viewer.MayBeReleasedTo && Block.Releases.TryGetValue(row, out var releases)
        && releases.Any(release => release.UserId == Query.Viewer.UserId && !(release.EndsAt <= Query.Viewer.Now));
}
