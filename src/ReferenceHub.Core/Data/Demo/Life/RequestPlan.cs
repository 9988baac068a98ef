using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What somebody will ask for.</summary>
internal sealed record RequestPlan
{
    public required DemoDeal Deal { get; init; }

    public required User Requester { get; init; }

    public required User Manager { get; init; }

    /// <summary>Who writes it: the requester, or somebody for them.</summary>
    public User Writer { get => field ?? Requester; init; }

    public required ActivityType Type { get; init; }

    /// <summary>When it is sent (UTC).</summary>
    public required DateTime Start { get; init; }

    public required DateOnly NeededBy { get; init; }

    public required string Text { get; init; }

    public string? WantToKnow { get; init; }

    public int Wanted { get; init; } = 1;

    public string? Sponsor { get; init; }

    /// <summary>Requirements of an RFP, a line each.</summary>
    public string? Requirements { get; init; }

    /// <summary>Content that the prospect has seen.</summary>
    public string? ContentTried { get; init; }

    /// <summary>Also fits a neighbouring industry: "banking or insurance".</summary>
    public string? OrIndustry { get; init; }

    /// <summary>Asks for companies of the same region only.</summary>
    public bool SameRegion { get; init; } = true;

    /// <summary>Preferences as facet and key.</summary>
    public IReadOnlyList<(Facet Facet, string Key)> Prefers { get; init; } = [];

    /// <summary>The need as the form sends it.</summary>
    public RequestNeed Need => new()
    {
        ActivityKey = Type.Key,
        OpportunityId = Deal.Row.Id,
        Text = Text,
        Criteria = Criteria.Of(Chips()).ToQuery(),
        NeededBy = NeededBy,
        Wanted = Wanted,
        WantToKnow = WantToKnow,
        ProspectName = Deal.Prospect.Name,
        ProspectContact = Deal.Prospect.Contact,
        ProspectEmail = Type.HasTime ? Deal.Prospect.Email : null,
        ProspectIndustry = Deal.Row.IndustryKey,
        ProspectRegion = Deal.Row.RegionKey,
        ProspectStaff = Deal.Row.Employees,
        Requirements = Requirements,
        ContentTried = ContentTried,
        For = Writer == Requester ? null : Requester.Id,
        Language = Deal.Prospect.Country.Languages[0],
        ZoneId = Deal.Prospect.Country.ZoneId,
        NdaInPlace = Deal.Row.HighestStage >= 3,
        CompetesWithReferences = Deal.Prospect.Trade.Parent == "finance" && Deal.Prospect.Employees > 4000,
        Sponsor = Sponsor,
    };

    private IEnumerable<Criterion> Chips()
    {
        yield return new Criterion(Facet.Industry, Deal.Prospect.Trade.Key, Must: true);
        if (OrIndustry is { } other)
        {
            yield return new Criterion(Facet.Industry, other, Must: true);
        }

        if (SameRegion)
        {
            yield return new Criterion(Facet.Region, Deal.Prospect.Country.Region, Must: true);
        }

        foreach (var product in Deal.Products)
        {
            yield return new Criterion(Facet.Product, product, Must: true);
        }

        foreach (var (facet, key) in Prefers)
        {
            yield return new Criterion(facet, key, Must: false);
        }
    }
}
