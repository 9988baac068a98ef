using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Features.References;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Everything the form of a request shows.</summary>
public sealed record RequestFormPage
{
    public required RequestForm Form { get; init; }

    public required IReadOnlyList<ActivityType> Types { get; init; }

    public required IReadOnlyList<Chip> Chips { get; init; }

    public required IReadOnlyList<SelectListItem> Languages { get; init; }

    public required LiveMatch Matches { get; init; }

    /// <summary>What can be done when nobody can be asked; null when somebody can.</summary>
    public SearchDemand? Demand { get; init; }

    /// <summary>What became of an offer that was taken just now, and whether it was refused.</summary>
    public (string Words, bool IsRefused)? Answered { get; init; }

    /// <summary>Whether needed-by is the day that the words name.</summary>
    public bool DayIsFromWords => Form.NeededBy is { } day && NeededByRule.DaysOf(Criteria.Parse(Form.Criteria)).Contains(day);

    /// <summary>Customers that were asked for this request or its deal already.</summary>
    public IReadOnlyDictionary<Guid, AskedMark> Asked { get; init; } = new Dictionary<Guid, AskedMark>();

    /// <summary>Customers the requester would like to be asked.</summary>
    public IReadOnlyList<PreferredCustomer> Preferred { get; init; } = [];

    public PromiseShown? Promise { get; init; }

    public required IReadOnlyList<DuplicateAsk> Duplicates { get; init; }

    /// <summary>The sent request that is corrected; null for new ones and drafts.</summary>
    public RequestDetail? Corrected { get; init; }

    public ActivityType? Type => Types.FirstOrDefault(type => type.Key == Form.ActivityKey);

    /// <summary>What would stand in the way of sending it as it stands.</summary>
    public IReadOnlyList<Outcome> Warnings { get; init; } = [];

    /// <summary>People it can be asked for; empty for a correction.</summary>
    public IReadOnlyList<SelectListItem> People { get; init; } = [];

    /// <summary>Industries and regions of prospects.</summary>
    public required IReadOnlyList<SelectListItem> Industries { get; init; }

    public required IReadOnlyList<SelectListItem> Regions { get; init; }

    /// <summary>What the chosen deal knows of its prospect.</summary>
    public DealProspect? DealProspect { get; init; }

    /// <summary>Drafts that wait, on a new form.</summary>
    public IReadOnlyList<DraftLine> Drafts { get; init; } = [];

    /// <summary>The draft behind the form.</summary>
    public DraftState State { get; init; } = new(null, null);

    /// <summary>What the list of requirements comes to; null without one.</summary>
    public RequirementCover? Cover { get; init; }

    /// <summary>A field is shown when the type shows it, or when something is in it.</summary>
    public bool Shows(string field, object? value) => Type?.Shows(field) != false || value is not (null or "" or false);

    /// <summary>The part under More has something in it.</summary>
    public bool MoreOpen { get; init; }

    /// <summary>What heads the errors, where it is more than that nothing was saved.</summary>
    public string? Refused { get; init; }

    /// <summary>The same after a sending that was refused: a draft that is kept stays kept.</summary>
    public RequestFormPage NotSent() => this with { Refused = State is { Number: { } draft, Elsewhere: null } ? $"Not sent yet; draft #{draft} is kept. Please look at this:" : "Not sent yet. Please look at this:" };

    /// <summary>The same after a draft could not be kept as the form has it.</summary>
    public RequestFormPage NotKept() => this with { Refused = State.Number is { } draft ? $"Not kept: draft #{draft} stays as it was. Please look at this:" : null };
}
