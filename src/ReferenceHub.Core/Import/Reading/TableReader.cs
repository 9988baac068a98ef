using ReferenceHub.Core.Import.Reading.Xlsx;

namespace ReferenceHub.Core.Import.Reading;

/// <summary>Reads an uploaded file, CSV or XLSX by its bytes, as headings and rows. Refuses in words what is no table, or too large for one.</summary>
public static class TableReader
{
    /// <summary>Most rows of one file.</summary>
    public const int MostRows = 200_000;

    /// <summary>Most columns of one file.</summary>
    public const int MostColumns = 200;

    /// <summary>Reads a table, as chosen where the detected is wrong.</summary>
    public static TableReading Read(byte[] content, ReadingChoice? choice = null)
    {
        try
        {
            return FileSignature.IsZip(content) ? XlsxTable.Read(content, choice ?? new ReadingChoice())
                : FileSignature.RefusalOf(content) is { } refusal ? new TableReading(null, null, refusal)
                : CsvTable.Read(content, choice ?? new ReadingChoice());
        }
        catch (RefusedFileException refused)
        {
            return new TableReading(null, null, refused.Message);
        }
    }
}
