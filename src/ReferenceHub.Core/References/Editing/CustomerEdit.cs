using System.Globalization;

namespace ReferenceHub.Core.References;

/// <summary>Everything of a customer's record that one form edits.</summary>
public sealed record CustomerEdit
{
    /// <summary>Company name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Key in the CRM.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Industry term.</summary>
    public Guid? IndustryId { get; init; }

    /// <summary>Country or region term.</summary>
    public Guid? RegionId { get; init; }

    /// <summary>Seat of the company.</summary>
    public string? City { get; init; }

    /// <summary>Head count.</summary>
    public int? Employees { get; init; }

    /// <summary>Yearly revenue in millions of the reporting currency.</summary>
    public decimal? RevenueMillions { get; init; }

    /// <summary>Year of foundation.</summary>
    public int? Founded { get; init; }

    /// <summary>Parent company.</summary>
    public string? ParentName { get; init; }

    /// <summary>Web address.</summary>
    public string? Website { get; init; }

    /// <summary>Day the company became a customer.</summary>
    public DateOnly? CustomerSince { get; init; }

    /// <summary>What makes it a good reference.</summary>
    public string? Story { get; init; }

    /// <summary>Platform, deployment, language, use case and integration terms.</summary>
    public List<Guid> Attributes { get; init; } = [];

    /// <summary>Account owner; changed by those who edit any customer only.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Tier; changed by those who edit any customer only.</summary>
    public Tier Tier { get; init; }

    /// <summary>Named in RFP lists without asking; changed by those who edit any customer only.</summary>
    public bool RfpListed { get; init; }

    /// <summary>Health score, 0 to 100.</summary>
    public int? Health { get; init; }

    /// <summary>Net promoter score, 0 to 10.</summary>
    public int? Nps { get; init; }

    /// <summary>Next renewal.</summary>
    public DateOnly? RenewalOn { get; init; }

    /// <summary>Open escalations.</summary>
    public int OpenEscalations { get; init; }

    /// <summary>Notes of the program.</summary>
    public string? Notes { get; init; }

    /// <summary>The record as it is; attributes loaded.</summary>
    public static CustomerEdit Of(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new CustomerEdit
        {
            Name = customer.Name,
            ExternalId = customer.ExternalId,
            IndustryId = customer.IndustryId,
            RegionId = customer.RegionId,
            City = customer.City,
            Employees = customer.Employees,
            RevenueMillions = customer.RevenueThousands is { } thousands ? thousands / 1000m : null,
            Founded = customer.Founded,
            ParentName = customer.ParentName,
            Website = customer.Website,
            CustomerSince = customer.CustomerSince,
            Story = customer.Story,
            Attributes = [.. customer.Attributes.Select(attribute => attribute.TermId).Order()],
            OwnerId = customer.OwnerId,
            Tier = customer.Tier,
            RfpListed = customer.RfpListed,
            Health = customer.Health,
            Nps = customer.Nps,
            RenewalOn = customer.RenewalOn,
            OpenEscalations = customer.OpenEscalations,
            Notes = customer.Notes,
        };
    }

    /// <summary>The public part.</summary>
    public CompanyFacts Facts => new()
    {
        Name = Name,
        ExternalId = ExternalId,
        IndustryId = IndustryId,
        RegionId = RegionId,
        City = City,
        Employees = Employees,
        RevenueMillions = RevenueMillions,
        Founded = Founded,
        ParentName = ParentName,
        Website = Website,
        CustomerSince = CustomerSince,
        Story = Story,
    };

    /// <summary>The part that sales must not see.</summary>
    public CustomerSecrets Secrets => new() { Health = Health, Nps = Nps, RenewalOn = RenewalOn, OpenEscalations = OpenEscalations, Notes = Notes };
}

/// <summary>The fields of a customer's form.</summary>
public static class CustomerFields
{
    /// <summary>All of them, in the form's order.</summary>
    public static IReadOnlyList<EditField<CustomerEdit>> All { get; } =
    [
        new("Name", "Name", edit => Plain(edit.Name), (to, from) => to with { Name = from.Name }),
        new("ExternalId", "CRM account", edit => Plain(edit.ExternalId), (to, from) => to with { ExternalId = from.ExternalId }),
        new("IndustryId", "Industry", edit => edit.IndustryId?.ToString(), (to, from) => to with { IndustryId = from.IndustryId }),
        new("RegionId", "Country or region", edit => edit.RegionId?.ToString(), (to, from) => to with { RegionId = from.RegionId }),
        new("City", "Headquarters", edit => Plain(edit.City), (to, from) => to with { City = from.City }),
        new("Employees", "Staff", edit => Plain(edit.Employees), (to, from) => to with { Employees = from.Employees }),
        new("RevenueMillions", "Revenue in millions", edit => edit.RevenueMillions?.ToString("0.###", CultureInfo.InvariantCulture), (to, from) => to with { RevenueMillions = from.RevenueMillions }),
        new("Founded", "Founded", edit => Plain(edit.Founded), (to, from) => to with { Founded = from.Founded }),
        new("ParentName", "Parent company", edit => Plain(edit.ParentName), (to, from) => to with { ParentName = from.ParentName }),
        new("Website", "Website", edit => Plain(edit.Website), (to, from) => to with { Website = from.Website }),
        new("CustomerSince", "Customer since", edit => Plain(edit.CustomerSince), (to, from) => to with { CustomerSince = from.CustomerSince }),
        new("Story", "Why a good reference", edit => Plain(edit.Story), (to, from) => to with { Story = from.Story }),
        new("Attributes", "Attributes", edit => string.Join(',', edit.Attributes.Distinct().Order()), (to, from) => to with { Attributes = from.Attributes }),
        .. Governing,
        new("Health", "Health", edit => Plain(edit.Health), (to, from) => to with { Health = from.Health }, Secret: true),
        new("Nps", "NPS", edit => Plain(edit.Nps), (to, from) => to with { Nps = from.Nps }, Secret: true),
        new("RenewalOn", "Renewal", edit => Plain(edit.RenewalOn), (to, from) => to with { RenewalOn = from.RenewalOn }, Secret: true),
        new("OpenEscalations", "Open escalations", edit => Plain(edit.OpenEscalations), (to, from) => to with { OpenEscalations = from.OpenEscalations }, Secret: true),
        new("Notes", "Notes", edit => Plain(edit.Notes), (to, from) => to with { Notes = from.Notes }, Secret: true),
    ];

    /// <summary>Those that anybody who sees the name may propose to change: company facts and attributes.</summary>
    public static IReadOnlyList<EditField<CustomerEdit>> Proposable { get; } =
        [.. All.Where(field => !field.Secret && Governing.All(other => other.Key != field.Key))];

    /// <summary>Those that only who edits any customer may change.</summary>
    public static IReadOnlyList<EditField<CustomerEdit>> Governing =>
    [
        new("OwnerId", "Owner", edit => edit.OwnerId?.ToString(), (to, from) => to with { OwnerId = from.OwnerId }),
        new("Tier", "Tier", edit => edit.Tier.ToString(), (to, from) => to with { Tier = from.Tier }),
        new("RfpListed", "Listed for RFPs", edit => edit.RfpListed.ToString(), (to, from) => to with { RfpListed = from.RfpListed }),
    ];

    internal static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");

    internal static string? Plain(int? figure) => figure?.ToString(CultureInfo.InvariantCulture);

    internal static string? Plain(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
