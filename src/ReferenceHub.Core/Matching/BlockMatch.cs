using System.Collections.Immutable;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>One search over one block, all in sets of rows.</summary>
internal sealed class BlockMatch
{
    private readonly ImmutableArray<MatchUnit> units;
    private readonly ulong[][] met;
    private readonly float[]?[] nearness;
    private readonly ulong[] hidden;
    private readonly ulong[] missed;
    private readonly ulong[] missedTwice;
    private readonly StandingSets standings;

    public BlockMatch(CatalogBlock block, ulong[]? gone, MatchQuery query, ImmutableArray<MatchUnit> units)
    {
        Block = block;
        Query = query;
        this.units = units;
        Denied = query.Scope is { } scope ? block.Denied.GetValueOrDefault(scope) : null;
        Usage = query.Usage.ColumnOf(block);
        People = new BlockPeople(block, query, Usage);
        hidden = HiddenRows();
        var all = Bits.Full(block.Count);
        Bits.AndNot(all, gone);
        standings = StandingSets.Of(block, Usage, query.Scope, query.Today);
        var owned = block.RowsOfOwner(query.Viewer.UserId);
        Bits.And(owned, all);
        Tabs = new TabCounts(Bits.Count(all), Bits.Count(all) - Bits.Count(all, standings.In(AvailabilityState.Closed)), Bits.Count(owned));
        Searched = query.Tab == MatchTab.Mine ? owned : all;
        if (query.Tab == MatchTab.FreeNow)
        {
            Bits.AndNot(Searched, standings.In(AvailabilityState.Closed));
        }

        met = new ulong[units.Length][];
        nearness = new float[units.Length][];
        Fitting = (ulong[])Searched.Clone();
        (missed, missedTwice) = (Bits.None(block.Count), Bits.None(block.Count));
        for (var unit = 0; unit < units.Length; unit++)
        {
            met[unit] = MetBy(unit);
            if (units[unit].Must)
            {
                NoteMissed(met[unit]);
            }
        }

        Bits.AndNot(Fitting, missed);
        Closed = ToldClosed();
    }

    public CatalogBlock Block { get; }

    public MatchQuery Query { get; }

    public UsageColumn Usage { get; }

    public BlockPeople People { get; }

    public ulong[]? Denied { get; }

    public TabCounts Tabs { get; }

    /// <summary>The rows that the search is over, before any criteria.</summary>
    public ulong[] Searched { get; }

    /// <summary>The rows that meet every must.</summary>
    public ulong[] Fitting { get; }

    /// <summary>The fitting rows that are closed, as far as this viewer may know.</summary>
    public ulong[] Closed { get; }

    /// <summary>Day number since when it is live, 0 when unknown: while the name is hidden the last day of that year, as only the year is told.</summary>
    public int LiveSince(int row) => Block.LiveSince[row] is > 0 and var since && IsHidden(row) ? BlindDay.EndOfYear(since) : Block.LiveSince[row];

    /// <summary>Day number of the last confirmation, 0 when never: while the name is hidden the first day of that month.</summary>
    public int VerifiedOn(int row) => Block.VerifiedOn[row] is > 0 and var day && IsHidden(row) ? BlindDay.StartOfMonth(day) : Block.VerifiedOn[row];

    /// <summary>Whether this viewer may know how a single customer stands, rather than totals.</summary>
    public bool TellsStanding(int row) => Query.Viewer.SeesStandings || Block.Owners[row] == Query.Viewer.UserId;

    /// <summary>The fitting rows that are closed, or the others.</summary>
    public ulong[] Band(bool closed)
    {
        if (closed)
        {
            return Closed;
        }

        var free = (ulong[])Fitting.Clone();
        Bits.AndNot(free, Closed);
        return free;
    }

    public bool IsHidden(int row) => Bits.Has(hidden, row);

    public bool IsClosed(int row) => Bits.Has(standings.In(AvailabilityState.Closed), row);

    public bool Meets(int unit, int row) => Bits.Has(met[unit], row);

