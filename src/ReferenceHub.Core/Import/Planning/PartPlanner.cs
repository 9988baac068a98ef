using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Writing;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>The customer that a row of a part (contact, product use …) belongs to.</summary>
internal readonly record struct Belongs(Guid CustomerId, string Name, bool IsNew);

/// <summary>Plans rows that belong to customers: finds whose each is, and makes the customers that were decided to be new.</summary>
internal abstract class PartPlanner<T>(PlanScene scene)
    where T : class
{
    private readonly Dictionary<string, PlannedCustomer> made = new(StringComparer.Ordinal);

    protected PlanScene Scene => scene;

    protected CellReader Cells { get; } = new(scene.Table, scene.Settings);

    protected PlanTally Tally { get; } = new();

    protected SeenRows Seen { get; } = new();

    public ImportPlan Plan()
    {
        var planned = new List<T>();
        foreach (var row in scene.Table.Rows)
        {
            if (WhoseIs(row) is { } customer && Take(row, customer) is { } next)
            {
                planned.Add(next);
            }
        }

        return scene.Plan(Cells, Tally, [new PlannedCustomers([.. made.Values], scene), Rows(planned)], Blockers(), [.. NoticesOf(), .. MadeNotice()]);
    }

    /// <summary>What is to be written for a row; null when nothing is, for whatever reason.</summary>
    protected abstract T? Take(ImportRow row, Belongs customer);

    protected abstract IPlannedRows Rows(IReadOnlyList<T> planned);

    protected abstract IEnumerable<string> NeededColumns();

    protected virtual IEnumerable<string> NoticesOf() => [];

    /// <summary>Whether a choice column of this row was decided to leave the row out.</summary>
    protected bool IsSkipped(ImportRow row, string field) => scene.ChoiceOf(field, Cells.Given(row, field)) is ImportSettings.Skip or ImportSettings.Empty;

    private IEnumerable<string> Blockers() => ImportFields.SaysWhose(scene.Settings.Columns.Keys)
        ? NeededColumns()
        : NeededColumns().Prepend("Choose the column that tells the customer: its name, its CRM id or its website.");

    private IEnumerable<string> MadeNotice() => made.Count == 0 ? []
        : [made.Count == 1 ? $"“{made.Values.First().Row.Said.Name}” is added as a candidate." : $"{made.Count} customers that are not known here are added as candidates."];

    private Belongs? WhoseIs(ImportRow row)
    {
        var keys = scene.Finder!.KeysOf(Cells, row);
        var match = scene.Finder.Of(keys);
        if (match.Doubt is not null)
        {
            Cells.Refuse(row, Column(keys), match.Doubt);
        }

        if (match.LeftOut)
        {
            Tally.Note(row, RowFate.LeftOut, keys.Name ?? keys.ExternalId ?? "");
        }

        if (match.Known is { } known)
        {
            return new Belongs(known.Id, known.Name, IsNew: false);
        }

        if (!match.IsNew || keys.Name is null)
        {
            return null;
        }

        var key = TextKey.Of(keys.Name);
        if (!made.TryGetValue(key, out var candidate))
        {
            made[key] = candidate = PlannedCustomer.Named(scene.Ids.NextQuiet(), keys.Name, RowCustomers.SiteOf(Cells, row), keys.ExternalId);
        }

        return new Belongs(candidate.Id, keys.Name, IsNew: true);
    }

    private static string Column(CustomerKeys keys) => keys.ExternalId is not null ? ImportFields.AccountId : keys.Name is not null || keys.Domain is null ? ImportFields.Account : ImportFields.AccountSite;
}
