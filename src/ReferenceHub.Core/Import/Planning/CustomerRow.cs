using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What one row says of a customer; null where it says nothing.</summary>
internal sealed record CustomerRow
{
    public required CustomerEdit Said { get; init; }

    /// <summary>Whether the row's name replaces the known one: only where another key told the customer for certain.</summary>
    public bool Renames { get; init; }

    public ReferenceStatus? Status { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public Tier? Tier { get; init; }

    public bool? RfpListed { get; init; }

    public int? Escalations { get; init; }

    /// <summary>Terms of each taxonomy that the file has a cell for.</summary>
    public required IReadOnlyDictionary<TermKind, Guid[]> Attributes { get; init; }

    /// <summary>The row laid over what is known: a blank cell says nothing, nor does another spelling of the same name.</summary>
    public CustomerEdit Over(CustomerEdit? before, Func<Guid, TermKind?> kindOf)
    {
        var known = before ?? new CustomerEdit { Name = Said.Name };
        return Said with
        {
            Name = before is not null && (!Renames || TextKey.Of(Said.Name) == TextKey.Of(before.Name)) ? before.Name : Said.Name,
            ExternalId = Said.ExternalId ?? known.ExternalId,
            IndustryId = Said.IndustryId ?? known.IndustryId,
            RegionId = Said.RegionId ?? known.RegionId,
            City = Said.City ?? known.City,
            Employees = Said.Employees ?? known.Employees,
            RevenueMillions = Said.RevenueMillions ?? known.RevenueMillions,
            Founded = Said.Founded ?? known.Founded,
            ParentName = Said.ParentName ?? known.ParentName,
            Website = Said.Website ?? known.Website,
            CustomerSince = Said.CustomerSince ?? known.CustomerSince,
            Story = Said.Story ?? known.Story,
            OwnerId = Said.OwnerId ?? known.OwnerId,
            Tier = Tier ?? known.Tier,
            RfpListed = RfpListed ?? known.RfpListed,
            Health = Said.Health ?? known.Health,
            Nps = Said.Nps ?? known.Nps,
            RenewalOn = Said.RenewalOn ?? known.RenewalOn,
            OpenEscalations = Escalations ?? known.OpenEscalations,
            Notes = Said.Notes ?? known.Notes,
            Attributes = Attributes.Count == 0
                ? known.Attributes
                : [.. known.Attributes.Where(term => kindOf(term) is not { } kind || !Attributes.ContainsKey(kind)).Concat(Attributes.Values.SelectMany(terms => terms)).Distinct().Order()],
        };
    }

    /// <summary>The status it has afterwards. Nobody is woken: a customer that rests, was retired or must not be used stays so.</summary>
    public ReferenceStatus StatusAfter(ReferenceStatus before, bool activate) => (before, Status) switch
    {
        (ReferenceStatus.Candidate or ReferenceStatus.Active, { } said) => said,
        (_, ReferenceStatus.DoNotUse) => ReferenceStatus.DoNotUse,
        (ReferenceStatus.Candidate, null) when activate => ReferenceStatus.Active,
        _ => before,
    };
}
