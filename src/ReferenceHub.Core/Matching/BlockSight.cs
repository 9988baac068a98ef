using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>The rows of a block as far as one viewer may know them: nothing closer than anonymous facts where the name is hidden.</summary>
internal sealed class BlockSight
{
    private readonly MatchQuery query;
    private readonly WorkSets work;
    private Dictionary<string, RowSet>? wordRows;

    public BlockSight(CatalogBlock block, MatchQuery query, WorkSets work)
    {
        (Block, this.query, this.work) = (block, query, work);
        Owned = OwnedRows();
        Hidden = HiddenRows();
    }

    public CatalogBlock Block { get; }

    /// <summary>The rows that the viewer owns.</summary>
    public RowSet Owned { get; }

    /// <summary>The rows whose name is hidden; no set where no name is.</summary>
    public RowSet Hidden { get; }

    /// <summary>Whether any name is hidden.</summary>
    public bool HidesNames => !Hidden.IsNone;

    public bool IsHidden(int row) => Hidden.Has(row);

    /// <summary>Of the 64 rows of a word those whose name is hidden.</summary>
    public ulong HiddenAmong(int word) => HidesNames ? Hidden.Words[word] : 0;

    /// <summary>Whether this viewer may know how a single customer stands, rather than totals.</summary>
    public bool TellsStanding(int row) => query.Viewer.SeesStandings || Block.OwnerOf(row) == query.Viewer.UserId;

    /// <summary>Day number since when it is live, 0 when unknown: while the name is hidden the last day of that year, as only the year is told.</summary>
    public int LiveSince(int row) => Block.LiveSince[row] is > 0 and var since && IsHidden(row) ? BlindDay.EndOfYear(since) : Block.LiveSince[row];

    /// <summary>Day number of the last confirmation, 0 when never: while the name is hidden the first day of that month.</summary>
    public int VerifiedOn(int row) => Block.VerifiedOn[row] is > 0 and var day && IsHidden(row) ? BlindDay.StartOfMonth(day) : Block.VerifiedOn[row];

    /// <summary>Staff; 0 when unknown.</summary>
    public int Staff(int row) => IsHidden(row) ? AnonymousName.RoundedStaff(Block.Staff[row]) : Block.Staff[row];

    /// <summary>Whether a row has a term or one under it.</summary>
    public bool Has(int row, int term) => Block.TermRows[term].Has(row) && !(Block.Terms.All[term].TellsCountry && IsHidden(row));

    /// <summary>Whether a row has a word in its name or place.</summary>
    public bool Says(int row, NeedWord word)
    {
        wordRows ??= [];
        if (!wordRows.TryGetValue(word.Folded, out var rows))
        {
            wordRows[word.Folded] = rows = WithWord(word);
        }

        return rows.Has(row);
    }

    /// <summary>The rows that have a term or one under it.</summary>
    public RowSet WithTerm(int term) => Block.Terms.All[term].TellsCountry ? Named(Block.TermRows[term]) : Block.TermRows[term];

    /// <summary>Whether any of the rows has a term.</summary>
    public bool AnyHas(CatalogTerm term, RowSet among) => Bits.Any(among, Block.TermRows[term.Index], term.TellsCountry ? Hidden : default);

    /// <summary>The same rows without those whose name is hidden.</summary>
    public RowSet Named(RowSet rows)
    {
        if (!HidesNames || rows.IsNone)
        {
            return rows;
        }

        var named = work.Copy(rows);
        Bits.AndNot(named, Hidden);
        return named;
    }

    /// <summary>The rows with a word in name or place; a hidden name is found by the words of its anonymous name alone.</summary>
    public RowSet WithWord(NeedWord word)
    {
        var rows = work.Rent();
        Block.Text.Search(word.Folded, rows);
        if (HidesNames)
        {
            Bits.AndNot(rows, Hidden);
            var anonymous = work.Rent();
            Block.AnonymousText.Search(word.Folded, anonymous);
            Bits.And(anonymous, Hidden);
            Bits.Or(rows, anonymous);
        }

        return rows;
    }

    /// <summary>The rows with staff in a range; of a hidden row only the rounded figure that it shows.</summary>
    public RowSet WithStaff(StaffRange range)
    {
        var exact = Block.StaffIn(range);
        if (!HidesNames)
        {
            return exact;
        }

        var rows = work.Copy(exact);
        Bits.AndNot(rows, Hidden);
        foreach (var row in Hidden.Rows())
        {
            if (range.Has(AnonymousName.RoundedStaff(Block.Staff[row])))
            {
                Bits.Set(rows, row);
            }
        }

        return rows;
    }

    /// <summary>The rows that are live for so long; a hidden row is live since the end of a year, as that is all that is told.</summary>
    public RowSet LiveFor(int months)
    {
        var latest = query.Today.AddMonths(-months).DayNumber;
        var exact = Block.LiveBy(latest);
        if (!HidesNames)
        {
            return exact;
        }

        var rows = work.Copy(exact);
        Bits.AndNot(rows, Hidden);
        var blind = work.Copy(Hidden);
        Bits.And(blind, Block.LiveBy(BlindDay.LastEndOfYear(latest)));
        Bits.Or(rows, blind);
        return rows;
    }

    private ulong[] OwnedRows()
    {
        var rows = work.Rent();
        foreach (var row in Block.Owned.GetValueOrDefault(query.Viewer.UserId, []))
        {
            Bits.Set(rows, row);
        }

        return rows;
    }

    private RowSet HiddenRows()
    {
        if (query.Viewer.SeesConfidential || Block.AnonymousNames.Count == 0)
        {
            return default;
        }

        var rows = work.Copy(Block.Confidential);
        Bits.AndNot(rows, Owned);
        foreach (var row in query.Viewer.StandsInFor.SelectMany(owner => Block.Owned.GetValueOrDefault(owner, [])))
        {
            Bits.Clear(rows, row);
        }

        foreach (var (row, releases) in Block.Releases)
        {
            if (query.Viewer.IsReleased(releases))
            {
                Bits.Clear(rows, row);
            }
        }

        return rows;
    }
}
