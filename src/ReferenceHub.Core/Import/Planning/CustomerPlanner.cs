using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What an import of customers would do: each row held against the customers that exist, by CRM id, then by name.</summary>
internal sealed class CustomerPlanner(ImportTable table, ImportSettings settings, Vocabulary words, IReadOnlyList<ValueChoice> choices, IIds ids)
{
    private const decimal MostMillions = 100_000_000m;

    public ImportPlan Plan(IReadOnlyCollection<Customer> existing, int thisYear)
    {
        var terms = new TermChooser(choices, settings, words, ids);
        var cells = new CellReader(table, settings);
        var known = new KnownCustomers(existing);
        var seen = new SeenRows();
        var unknownOwners = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var planned = new List<PlannedCustomer>();
        var (created, changed, unchanged, people, revenue) = (0, 0, 0, 0L, 0m);
        foreach (var row in table.Rows)
        {
            var file = Read(cells, row, terms, thisYear);
            if (file is null)
            {
                continue;
            }

            var (match, doubt) = known.Find(file.ExternalId, file.Name);
            var twin = file.ExternalId is null ? null : seen.Earlier("id " + file.ExternalId, row.Line);
            twin ??= match is not null ? seen.Earlier($"is {match.Id}", row.Line) : file.ExternalId is null ? seen.Earlier("name " + TextKey.Of(file.Name), row.Line) : null;
            if (doubt is not null || twin is not null)
            {
                cells.Refuse(row, file.ExternalId is null ? ImportFields.Name : ImportFields.ExternalId, doubt ?? $"The same customer stands in row {twin} already.");
                continue;
            }

            if (cells.BadLines.Contains(row.Line))
            {
                continue;
            }

            var owner = cells.Text(row, ImportFields.Owner);
            var ownerId = owner is null ? null : words.Person(owner);
            if (owner is not null && ownerId is null)
            {
                unknownOwners.Add(owner);
            }

            var next = new PlannedCustomer(row.Line, match?.Id, before => Merge(file, before), ownerId, settings.Activate && match is not { Status: not ReferenceStatus.Candidate });
            var after = next.Facts(match?.CompanyFacts);
            people += after.Employees ?? 0;
            revenue += after.RevenueMillions ?? 0;
            if (match is null)
            {
                created++;
            }
            else if (after == match.CompanyFacts && (ownerId is null || ownerId == match.OwnerId) && !next.Activate)
            {
                unchanged++;
                continue;
            }
            else
            {
                changed++;
            }

            planned.Add(next);
        }

        return new ImportPlan
        {
            Blockers = [.. settings.Columns.ContainsKey(ImportFields.Name) ? [] : new[] { "Choose the column that holds the name of the customer." }, .. ValueChoices.BlockersOf(table, settings)],
            Problems = [.. cells.Problems.OrderBy(problem => problem.Line)],
            BadRows = cells.BadLines.Count,
            Customers = planned,
            NewTerms = terms.Made,
            Spellings = terms.Spellings,
            Result = new ImportResult
            {
                Counts = new ImportCounts(created, changed, unchanged, cells.BadLines.Count),
                Sums =
                [
                    new ImportSum("Employees", created + changed + unchanged, settings.Columns.ContainsKey(ImportFields.Employees) ? people : null, null, 0),
                    new ImportSum("Yearly revenue", created + changed + unchanged, settings.Columns.ContainsKey(ImportFields.Revenue) ? revenue : null, "million", 0),
                ],
                Notices = [.. Notices.OfOwners(unknownOwners, "customers"), .. Notices.OfFormulas(cells.Formulas), .. Notices.OfDates(table, settings)],
                NewTerms = [.. terms.Made.Select(term => term.Name)],
            },
        };
    }

    private CompanyFacts? Read(CellReader cells, ImportRow row, TermChooser terms, int thisYear)
    {
        var name = cells.Text(row, ImportFields.Name);
        if (name is null)
        {
            if (cells.Cell(row, ImportFields.Name).Length == 0 && settings.Columns.ContainsKey(ImportFields.Name))
            {
                cells.Refuse(row, ImportFields.Name, "The name is missing.");
            }

            return null;
        }

        return new CompanyFacts
        {
            Name = name,
            ExternalId = cells.Text(row, ImportFields.ExternalId),
            IndustryId = terms.Of(ImportFields.Industry, cells.Text(row, ImportFields.Industry))?.Id,
            RegionId = terms.Of(ImportFields.Country, cells.Text(row, ImportFields.Country))?.Id,
            City = cells.Text(row, ImportFields.City),
            Employees = cells.Whole(row, ImportFields.Employees, 0, 10_000_000),
            RevenueMillions = Revenue(cells, row),
            Founded = cells.Whole(row, ImportFields.Founded, 1000, thisYear),
            ParentName = cells.Text(row, ImportFields.Parent),
            Website = Website(cells, row),
            CustomerSince = cells.Date(row, ImportFields.Since),
            Story = cells.Text(row, ImportFields.Story),
        };
    }

    private decimal? Revenue(CellReader cells, ImportRow row)
    {
        if (cells.Number(row, ImportFields.Revenue) is not { } number)
        {
            return null;
        }

        var millions = settings.RevenueUnit switch { RevenueUnit.Units => number / 1_000_000m, RevenueUnit.Thousands => number / 1000m, _ => number };
        if (millions > MostMillions)
        {
            cells.Refuse(row, ImportFields.Revenue, "This revenue is more than any company has. Is it in another unit?");
            return null;
        }

        return decimal.Round(millions, 3);
    }

    private static string? Website(CellReader cells, ImportRow row)
    {
        var text = cells.Text(row, ImportFields.Website);
        if (text is null)
        {
            return null;
        }

        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (address.Length <= Customer.WebsiteLength && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.'))
        {
            return address;
        }

        cells.Refuse(row, ImportFields.Website, "This is not a web address.");
        return null;
    }

    // A blank cell says nothing, nor does another spelling of the same name: what is known stays.
    private static CompanyFacts Merge(CompanyFacts file, CompanyFacts? before) => before is null
        ? file
        : before with
        {
            Name = TextKey.Of(file.Name) == TextKey.Of(before.Name) ? before.Name : file.Name,
            ExternalId = file.ExternalId ?? before.ExternalId,
            IndustryId = file.IndustryId ?? before.IndustryId,
            RegionId = file.RegionId ?? before.RegionId,
            City = file.City ?? before.City,
            Employees = file.Employees ?? before.Employees,
            RevenueMillions = file.RevenueMillions ?? before.RevenueMillions,
            Founded = file.Founded ?? before.Founded,
            ParentName = file.ParentName ?? before.ParentName,
            Website = file.Website ?? before.Website,
            CustomerSince = file.CustomerSince ?? before.CustomerSince,
            Story = file.Story ?? before.Story,
        };
}