    /// <summary>How far a row meets a unit, 0 to 1: likeness and staff by degrees, everything else whole or not at all.</summary>
    public double NearnessOf(int unit, int row) => units[unit].Not ? 1
        : nearness[unit] is { } near ? near[row]
        : Meets(unit, row) ? 1
        : units[unit] is { Facet: Facet.Size, Text: null } size ? size.Items.Max(item => StaffRange.TryParse(item.Key, out var range) ? range.Nearness(Staff(row)) : 0)
        : 0;

    /// <summary>Whether a row has a term or one under it, as far as this viewer may know.</summary>
    public bool Has(int row, int term) => Bits.Has(Block.TermRows[term], row) && !(Block.Terms.All[term].TellsCountry && IsHidden(row));

    /// <summary>Staff as far as this viewer may know; 0 when unknown.</summary>
    public int Staff(int row) => IsHidden(row) ? AnonymousName.RoundedStaff(Block.Staff[row]) : Block.Staff[row];

    /// <summary>Day number of the first day on which a row can be used; <see cref="StandingRules.Never"/> when none is in sight.</summary>
    public int FreeOn(int row) => standings.FreeOn[row];

    /// <summary>Availability part of the match, 0 to 1: less where the best contact suits less, nothing for whom usage closes, or where this viewer may not know.</summary>
    public double AvailabilityOf(int row) => IsClosed(row) || !TellsStanding(row) ? 0 : Usage.Shares[row] * People.ShareOf(row, IsHidden(row));

    /// <summary>Rows that meet every must but one.</summary>
    public ulong[] Without(int mustUnit)
    {
        var rows = (ulong[])Searched.Clone();
        for (var word = 0; word < rows.Length; word++)
        {
            rows[word] &= ~missedTwice[word] & (~missed[word] | ~met[mustUnit][word]);
        }

        return rows;
    }

    /// <summary>Rows that meet every must but one (-1 for none) if one key were wanted that another must says is not.</summary>
    public ulong[] Wanting(string key, int notUnit, int butUnit)
    {
        var rows = (ulong[])Searched.Clone();
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

    private ulong[] MetBy(int place)
    {
        var unit = units[place];
        if (unit.Facet is not (Facet.Like or Facet.LikeDeal) || unit.Text is not null)
        {
            return unit.Not ? Bits.Not(RowsOf(unit), Block.Count) : RowsOf(unit);
        }

        var near = nearness[place] = NearnessTo(unit);
        var alike = Bits.None(Block.Count);
        for (var row = 0; row < near.Length; row++)
        {
            if (near[row] >= LikeNearness.Alike != unit.Not)
            {
                Bits.Set(alike, row);
            }
        }

        // Nobody is like oneself: not among those that fit, whichever way likeness was asked for.
        foreach (var itself in unit.Likes.Select(like => like.CustomerId).OfType<Guid>().Select(Block.RowOf).Where(row => row >= 0))
        {
            Bits.Clear(unit.Must ? alike : Fitting, itself);
            if (!unit.Must)
            {
                Bits.Clear(Searched, itself);
            }
        }

        return alike;
    }

    private float[] NearnessTo(MatchUnit unit)
    {
        var near = new float[Block.Count];
        foreach (var like in unit.Likes)
        {
            var measure = new LikeNearness(like, Block.Terms, Query.Weights);
            foreach (var row in Bits.Rows(Searched))
            {
                near[row] = Math.Max(near[row], (float)measure.Of(this, row));
            }
        }

        return near;
    }

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
        var closed = (ulong[])Fitting.Clone();
        Bits.And(closed, standings.In(AvailabilityState.Closed));
        if (!Query.Viewer.SeesStandings)
        {
            Bits.And(closed, Block.RowsOfOwner(Query.Viewer.UserId));
        }

        return closed;
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
            else if (item.Facet == Facet.FreeBy && MatchUnit.TryDay(item.Key, out var day))
            {
                Bits.Or(rows, FreeRows(day.DayNumber));
            }
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
            for (var row = 0; StaffRange.TryParse(item.Key, out var range) && row < Block.Count; row++)
            {
                if (range.Has(Staff(row)))
                {
                    Bits.Set(rows, row);
                }
            }
        }

        return rows;
    }

    private ulong[] FreeRows(int latest)
    {
        var rows = Bits.None(Block.Count);
        for (var row = 0; row < Block.Count; row++)
        {
            if (standings.FreeOn[row] <= latest)
            {
                Bits.Set(rows, row);
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
