using System.Buffers;
using System.Text;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>The searchable words of all rows in one buffer, each row's name first: a search is one vectorised walk over it.</summary>
internal sealed class CatalogText
{
    private const byte End = (byte)'\n';
    private readonly byte[] buffer;
    private readonly int[] starts;
    private readonly ushort[] nameLengths;

    private CatalogText(byte[] buffer, int[] starts, ushort[] nameLengths)
    {
        this.buffer = buffer;
        this.starts = starts;
        this.nameLengths = nameLengths;
    }

    /// <summary>The folded name of a row, in UTF-8.</summary>
    public ReadOnlySpan<byte> NameOf(int row) => buffer.AsSpan(starts[row], nameLengths[row]);

    /// <summary>The rows whose text contains a folded word.</summary>
    public RowSet Search(string word)
    {
        var found = Bits.None(starts.Length);
        Search(word, found);
        return found;
    }

    /// <summary>Adds the rows whose text contains a folded word to a set.</summary>
    public void Search(string word, ulong[] found)
    {
        var wanted = Encoding.UTF8.GetBytes(word).AsSpan();
        var (from, row) = (0, 0);
        while (from < buffer.Length)
        {
            var hit = buffer.AsSpan(from).IndexOf(wanted);
            if (hit < 0)
            {
                break;
            }

            row = RowAt(from + hit, row);
            Bits.Set(found, row);
            from = row + 1 < starts.Length ? starts[row + 1] : buffer.Length;
        }
    }

    // The last of the rows that start here or before, looked for from a row on in growing steps: those without text start where the next one does.
    private int RowAt(int place, int row)
    {
        var step = 1;
        while (row + step < starts.Length && starts[row + step] <= place)
        {
            row += step;
            step *= 2;
        }

        for (; step > 0; step /= 2)
        {
            row = row + step < starts.Length && starts[row + step] <= place ? row + step : row;
        }

        return row;
    }

    internal sealed class Builder
    {
        private readonly ArrayBufferWriter<byte> written = new();
        private readonly List<int> starts = [];
        private readonly List<ushort> nameLengths = [];

        /// <summary>Adds a row; one without name and place is never found.</summary>
        public void Add(string name, string? place = null)
        {
            starts.Add(written.WrittenCount);
            var folded = TextKey.Of(name);
            nameLengths.Add((ushort)Encoding.UTF8.GetBytes(folded, written));
            if (TextKey.Of(place) is { Length: > 0 } foldedPlace)
            {
                Encoding.UTF8.GetBytes(folded.Length == 0 ? foldedPlace : $" {foldedPlace}", written);
            }

            if (written.WrittenCount > starts[^1])
            {
                written.Write([End]);
            }
        }

        public CatalogText Build() => new(written.WrittenSpan.ToArray(), [.. starts], [.. nameLengths]);
    }
}
