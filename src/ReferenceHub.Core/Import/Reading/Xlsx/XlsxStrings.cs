using System.Text;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>The texts that the cells of a workbook share, by their number.</summary>
internal static class XlsxStrings
{
    private const long MostBytes = 128 * 1024 * 1024;

    public static List<string> Read(XlsxPackage package, string? path)
    {
        var texts = new List<string>();
        if (path is null || !package.Has(path))
        {
            return texts;
        }

        var pool = new TextPool();
        var text = new StringBuilder();
        var (inText, inPhonetic) = (false, false);
        using var xml = package.Xml(path, MostBytes);
        while (xml.Next())
        {
            if (xml.IsText)
            {
                if (inText)
                {
                    xml.AppendTo(text);
                }
            }
            else if (xml.Name == "t")
            {
                inText = xml.IsElement && !xml.IsEmpty && !inPhonetic;
            }
            else if (xml.Name == "rPh")
            {
                inPhonetic = xml.IsElement && !xml.IsEmpty;
            }
            else if (xml.Name == "si" && (xml.IsEnd || xml.IsEmpty))
            {
                if (texts.Count >= TableBuilder.MostCells)
                {
                    throw new RefusedFileException(XlsxPackage.TooLarge);
                }

                texts.Add(pool.Of(XlsxText.Unescaped(text.ToString())));
                text.Clear();
            }
        }

        return texts;
    }
}
