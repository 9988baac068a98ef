using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>A customer's record as columns, under the headings by which imports know them.</summary>
internal static class CustomerColumns
{
    private static readonly (ExportColumn Column, Func<Customer, TermBook, ExportCell> Cell)[] Columns =
    [
        (new("Name", 36), (customer, _) => customer.Name),
        (new("CRM id"), (customer, _) => customer.ExternalId),
        (new("Industry", 24), (customer, terms) => terms.Name(customer.IndustryId)),
        (new("Country or region", 20), (customer, terms) => terms.Name(customer.RegionId)),
        (new("City"), (customer, _) => customer.City),
        (new("Employees", 12), (customer, _) => customer.Employees),
        (new("Yearly revenue", 14), (customer, _) => customer.RevenueThousands / 1000m),
        (new("Founded in", 12), (customer, _) => customer.Founded),
        (new("Parent company", 30), (customer, _) => customer.ParentName),
        (new("Website", 30), (customer, _) => customer.Website),
        (new("Customer since", 14), (customer, _) => customer.CustomerSince),
        (new("What makes it a good reference", 60), (customer, _) => customer.Story),
        (new("Owner", 30), (customer, _) => customer.Owner?.Email),
        (new("Reference status"), (customer, _) => Words(customer.Status)),
        (new("Paused until", 12), (customer, _) => customer.PausedUntil),
        (new("Tier", 14), (customer, _) => customer.Tier.ToString()),
        (new("Listed for RFPs", 14), (customer, _) => customer.RfpListed),
        (new("Platforms", 24), Terms(TermKind.Platform)),
        (new("Deployment", 20), Terms(TermKind.Deployment)),
        (new("Languages", 20), Terms(TermKind.Language)),
        (new("Use cases", 30), Terms(TermKind.UseCase)),
        (new("Integrations", 24), Terms(TermKind.Integration)),
        (new("Health", 10), (customer, _) => customer.Health),
        (new("NPS", 8), (customer, _) => customer.Nps),
        (new("Renewal on", 12), (customer, _) => customer.RenewalOn),
        (new("Open escalations", 14), (customer, _) => customer.OpenEscalations),
        (new("Notes", 40), (customer, _) => customer.Notes),
        (new("Verified until", 14), (customer, _) => customer.VerifyBy),
    ];

    public static ExportColumn[] All { get; } = [.. Columns.Select(column => column.Column)];

    public static ExportCell[] Row(Customer customer, TermBook terms) => [.. Columns.Select(column => column.Cell(customer, terms))];

    private static Func<Customer, TermBook, ExportCell> Terms(TermKind kind) => (customer, terms) => ExportCell.Several(
        customer.Attributes.Select(attribute => terms.Find(attribute.TermId)).OfType<Term>().Where(term => term.Kind == kind).Select(term => term.Name).Order(StringComparer.OrdinalIgnoreCase));

    private static string Words(ReferenceStatus status)
    {
        var words = status.InWords();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
