using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Opportunities;

/// <summary>A deal that stays, the one chosen to be merged into it (or none yet), and what there is to choose from.</summary>
public sealed record OpportunityMergePage(OpportunityDetail Deal, DealStory Story, OpportunityDetail? Other, DealStory? OtherStory, IReadOnlyList<DealTwin> Like, string? Words, IReadOnlyList<DealTwin> Found, OpportunityChoices Choices);

/// <summary>Makes one deal of two that were entered for the same.</summary>
[Route("opportunities")]
[Module(Modules.Opportunities)]
[RequiresRight(Right.RunProgram)]
public sealed class OpportunityMergeController(OpportunityQueries deals, DealDuplicateQueries duplicates, DealRequestQueries requests, DealMerge merge, OpportunityForms forms) : Controller
{
    /// <summary>Deals that look the same.</summary>
    [HttpGet("duplicates")]
    public async Task<IActionResult> Duplicates(CancellationToken ct) => View(await duplicates.GroupsAsync(this.Viewer(), ct));

    /// <summary>Chooses the duplicate, and shows both side by side before anything happens.</summary>
    [HttpGet("{id:guid}/merge")]
    public async Task<IActionResult> Show(Guid id, Guid? with, string? q, CancellationToken ct)
    {
        var viewer = this.Viewer();
        var words = q?.Length > 100 ? q[..100] : q;
        var other = with is { } key && key != id ? await deals.DetailAsync(key, viewer, ct) : null;
        return View("Merge", new OpportunityMergePage(
            await deals.DetailAsync(id, viewer, ct),
            await requests.OfAsync(id, viewer, ct),
            other,
            other is null ? null : await requests.OfAsync(other.Row.Id, viewer, ct),
            other is null ? await duplicates.LikeAsync(id, viewer, ct) : [],
            words,
            other is null ? await duplicates.FindAsync(id, words, viewer, ct) : [],
            await forms.ChoicesAsync(viewer, ct)));
    }

    /// <summary>Merges the other one into this deal.</summary>
    [HttpPost("{id:guid}/merge")]
    public async Task<IActionResult> Merge(Guid id, Guid with, CancellationToken ct)
    {
        await merge.MergeAsync(id, with, this.Viewer(), ct);
        this.Say("Merged. The other one leads here from now on.");
        return Redirect($"/opportunities/{id}");
    }
}
