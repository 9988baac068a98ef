using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>The form of a customer's record with its choices.</summary>
public sealed record CustomerEditPage(Guid? Id, string Heading, CustomerEdit Edit, EditTrail Trail, ReferenceChoices Choices, bool MayGovern)
{
    /// <summary>Fields to choose in.</summary>
    public IReadOnlyList<EditConflict> Conflicts { get; init; } = [];

    /// <summary>A customer of this name is known; shows the box that says it is another company.</summary>
    public bool SameNameKnown { get; init; }

    /// <summary>The form only proposes: nothing secret, nothing of the program's.</summary>
    public bool IsProposal { get; init; }

    /// <summary>Terms of one taxonomy, children indented.</summary>
    public IEnumerable<SelectListItem> Terms(TermKind kind) =>
        Choices.Terms.Offered(kind, Has).Select(each => new SelectListItem(new string(' ', each.Depth * 3) + each.Term.Name + (each.Term.Retired ? " (retired)" : ""), each.Term.Id.ToString()));

    private bool Has(Term term) => term.Id == Edit.IndustryId || term.Id == Edit.RegionId || Edit.Attributes.Contains(term.Id);

    /// <summary>People who may own it.</summary>
    public IEnumerable<SelectListItem> Owners => Choices.Owners.Select(person => new SelectListItem(person.Name, person.Id.ToString()));

    /// <summary>Tiers in words.</summary>
    public static IEnumerable<SelectListItem> Tiers =>
    [
        new("Standard: as any", nameof(Tier.Standard)),
        new("Lighthouse: asking needs the program manager", nameof(Tier.Lighthouse)),
        new("Confidential: name shown once released", nameof(Tier.Confidential)),
    ];

    /// <summary>The same page after another edit got there first.</summary>
    public CustomerEditPage Met(EditClash<CustomerEdit> clash) => this with { Edit = clash.Mine, Trail = EditTrail.Of(clash.Saved, clash.Version), Conflicts = clash.Conflicts };
}
