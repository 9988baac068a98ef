using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.History;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Writing;

/// <summary>A product to write: a new one has a key.</summary>
internal sealed record PlannedProduct(Guid Id, string? Key, string Name, IReadOnlyList<string> Aliases);

/// <summary>Products to write.</summary>
internal sealed class PlannedProducts(IReadOnlyList<PlannedProduct> rows) : PlannedRows<PlannedProduct>(rows)
{
    protected override async Task WriteAsync(IReadOnlyList<PlannedProduct> portion, ImportRun run, CancellationToken ct)
    {
        var keys = portion.Where(planned => planned.Key is null).Select(planned => planned.Id).ToArray();
        var existing = keys.Length == 0 ? [] : await run.Db.Terms.Where(term => EF.Parameter(keys).Contains(term.Id)).ToDictionaryAsync(term => term.Id, ct);
        foreach (var planned in portion)
        {
            if (planned.Key is { } key)
            {
                run.Db.Terms.Add(new Term(planned.Id, TermKind.Product, key, planned.Name, aliases: planned.Aliases));
                run.Record(SubjectKind.Term, planned.Id, "created", $"Imported {planned.Name}", []);
                continue;
            }

            var term = existing[planned.Id];
            var before = string.Join(", ", term.Aliases);
            term.Rename(term.Name, term.Aliases.Concat(planned.Aliases));
            run.Record(SubjectKind.Term, term.Id, "edited", $"Imported {term.Name}", [new FieldChange("Other names", before, string.Join(", ", term.Aliases))]);
        }

        await run.SaveAsync(ct);
    }
}
