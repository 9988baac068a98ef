using System.Buffers;
using System.Text;

namespace ReferenceHub.Core.Matching;

/// <summary>The searchable words of all rows in one buffer: a search is one vectorised walk over it.</summary>
internal sealed class CatalogText
{
    private const byte End = (byte)'\n';
    private readonly byte[] buffer;
    private readonly int[] starts;

    private CatalogText(byte[] buffer, int[] starts)
    {
        this.buffer = buffer;
        this.starts = starts;
    }

    /// <summary>The rows whose text contains a folded word.</summary>
    public ulong[] Search(string word)
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

        // A row without text is never found.
        public void Add(string folded)
        {
            starts.Add(written.WrittenCount);
            if (folded.Length == 0)
            {
                return;
            }

            Encoding.UTF8.GetBytes(folded, written);
            written.Write([End]);
        }

        public CatalogText Build() => new(written.WrittenSpan.ToArray(), [.. starts]);
    }
}
