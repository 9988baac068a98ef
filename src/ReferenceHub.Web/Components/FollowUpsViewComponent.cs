using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Today;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Components;

/// <summary>The card of a request or customer page: log an action in two clicks, follow-ups, what was done so far.</summary>
public sealed record FollowUpsCard(SourceKind Source, Guid SourceId, SourceNotes Notes);

/// <summary><c>&lt;vc:follow-ups source="Customer" source-id="@id" /&gt;</c>: nothing where the viewer may not note anything down.</summary>
public sealed class FollowUpsViewComponent(NotesQuery notes, OrganisationCache organisations) : ViewComponent
{
    /// <summary>Draws it for the person at hand.</summary>
    public async Task<IViewComponentResult> InvokeAsync(SourceKind source, Guid sourceId)
    {
        var ct = HttpContext.RequestAborted;
        return (await organisations.GetAsync(ct)).Has(Modules.Today) && await notes.ReadAsync(source, sourceId, this.Viewer(), ct) is { } read
            ? View(new FollowUpsCard(source, sourceId, read))
            : Content("");
    }
}
