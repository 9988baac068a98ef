using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>What the form of a request sends.</summary>
public sealed class RequestForm
{
    /// <summary>Names this form, so that sending it twice makes one request.</summary>
    public Guid FormId { get; set; }

    /// <summary>The draft it goes on with.</summary>
    public int? Draft { get; set; }

    /// <summary>Version of that draft which the form was made from.</summary>
    public int? DraftVersion { get; set; }

    /// <summary>Version that was kept elsewhere meanwhile, and is to be replaced all the same.</summary>
    public int? Over { get; set; }

    /// <summary>Mark of the need that a correction was made from.</summary>
    public string? Shown { get; set; }

    /// <summary>Who asks, when somebody else writes it for them.</summary>
    public Guid? For { get; set; }

    public string? ActivityKey { get; set; }

    public Guid? OpportunityId { get; set; }

    public string? Text { get; set; }

    /// <summary>Criteria as a query string.</summary>
    public string? Criteria { get; set; }

    /// <summary>Criteria taken out by hand; words that say them again change nothing.</summary>
    public string? Dropped { get; set; }

    public DateOnly? NeededBy { get; set; }

    /// <summary>Needed-by was taken over from the words just now.</summary>
    public bool DayIsCarried { get; private set; }

    public int? Wanted { get; set; } = 1;

    public string? WantToKnow { get; set; }

    public string? ProspectName { get; set; }

    public string? ProspectContact { get; set; }

    public string? ProspectEmail { get; set; }

    public string? ProspectIndustry { get; set; }

    public string? ProspectRegion { get; set; }

    public int? ProspectStaff { get; set; }

    /// <summary>Requirements of an RFP, a line each.</summary>
    public string? Requirements { get; set; }

    public string? ContentTried { get; set; }

    /// <summary>The deal that the facts of the prospect were taken over from.</summary>
    public Guid? PrefilledFrom { get; set; }

    /// <summary>The fields are drawn anew: another activity, or facts of another deal.</summary>
    public bool Redraw { get; set; }

    public string? Language { get; set; }

    public string? ZoneId { get; set; }

    public bool NdaInPlace { get; set; }

    public bool CompetesWithReferences { get; set; }

    public string? Sponsor { get; set; }

    /// <summary>Customers the requester would like to be asked.</summary>
    public List<Guid> Preferred { get; set; } = [];

    /// <summary>One of them to take out.</summary>
    public Guid? Unprefer { get; set; }

    /// <summary>References of the cover table that are ticked.</summary>
    public List<Guid> Pick { get; set; } = [];

    /// <summary>The ticked ones are to be asked for.</summary>
    public bool TakePicks { get; set; }

    /// <summary>Button of the opportunity picker, where no script runs: "opportunity", or the key of a hit.</summary>
    public string? Find { get; set; }

    /// <summary>Words in the box of the opportunity picker.</summary>
    public string? OpportunityQuery { get; set; }

    /// <summary>A chip to take out, "industry:banking".</summary>
    public string? Drop { get; set; }

    /// <summary>A chip to switch between must and preferred.</summary>
    public string? Switch { get; set; }

    /// <summary>What is left of the criteria once one is relaxed, as a query string.</summary>
    public string? Relax { get; set; }

    /// <summary>Whether there is anything that is worth keeping.</summary>
    public bool HoldsAnything => Draft is not null || OpportunityId is not null || Preferred.Count > 0
        || new[] { Text, Criteria, WantToKnow, Requirements, ProspectName, ProspectContact, ContentTried }.Any(words => !string.IsNullOrWhiteSpace(words));

    /// <summary>Takes needed-by over from criteria that newly name a day.</summary>
    public void CarryDay(Criteria before, Criteria now)
    {
        var carried = NeededByRule.Carried(NeededBy, before, now);
        (DayIsCarried, NeededBy) = (DayIsCarried || carried != NeededBy, carried);
    }

    /// <summary>Takes the facts of the prospect over from a deal; what somebody typed stays, what the deal before had goes.</summary>
    public void Prefill(DealProspect? before, DealProspect? now)
    {
        ProspectIndustry = Taken(ProspectIndustry, before?.IndustryKey, now?.IndustryKey);
        ProspectRegion = Taken(ProspectRegion, before?.RegionKey, now?.RegionKey);
        ProspectStaff = ProspectStaff is null || ProspectStaff == before?.Staff ? now?.Staff : ProspectStaff;
        (PrefilledFrom, Redraw) = (OpportunityId, true);
    }

    /// <summary>Asks for the references that were ticked in the cover table: a wish each, and as many as they are.</summary>
    public void TakePicked()
    {
        if (TakePicks && Pick.Count > 0)
        {
            Preferred = [.. Pick.Concat(Preferred).Distinct().Take(ReferenceRequest.MostPreferred)];
            Wanted = Math.Max(Preferred.Count, Wanted ?? 1);
        }

        TakePicks = false;
    }

    /// <summary>The form as it is sent or kept.</summary>
    public SentForm ToSend() => new(Draft, ToNeed(), FormId == Guid.Empty ? null : FormId) { DraftVersion = Over ?? DraftVersion };

    public static RequestForm Of(RequestNeed need) => new()
    {
        For = need.For,
        PrefilledFrom = need.OpportunityId,
        ActivityKey = need.ActivityKey,
        OpportunityId = need.OpportunityId,
        Text = need.Text,
        Criteria = need.Criteria,
        NeededBy = need.NeededBy,
        Wanted = need.Wanted,
        WantToKnow = need.WantToKnow,
        ProspectName = need.ProspectName,
        ProspectContact = need.ProspectContact,
        ProspectEmail = need.ProspectEmail,
        ProspectIndustry = need.ProspectIndustry,
        ProspectRegion = need.ProspectRegion,
        ProspectStaff = need.ProspectStaff,
        Requirements = need.Requirements,
        ContentTried = need.ContentTried,
        Language = need.Language,
        ZoneId = need.ZoneId,
        NdaInPlace = need.NdaInPlace,
        CompetesWithReferences = need.CompetesWithReferences,
        Sponsor = need.Sponsor,
        Preferred = [.. need.Preferred],
    };

    public RequestNeed ToNeed() => new()
    {
        For = For,
        ActivityKey = ActivityKey ?? "",
        OpportunityId = OpportunityId,
        Text = Text,
        Criteria = Criteria,
        NeededBy = NeededBy,
        Wanted = Wanted ?? 1,
        WantToKnow = WantToKnow,
        ProspectName = ProspectName,
        ProspectContact = ProspectContact,
        ProspectEmail = ProspectEmail,
        ProspectIndustry = ProspectIndustry,
        ProspectRegion = ProspectRegion,
        ProspectStaff = ProspectStaff,
        Requirements = Requirements,
        ContentTried = ContentTried,
        Language = Language,
        ZoneId = ZoneId,
        NdaInPlace = NdaInPlace,
        CompetesWithReferences = CompetesWithReferences,
        Sponsor = Sponsor,
        Preferred = [.. Preferred.Take(ReferenceRequest.MostPreferred)],
    };

    private static string? Taken(string? typed, string? before, string? now) => string.IsNullOrEmpty(typed) || typed == before ? now : typed;
}
