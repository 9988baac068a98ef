using ReferenceHub.Core.History;
using ReferenceHub.Core.Import.Reading;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Counts rows by their fate while a file is planned, and keeps the first of each to show.</summary>
internal sealed class PlanTally
{
    private const int Shown = 15;
    private readonly int[] counts = new int[4];
    private readonly List<PreviewRow> preview = [];

    public IReadOnlyList<PreviewRow> Preview => [.. preview.OrderBy(row => row.Fate).ThenBy(row => row.Line)];

    public int Taken => counts[(int)RowFate.Created] + counts[(int)RowFate.Changed] + counts[(int)RowFate.Unchanged];

    public ImportCounts Counts(int badRows) =>
        new(counts[(int)RowFate.Created], counts[(int)RowFate.Changed], counts[(int)RowFate.Unchanged], counts[(int)RowFate.LeftOut] + badRows);

    /// <summary>Notes a row; its changes are worked out for the rows shown only.</summary>
    public void Note(ImportRow row, RowFate fate, string title, Func<IReadOnlyList<FieldChange>>? changes = null)
    {
        if (counts[(int)fate]++ < Shown)
        {
            preview.Add(new PreviewRow(row.Line, fate, title, changes?.Invoke() ?? []));
        }
    }
}
