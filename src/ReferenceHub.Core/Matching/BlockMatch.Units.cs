using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>Which rows meet a unit, and how nearly.</summary>
internal sealed partial class BlockMatch
{
    private ulong[] MetBy(int place)
    {
        var unit = units[place];
        if (unit.AsksLikeness)
        {
            return AlikeRows(place);
        }

        if (unit is { Facet: Facet.Size, Must: false, Text: null })
        {
            nearness[place] = StaffNearness(unit);
        }
        else if (unit is { Text: { } words, Must: false })
        {
            nearness[place] = TextNearness(words);
        }

        var rows = RowsOf(unit);
        if (!unit.Not)
        {
            return rows;
        }

        var others = Work.RentFull();
        Bits.AndNot(others, rows);
        return others;
    }

    // Nobody is like oneself: not among those that fit, whichever way likeness was asked for. Not like somebody leaves out that one alone.
    private ulong[] AlikeRows(int place)
    {
        var unit = units[place];
        var alike = unit.Not ? Work.RentFull() : null;
        if (alike is null)
        {
            (nearness[place], alike) = LikeNearness.Of(this, unit);
        }

        foreach (var like in unit.Likes)
        {
            if (like.CustomerId is { } id && Block.RowOf(id) is >= 0 and var itself)
            {
                Bits.Clear(unit.Must ? alike : Searched, itself);
            }
        }

        return alike;
    }

    private ulong[] RowsOf(MatchUnit unit)
    {
        if (unit.Text is { } text)
        {
            return TextRows(text);
        }

        if (unit.Terms is [var only] && unit.Facet != Facet.Size && Block.TermRows[only] is { } having && !(HidesNames && Block.Terms.All[only].TellsCountry))
        {
            return having;
        }

        var rows = Work.Rent();
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
                Bits.Or(rows, standings.FreeBy(day.DayNumber));
            }
            else if (item.Facet == Facet.Size && StaffRange.TryParse(item.Key, out var range))
            {
                Bits.Or(rows, StaffRows(range));
            }
        }

        if (unit.Facet != Facet.Size)
        {
            foreach (var term in unit.Terms)
            {
                var rowsOfTerm = Block.TermRows[term];
                Bits.Or(rows, rowsOfTerm is not null && Block.Terms.All[term].TellsCountry ? Named(rowsOfTerm) : rowsOfTerm);
            }
        }

        return rows;
    }

    private ulong[] TextRows(string text)
    {
        var rows = Work.RentFull();
        foreach (var word in NeedWords.Of(text))
        {
            Bits.And(rows, WordRows(word));
        }

        return rows;
    }

    // A hidden name is found by the words of its anonymous name alone.
    private ulong[] WordRows(NeedWord word)
    {
        var rows = Work.Rent();
        Block.Text.Search(word.Folded, rows);
        if (hidden is not null)
        {
            Bits.AndNot(rows, hidden);
            var anonymous = Work.Rent();
            Block.AnonymousText.Search(word.Folded, anonymous);
            Bits.And(anonymous, hidden);
            Bits.Or(rows, anonymous);
        }

        return rows;
    }

    // Of words that only rank, the share that a row has.
    private byte[] TextNearness(string text)
    {
        var (near, words) = (new byte[Block.Count], NeedWords.Of(text));
        for (var place = 0; place < words.Count; place++)
        {
            var step = (byte)((100 * (place + 1) / words.Count) - (100 * place / words.Count));
            foreach (var row in Bits.Rows(WordRows(words[place])))
            {
                near[row] += step;
            }
        }

        return near;
    }

    // Of a hidden row only the rounded figure that it shows.
    private ulong[] StaffRows(StaffRange range)
    {
        var exact = Block.StaffIn(range);
        if (hidden is null)
        {
            return exact;
        }

        var rows = Named(exact);
        foreach (var row in Bits.Rows(hidden))
        {
            if (range.Has(AnonymousName.RoundedStaff(Block.Staff[row])))
            {
                Bits.Set(rows, row);
            }
        }

        return rows;
    }

    private byte[] StaffNearness(MatchUnit unit)
    {
        byte[]? near = null;
        foreach (var item in unit.Items)
        {
            if (!StaffRange.TryParse(item.Key, out var range))
            {
                continue;
            }

            var exact = Block.StaffNear(range);
            if (near is null && hidden is null && unit.Items.Length == 1)
            {
                return exact;
            }

            near ??= new byte[Block.Count];
            for (var row = 0; row < near.Length; row++)
            {
                near[row] = Math.Max(near[row], IsHidden(row) ? range.Nearness(AnonymousName.RoundedStaff(Block.Staff[row])) : exact[row]);
            }
        }

        return near!;
    }

    // A hidden row is live since the end of a year, as that is all that is told.
    private ulong[] LiveRows(int months)
    {
        var latest = Query.Today.AddMonths(-months).DayNumber;
        var exact = Block.LiveBy(latest);
        if (hidden is null)
        {
            return exact;
        }

        var rows = Named(exact);
        var blind = Work.Copy(hidden);
        Bits.And(blind, Block.LiveBy(BlindDay.LastEndOfYear(latest)));
        Bits.Or(rows, blind);
        return rows;
    }
}
