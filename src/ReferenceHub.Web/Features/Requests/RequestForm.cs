using FluentValidation;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>What the form of a request sends.</summary>
public sealed class RequestForm
{
    /// <summary>Names this form, so that sending it twice makes one request.</summary>
    public Guid FormId { get; set; }

    /// <summary>The draft it goes on with.</summary>
    public int? Draft { get; set; }

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

    public string? Language { get; set; }

    public string? ZoneId { get; set; }

    public bool NdaInPlace { get; set; }

    public bool CompetesWithReferences { get; set; }

    public string? Sponsor { get; set; }

    /// <summary>Customers the requester would like to be asked.</summary>
    public List<Guid> Preferred { get; set; } = [];

    /// <summary>One of them to take out.</summary>
    public Guid? Unprefer { get; set; }

    /// <summary>Button of the opportunity picker, where no script runs.</summary>
    public string? Find { get; set; }

    /// <summary>A chip to take out, "industry:banking".</summary>
    public string? Drop { get; set; }

    /// <summary>A chip to switch between must and preferred.</summary>
    public string? Switch { get; set; }

    /// <summary>What is left of the criteria once one is relaxed, as a query string.</summary>
    public string? Relax { get; set; }

    /// <summary>Takes needed-by over from criteria that newly name a day.</summary>
    public void CarryDay(Criteria before, Criteria now)
    {
        var carried = NeededByRule.Carried(NeededBy, before, now);
        (DayIsCarried, NeededBy) = (DayIsCarried || carried != NeededBy, carried);
    }

    public static RequestForm Of(RequestNeed need) => new()
    {
        ActivityKey = need.ActivityKey,
        OpportunityId = need.OpportunityId,
        Text = need.Text,
        Criteria = need.Criteria,
        NeededBy = need.NeededBy,
        Wanted = need.Wanted,
        WantToKnow = need.WantToKnow,
        ProspectName = need.ProspectName,
        ProspectContact = need.ProspectContact,
        Language = need.Language,
        ZoneId = need.ZoneId,
        NdaInPlace = need.NdaInPlace,
        CompetesWithReferences = need.CompetesWithReferences,
        Sponsor = need.Sponsor,
        Preferred = [.. need.Preferred],
    };

    public RequestNeed ToNeed() => new()
    {
        ActivityKey = ActivityKey ?? "",
        OpportunityId = OpportunityId,
        Text = Text,
        Criteria = Criteria,
        NeededBy = NeededBy,
        Wanted = Wanted ?? 1,
        WantToKnow = WantToKnow,
        ProspectName = ProspectName,
        ProspectContact = ProspectContact,
        Language = Language,
        ZoneId = ZoneId,
        NdaInPlace = NdaInPlace,
        CompetesWithReferences = CompetesWithReferences,
        Sponsor = Sponsor,
        Preferred = [.. Preferred.Take(ReferenceRequest.MostPreferred)],
    };
}

/// <summary>Lengths and forms; whether a request may be sent is the domain's matter.</summary>
public sealed class RequestFormValidator : AbstractValidator<RequestForm>
{
    public RequestFormValidator()
    {
        RuleFor(form => form.ActivityKey).NotEmpty().WithMessage("Choose what you need.").MaximumLength(40);
        RuleFor(form => form.Text).Short("The description", ReferenceRequest.TextLength);
        RuleFor(form => form.Criteria).Short("The criteria", ReferenceRequest.CriteriaLength);
        RuleFor(form => form.Dropped).Short("The criteria", ReferenceRequest.CriteriaLength);
        RuleFor(form => form.Relax).Short("The criteria", ReferenceRequest.CriteriaLength);
        RuleFor(form => form.Wanted).NotNull().WithMessage("Say how many references you need.").InclusiveBetween(1, ReferenceRequest.MostWanted).WithMessage($"Ask for 1 to {ReferenceRequest.MostWanted} references.");
        RuleFor(form => form.WantToKnow).Short("What the prospect wants to know", ReferenceRequest.TextLength);
        RuleFor(form => form.ProspectName).Short("The prospect's name", ReferenceRequest.NameLength);
        RuleFor(form => form.ProspectContact).Short("The caller's name", ReferenceRequest.NameLength);
        RuleFor(form => form.Sponsor).Short("The sponsor", ReferenceRequest.NameLength);
        RuleFor(form => form.Language).Must(language => string.IsNullOrEmpty(language) || (language.Length <= 10 && language.All(char.IsAsciiLetterLower))).WithMessage("Choose a language.");
        RuleFor(form => form.ZoneId).Must(zone => string.IsNullOrEmpty(zone) || Zones.Exists(zone)).WithMessage("Choose a time zone.");
    }
}
