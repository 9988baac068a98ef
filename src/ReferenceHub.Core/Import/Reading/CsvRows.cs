using System.Text;

namespace ReferenceHub.Core.Import.Reading;

/// <summary>One record as cut from the text: the line it starts on, its cells, and whether its last quotation mark was never closed.</summary>
internal readonly record struct CsvRow(int Line, List<string> Cells, bool Unclosed);

/// <summary>Cuts text into records as RFC 4180 says, and forgives a quotation mark inside a plain cell. Lines are counted as an editor shows them.</summary>
internal static class CsvRows
{
    public static IEnumerable<CsvRow> Of(string text, char delimiter)
    {
        var cell = new StringBuilder();
        var cells = new List<string>();
        var (line, start, quoted, closed) = (1, 1, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var isBreak = letter == '\n' || (letter == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            line += isBreak ? 1 : 0;
            if (quoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    (quoted, closed) = (false, true);
                }
            }
            else if (letter == '"' && !closed && IsBlank(cell))
            {
                cell.Clear();
                quoted = true;
            }
            else if (letter == delimiter)
            {
                Close();
            }
            else if (isBreak)
            {
                Close();
                yield return new CsvRow(start, cells, false);
                cells = [];
                start = line;
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || cells.Count > 0 || quoted)
        {
            Close();
            yield return new CsvRow(start, cells, quoted);
        }

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
            closed = false;
        }
    }

    private static bool IsBlank(StringBuilder cell)
    {
        foreach (var chunk in cell.GetChunks())
        {
            if (!chunk.Span.IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
