using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Profile;

/// <summary>One customer, as far as the viewer may see it.</summary>
[Route("/references/{id:guid}")]
public sealed class ProfileController(ReferenceProfileQueries profiles, UsagePanelQueries usage, CustomerRequestQueries requests, CustomerHistoryQueries history, ProposalQueries proposals, SimilarCustomers similar) : Controller
{
    /// <summary>One tab of the profile; an unknown or missing one is the overview.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string? tab, HistoryFilter filter, CancellationToken ct = default)
    {
        var viewer = this.Viewer();
        if (await profiles.SurvivorAsync(id, viewer, ct) is { } survivor)
        {
            return Redirect($"/references/{survivor}{Request.QueryString}");
        }

        var profile = await profiles.ReadAsync(id, viewer, ct);
        var panel = await usage.ReadAsync(id, viewer, ct);
        var count = await requests.CountAsync(id, viewer, ct);
        var shown = ProfilePage.TabsOf(profile, panel, count).FirstOrDefault(one => one.Key == tab)?.Key ?? "overview";
        return View(new ProfilePage(profile, panel, count, shown)
        {
            RequestList = shown == "requests" ? await requests.ListAsync(id, viewer, ct) : [],
            Proposals = await proposals.OfCustomerAsync(id, viewer, ct),
            Similar = shown == "overview" ? await similar.OfAsync(id, viewer, ct) : [],
            History = shown == "history" ? await history.ReadAsync(id, filter, viewer, ct) : null,
        });
    }
}
