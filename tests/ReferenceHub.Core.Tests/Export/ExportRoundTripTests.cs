using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Export;
using ReferenceHub.Core.Export.Lists;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Tests.Demo;
using ReferenceHub.Testing.Imports;

namespace ReferenceHub.Core.Tests.Export;

/// <summary>A whole program that is exported and imported again stays as it is, list by list.</summary>
public sealed class ExportRoundTripTests(DemoScene scene) : IClassFixture<DemoScene>
{
    public static TheoryData<ImportKind, ExportFormat> Lists
    {
        get
        {
            var data = new TheoryData<ImportKind, ExportFormat>();
            foreach (var kind in new[] { ImportKind.Customers, ImportKind.Contacts, ImportKind.ProductUses, ImportKind.Permissions, ImportKind.PastUses, ImportKind.Opportunities })
            {
                data.Add(kind, ExportFormat.Csv);
                data.Add(kind, ExportFormat.Xlsx);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task An_export_that_is_imported_again_changes_nothing(ImportKind kind, ExportFormat format)
    {
        var manager = await ManagerAsync();
        await using var scope = scene.Database.Scope();
        var file = await Exported.BytesAsync(await TableAsync(kind, manager), format);

        var staged = await scene.Database.Ask<ImportService, Core.Data.Outcome<Guid>>(service => service.StageAsync($"export.{format}", file, manager, CancellationToken.None));
        staged.Refusal.ShouldBeNull();
        var review = await scene.Database.Ask<ImportService, ImportReview>(service => service.ReviewAsync(staged.Value, manager, CancellationToken.None));

        review.Batch.Kind.ShouldBe(kind, "the headings tell what the rows are");
        review.Plan.Blockers.ShouldBeEmpty();
        review.Plan.Problems.Take(5).Select(problem => $"{problem.Line} {problem.Column}: {problem.Text}").ShouldBeEmpty();
        review.Plan.Preview.Where(row => row.Fate != Core.Import.Planning.RowFate.Unchanged).Take(5)
            .Select(row => $"{row.Fate} {row.Title}: {string.Join("; ", row.Changes.Select(change => $"{change.Field} {change.Before} → {change.After}"))}").ShouldBeEmpty();
        review.Plan.Result.Counts.ShouldBe(new ImportCounts(0, 0, review.Table.Rows.Count, 0));
        review.Plan.Result.NewTerms.ShouldBeEmpty();
        review.Table.Rows.Count.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(ImportKind.Customers)]
    [InlineData(ImportKind.Contacts)]
    [InlineData(ImportKind.ProductUses)]
    [InlineData(ImportKind.Permissions)]
    [InlineData(ImportKind.PastUses)]
    [InlineData(ImportKind.Opportunities)]
    public async Task Whatever_an_import_reads_an_export_writes(ImportKind kind)
    {
        var headings = (await TableAsync(kind, await ManagerAsync())).Columns.Select(column => column.Heading).ToList();
        string[] otherWays = ["First name", "Customer's website", "Number of uses"];
        ImportFields.Of(kind).Select(field => field.Label).Except(headings).Except(otherWays).ShouldBeEmpty();
    }

    private async Task<Viewer> ManagerAsync() =>
        (await scene.Database.Read(db => db.Users.SingleAsync(user => user.Email == "manager@referencehub.example"))).AsViewer();

    private async Task<ExportTable> TableAsync(ImportKind kind, Viewer manager)
    {
        var services = scene.Database.Scope().ServiceProvider;
        var all = new CatalogAsk(Criteria.None, Sort: MatchSort.Name);
        var (references, parts, deals) = (Get<ReferenceExport>(), Get<PartExports>(), Get<DealExport>());
        return await (kind switch
        {
            ImportKind.Customers => references.ReadAsync(all, manager, default),
            ImportKind.Contacts => parts.ContactsAsync(all, manager, default),
            ImportKind.ProductUses => parts.ProductUsesAsync(all, manager, default),
            ImportKind.Permissions => parts.PermissionsAsync(all, manager, default),
            ImportKind.PastUses => parts.PastUsesAsync(all, manager, default),
            _ => deals.ReadAsync(new OpportunitySearch(), manager, default),
        });

        T Get<T>() => (T)services.GetService(typeof(T))!;
    }
}
