using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Recruiting;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Nominations;

/// <summary>The tabs of the page.</summary>
public enum NominationTab
{
    /// <summary>One's own.</summary>
    Mine,

    /// <summary>To be decided.</summary>
    Waiting,

    /// <summary>What the product found by itself.</summary>
    Leads,

    /// <summary>Decided.</summary>
    Decided,
}

/// <summary>The tabs with their counts; none is active on the list of unmet needs, which who does not ask has not.</summary>
public sealed record NominationTabs(NominationTab? Active, bool Decides, int Waiting, int Leads, int? Mine, int? Unmet);

/// <summary>What the page shows: nominations, or leads.</summary>
public sealed record NominationsPage(NominationTab Tab, NominationTabs Tabs, NominationPage? Nominations, LeadPage? Leads);

/// <summary>Nominations: one's own; the queue, leads and the decided ones for who decides.</summary>
[Route("/references/nominations")]
public sealed class NominationsController(NominationQueries nominations, LeadQueries leads, UnmetNeedQueries unmet) : Controller
{
    /// <summary>The nominations that a tab lists; leads are none.</summary>
    public static NominationList? ListOf(NominationTab tab) => tab switch
    {
        NominationTab.Mine => NominationList.Mine,
        NominationTab.Waiting => NominationList.Waiting,
        NominationTab.Decided => NominationList.Decided,
        _ => null,
    };

    /// <summary>One tab; the queue comes first for who decides.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(NominationTab? tab, int page = 1, CancellationToken ct = default)
    {
        var viewer = this.Viewer();
        var decides = viewer.Can(Right.DecideNominations);
        var shown = decides ? tab ?? NominationTab.Waiting : NominationTab.Mine;
        var listed = ListOf(shown) is { } list ? await nominations.PageAsync(list, page, viewer, ct) : null;
        var tabs = new NominationTabs(
            shown,
            decides,
            await nominations.CountWaitingAsync(viewer, ct),
            decides ? await leads.CountAsync(viewer, ct) : 0,
            listed?.Total,
            viewer.Can(Right.AskForReference) ? await unmet.CountAsync(viewer, ct) : null);
        return View(new NominationsPage(shown, tabs, listed, shown == NominationTab.Leads ? await leads.PageAsync(page, viewer, ct) : null));
    }
}
