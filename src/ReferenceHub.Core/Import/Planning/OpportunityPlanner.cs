using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.Import.Writing;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What the prospect of a deal is, when it is a customer already (terms by key).</summary>
internal sealed record ProspectFacts(string? IndustryKey, string? RegionKey, int? Employees);

/// <summary>What an import of deals would do: each row held against the deals that exist, by CRM id, else by name.</summary>
internal sealed class OpportunityPlanner(PlanScene scene)
{
    private readonly ImportSettings settings = scene.Settings;

    public ImportPlan Plan(IReadOnlyCollection<Opportunity> existing, IReadOnlyDictionary<string, ProspectFacts> prospects)
    {
        var cells = new CellReader(scene.Table, settings);
        var byId = existing.ToDictionary(deal => deal.ExternalId, StringComparer.Ordinal);
        var byName = existing.Where(deal => deal.MergedIntoId is null).ToLookup(deal => deal.NameKey, StringComparer.Ordinal);
        var seen = new SeenRows();
        var sums = new DealSums();
        var unknownSellers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var planned = new List<PlannedDeal>();
        var tally = new PlanTally();
        foreach (var row in scene.Table.Rows)
        {
            var file = Read(cells, row);
            if (file is null || !IsOnce(file, row, cells, seen) || cells.BadLines.Contains(row.Line))
            {
                continue;
            }

            var (match, doubt) = Find(file, byId, byName);
            if (doubt is not null)
            {
                cells.Refuse(row, ImportFields.Name, doubt);
                continue;
            }

            if (match?.MergedIntoId is not null)
            {
                tally.Note(row, RowFate.LeftOut, $"{match.Name}, merged into another deal");
                continue;
            }

            if (file.Seller is not null && file.SellerId is null)
            {
                unknownSellers.Add(file.Seller);
            }

            var next = new PlannedDeal(row.Line, match?.Id, file.ExternalId, before => file.Over(before, prospects), scene.Words.Stages.Named(file.StageKey));
            var before = match?.Facts;
            var after = next.Facts(before);
            sums.Add(after);
            tally.Note(row, before is null ? RowFate.Created : after == before ? RowFate.Unchanged : RowFate.Changed, after.Name, () => DealChanges.Between(before ?? new DealFacts { Name = "", Currency = after.Currency }, after));
            if (after != before)
            {
                planned.Add(next);
            }
        }

        return scene.Plan(cells, tally, [new PlannedDeals(planned)], BlockersOf(), Notices.OfOwners(unknownSellers, "deals"), sums.All);
    }

    private IEnumerable<string> BlockersOf()
    {
        if (!settings.Columns.ContainsKey(ImportFields.ExternalId) && !settings.Columns.ContainsKey(ImportFields.Name))
        {
            yield return "Choose the column that holds the CRM id of the deal, or its name.";
        }

        if (!Currencies.Knows(settings.Currency))
        {
            yield return $"The currency {settings.Currency} is not known.";
        }
    }

    private static bool IsOnce(DealRow file, ImportRow row, CellReader cells, SeenRows seen)
    {
        var twin = seen.Earlier(file.ExternalId is { } id ? "id " + id : "name " + TextKey.Of(file.Name), row.Line);
        if (twin is not null)
        {
            cells.Refuse(row, file.ExternalId is null ? ImportFields.Name : ImportFields.ExternalId, $"The same deal stands in row {twin} already.");
        }

        return twin is null;
    }

    private static (Opportunity? Match, string? Doubt) Find(DealRow file, Dictionary<string, Opportunity> byId, ILookup<string, Opportunity> byName)
    {
        if (file.ExternalId is { } id)
        {
            return (byId.GetValueOrDefault(id), null);
        }

        var named = byName[TextKey.Of(file.Name, Opportunity.NameLength * 2)].Take(2).ToList();
        return named.Count > 1 ? (null, "More than one deal here has this name. Give the CRM id in the file.") : (named.FirstOrDefault(), null);
    }

    private DealRow? Read(CellReader cells, ImportRow row)
    {
        var (id, name) = (cells.Text(row, ImportFields.ExternalId), cells.Text(row, ImportFields.Name));
        if (id is null && name is null)
        {
            if (!cells.BadLines.Contains(row.Line))
            {
                cells.Refuse(row, ImportFields.ExternalId, "This deal has neither a CRM id nor a name.");
            }

            return null;
        }

        var currency = Currency(cells, row);
        var seller = cells.Text(row, ImportFields.Owner);
        var stage = scene.ChoiceOf(ImportFields.Stage, cells.Text(row, ImportFields.Stage));
        var product = cells.Text(row, ImportFields.Product);
        return new DealRow
        {
            ExternalId = id,
            Name = name,
            Account = cells.Text(row, ImportFields.Account),
            Product = scene.Terms.Of(ImportFields.Product, product)?.Name ?? product,
            AmountMinor = cells.Minor(row, ImportFields.Amount, currency ?? settings.Currency),
            Currency = currency ?? settings.Currency,
            StageKey = stage?.StartsWith(StageGuess.Open, StringComparison.Ordinal) == true ? stage[StageGuess.Open.Length..] : null,
            Outcome = stage switch { StageGuess.Won => DealOutcome.Won, StageGuess.Lost => DealOutcome.Lost, null or ImportSettings.Empty => null, _ => DealOutcome.Open },
            OpenedOn = cells.Date(row, ImportFields.Opened),
            ClosesOn = cells.Date(row, ImportFields.Closes),
            Seller = seller,
            SellerId = seller is null ? null : scene.Words.Person(seller),
            IndustryKey = scene.Terms.Of(ImportFields.Industry, cells.Text(row, ImportFields.Industry))?.Key,
            RegionKey = scene.Terms.Of(ImportFields.Country, cells.Text(row, ImportFields.Country))?.Key,
            Employees = cells.Whole(row, ImportFields.Employees, 0, 10_000_000),
        };
    }

    private static string? Currency(CellReader cells, ImportRow row)
    {
        var code = cells.Text(row, ImportFields.Currency)?.ToUpperInvariant();
        if (code is null || Currencies.Knows(code))
        {
            return code;
        }

        cells.Refuse(row, ImportFields.Currency, $"“{code}” is not a currency code such as EUR or USD.");
        return null;
    }
}
