using ReferenceHub.Core.Import.Fields;
using ReferenceHub.Core.Import.Reading;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>Reads what a row says of a customer; null, with the reason noted, when it has no name.</summary>
internal sealed class CustomerCells(CellReader cells, PlanScene scene)
{
    private const decimal MostMillions = 100_000_000m;

    private static readonly (string Field, TermKind Kind)[] AttributeFields =
    [
        (ImportFields.Platforms, TermKind.Platform), (ImportFields.Deployments, TermKind.Deployment), (ImportFields.Languages, TermKind.Language),
        (ImportFields.UseCases, TermKind.UseCase), (ImportFields.Integrations, TermKind.Integration),
    ];

    public CustomerRow? Read(ImportRow row)
    {
        var name = cells.Text(row, ImportFields.Name);
        if (name is null)
        {
            if (cells.Cell(row, ImportFields.Name).Length == 0 && scene.Settings.Columns.ContainsKey(ImportFields.Name))
            {
                cells.Refuse(row, ImportFields.Name, "The name is missing.");
            }

            return null;
        }

        return new CustomerRow
        {
            Said = new CustomerEdit
            {
                Name = name,
                ExternalId = cells.Text(row, ImportFields.ExternalId),
                IndustryId = scene.Terms.Of(ImportFields.Industry, cells.Text(row, ImportFields.Industry))?.Id,
                RegionId = scene.Terms.Of(ImportFields.Country, cells.Text(row, ImportFields.Country))?.Id,
                City = cells.Text(row, ImportFields.City),
                Employees = cells.Whole(row, ImportFields.Employees, 0, 10_000_000),
                RevenueMillions = Revenue(row),
                Founded = cells.Whole(row, ImportFields.Founded, 1000, scene.Today.Year),
                ParentName = scene.Parents?.NameOf(cells.Text(row, ImportFields.Parent)),
                Website = Website(row),
                CustomerSince = cells.Date(row, ImportFields.Since),
                Story = cells.Text(row, ImportFields.Story),
                OwnerId = cells.Given(row, ImportFields.Owner) is { } owner ? scene.Words.Person(owner) : null,
                Health = cells.Whole(row, ImportFields.Health, 0, 100),
                Nps = cells.Whole(row, ImportFields.Nps, 0, 10),
                RenewalOn = cells.Date(row, ImportFields.Renewal),
                Notes = cells.Text(row, ImportFields.Notes),
            },
            Status = Status(row),
            PausedUntil = cells.Date(row, ImportFields.PausedUntil),
            Tier = Meanings.ValueOf<Tier>(scene.ChoiceOf(ImportFields.Tier, cells.Text(row, ImportFields.Tier))),
            RfpListed = cells.Yes(row, ImportFields.RfpListed),
            Escalations = cells.Whole(row, ImportFields.Escalations, 0, 999),
            Attributes = Attributes(row),
        };
    }

    public string? UnknownOwner(ImportRow row) => cells.Text(row, ImportFields.Owner) is { } owner && scene.Words.Person(owner) is null ? owner : null;

    private ReferenceStatus? Status(ImportRow row)
    {
        var status = Meanings.ValueOf<ReferenceStatus>(scene.ChoiceOf(ImportFields.Status, cells.Text(row, ImportFields.Status)));
        if (status == ReferenceStatus.Paused && cells.Cell(row, ImportFields.PausedUntil).Length == 0)
        {
            cells.Refuse(row, ImportFields.Status, "A pause needs its last day, in the column for “Paused until”.");
        }

        return status;
    }

    private Dictionary<TermKind, Guid[]> Attributes(ImportRow row)
    {
        var found = new Dictionary<TermKind, Guid[]>();
        foreach (var (field, kind) in AttributeFields)
        {
            if (scene.Settings.Columns.ContainsKey(field) && cells.Many(row, field) is { } values)
            {
                found[kind] = [.. scene.Terms.Of(field, values).Select(term => term.Id)];
            }
        }

        return found;
    }

    private decimal? Revenue(ImportRow row)
    {
        if (cells.Number(row, ImportFields.Revenue) is not { } number)
        {
            return null;
        }

        var millions = scene.Settings.RevenueUnit switch { RevenueUnit.Units => number / 1_000_000m, RevenueUnit.Thousands => number / 1000m, _ => number };
        if (millions > MostMillions)
        {
            cells.Refuse(row, ImportFields.Revenue, "This revenue is more than any company has. Is it in another unit?");
            return null;
        }

        return decimal.Round(millions, 3);
    }

    private string? Website(ImportRow row)
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
}
