using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Which rows of a block meet a unit, and how nearly.</summary>
internal sealed class UnitRows(BlockSight sight, StandingSets standings, WorkSets work)
{
    private readonly CatalogBlock block = sight.Block;

    /// <summary>The rows that meet a unit which asks nobody to be alike; the others of those that it does not want.</summary>
    public RowSet MetBy(MatchUnit unit)
    {
        var rows = Having(unit);
        if (!unit.Not)
        {
            return rows;
        }

        var others = work.RentFull();
        Bits.AndNot(others, rows);
        return others;
    }

    /// <summary>By row how near it is to such a unit, in hundredths; null where a row meets it whole or not at all.</summary>
    public byte[]? NearnessTo(MatchUnit unit) => unit switch
    {
        { Facet: Facet.Size, Must: false, Text: null } => StaffNearness(unit.Items),
        { Text: { } words, Must: false } => TextNearness(words),
        _ => null,
    };

    /// <summary>The rows that meet a unit if one of its keys were wanted rather than not; no set when nothing is left that is not.</summary>
    public RowSet NotWanted(MatchUnit unit, string key)
    {
        var rest = unit.Items.RemoveAll(item => item.Key == key);
        return rest.IsEmpty ? default : Having(unit with { Items = rest, Terms = [.. rest.Select(item => block.Terms.Find(item.Facet, item.Key)?.Index ?? -1).Where(index => index >= 0)] });
    }

    private RowSet Having(MatchUnit unit)
    {
        if (unit.Text is { } text)
        {
            return WithText(text);
        }

        if (unit.Terms is [var only] && unit.Facet != Facet.Size && !block.TermRows[only].IsNone)
        {
            return sight.WithTerm(only);
        }

        var rows = work.Rent();
        foreach (var item in unit.Items)
        {
            Bits.Or(rows, With(item));
        }

        foreach (var term in unit.Facet == Facet.Size ? [] : unit.Terms)
        {
            Bits.Or(rows, sight.WithTerm(term));
        }

        return rows;
    }

    private RowSet With(Criterion item) => item.Facet switch
    {
        Facet.Availability when AvailabilityKeys.TryParse(item.Key, out var state) => standings.In(state),
        Facet.Live when MatchUnit.TryMonths(item.Key, out var months) => sight.LiveFor(months),
        Facet.FreeBy when MatchUnit.TryDay(item.Key, out var day) => standings.FreeBy(day.DayNumber),
        Facet.Size when StaffRange.TryParse(item.Key, out var range) => sight.WithStaff(range),
        _ => default,
    };

    private ulong[] WithText(string text)
    {
        var rows = work.RentFull();
        foreach (var word in NeedWords.Of(text))
        {
            Bits.And(rows, sight.WithWord(word));
        }

        return rows;
    }

    // Of words that only rank, the share that a row has.
    private byte[] TextNearness(string text)
    {
        var (near, words) = (new byte[block.Count], NeedWords.Of(text));
        for (var place = 0; place < words.Count; place++)
        {
            var step = (byte)((100 * (place + 1) / words.Count) - (100 * place / words.Count));
            foreach (var row in sight.WithWord(words[place]).Rows())
            {
                near[row] += step;
            }
        }

        return near;
    }

    private byte[] StaffNearness(ImmutableArray<Criterion> items)
    {
        byte[]? near = null;
        foreach (var item in items)
        {
            if (!StaffRange.TryParse(item.Key, out var range))
            {
                continue;
            }

            var exact = block.StaffNear(range);
            if (near is null && !sight.HidesNames && items.Length == 1)
            {
                return exact;
            }

            near ??= new byte[block.Count];
            for (var row = 0; row < near.Length; row++)
            {
                near[row] = Math.Max(near[row], sight.IsHidden(row) ? range.Nearness(AnonymousName.RoundedStaff(block.Staff[row])) : exact[row]);
            }
        }

        return near!;
    }
}
