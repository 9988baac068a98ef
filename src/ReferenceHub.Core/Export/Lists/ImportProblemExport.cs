using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>What is wrong with a staged file, row by row and column by column, to be put right beside it.</summary>
public sealed class ImportProblemExport(ImportService imports)
{
    private static readonly ExportColumn[] Columns = [new("Row", 8), new("Column", 24), new("What is wrong", 80)];

    /// <summary>All errors of a staged import; for its uploader.</summary>
    public async Task<ExportTable> ReadAsync(Guid id, Viewer viewer, CancellationToken ct)
    {
        var problems = (await imports.ReviewAsync(id, viewer, ct)).Plan.Problems;
        return new ExportTable("Errors", Columns, problems.Count, problems.Select(problem => (ExportCell[])[problem.Line, problem.Column, problem.Text]).ToAsyncEnumerable());
    }
}
