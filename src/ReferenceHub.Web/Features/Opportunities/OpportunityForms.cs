using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>What the form of a deal offers to choose from; owners only for those who may name one.</summary>
public sealed record OpportunityChoices(
    IReadOnlyList<SelectListItem> Stages, IReadOnlyList<SelectListItem> Industries, IReadOnlyList<SelectListItem> Regions, IReadOnlyList<SelectListItem>? Owners)
{
    /// <summary>Whether the form's choices are among those offered; the field that is not.</summary>
    public string? Foreign(OpportunityForm form) =>
        !Offers(Stages, form.Stage) ? nameof(form.Stage)
        : !Offers(Industries, form.Industry) ? nameof(form.Industry)
        : !Offers(Regions, form.Region) ? nameof(form.Region)
        : Owners is not null && !Offers(Owners, form.OwnerId?.ToString()) ? nameof(form.OwnerId)
        : null;

    /// <summary>Names of industries and regions by key, those no longer offered too.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of an industry or region by its key.</summary>
    public string? NameOf(string? key) => key is null ? null : Names.GetValueOrDefault(key, key);

    private static bool Offers(IReadOnlyList<SelectListItem> items, string? value) => string.IsNullOrEmpty(value) || items.Any(item => item.Value == value);
}

/// <summary>Loads the choices of the form.</summary>
public sealed class OpportunityForms(DealStages stages, TermChoices terms, PeopleQueries people)
{
    /// <summary>The choices this viewer gets, with what the deal at hand has.</summary>
    public async Task<OpportunityChoices> ChoicesAsync(Viewer viewer, CancellationToken ct, DealFacts? present = null)
    {
        var open = new SelectListGroup { Name = "Open" };
        var ended = new SelectListGroup { Name = "Ended" };
        var owners = viewer.Can(Right.RunProgram) ? await people.ActiveAsync(Roles.Rep | Roles.Marketing | Roles.ProgramManager, ct) : null;
        return new OpportunityChoices(
            [
                .. (await stages.AllAsync(ct)).Select(stage => new SelectListItem(stage.Name, stage.Key) { Group = open }),
                new SelectListItem("Won", "won") { Group = ended },
                new SelectListItem("Lost", "lost") { Group = ended },
            ],
            Items(await terms.OfAsync(TermKind.Industry, ct, present?.IndustryKey)),
            Items(await terms.OfAsync(TermKind.Region, ct, present?.RegionKey)),
            owners?.Select(person => new SelectListItem(person.Name, person.Id.ToString())).ToList())
        {
            Names = await terms.NamesAsync([TermKind.Industry, TermKind.Region], ct),
        };
    }

    private static List<SelectListItem> Items(IReadOnlyList<TermChoice> choices)
    {
        var groups = choices.Select(choice => choice.Parent ?? choice.Name).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        return [.. choices.Select(choice => new SelectListItem(choice.Name, choice.Key) { Group = groups[choice.Parent ?? choice.Name] })];
    }
}
