using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.Editions;

/// <summary>What a version keeps of each limit for large deals.</summary>
[Route("/usage/policies/versions/{editionId:guid}/held-back")]
public sealed class HeldBackController(EditionPages pages, EditionService editions) : EditionVerb(pages)
{
    /// <summary>Keeps another share, or for deals above another amount.</summary>
    [HttpPost("")]
    public Task<IActionResult> Change(Guid editionId, HeldBackForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return DoAsync(editionId, viewer => editions.HoldBackAsync(editionId, form.Percent!.Value, form.Above ?? 0, form.Version, viewer, ct), "Saved.", ct, held: form);
    }
}

/// <summary>The start of a version.</summary>
[Route("/usage/policies/versions/{editionId:guid}/start")]
public sealed class EditionStartController(EditionPages pages, EditionService editions) : EditionVerb(pages)
{
    /// <summary>Puts it in force from a day on; today at once.</summary>
    [HttpPost("")]
    public Task<IActionResult> Start(Guid editionId, StartEditionForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return DoAsync(editionId, viewer => editions.StartAsync(editionId, form.StartsOn!.Value, form.Version, viewer, ct), "Saved. Whoever asks from that day on is held to it.", ct, start: form);
    }
}

/// <summary>Calling off a version that has not started.</summary>
[Route("/usage/policies/versions/{editionId:guid}/calling-off")]
public sealed class EditionCallingOffController(EditionPages pages, EditionService editions) : EditionVerb(pages)
{
    /// <summary>Makes it a draft again.</summary>
    [HttpPost("")]
    public Task<IActionResult> CallOff(Guid editionId, int version, CancellationToken ct) =>
        DoAsync(editionId, viewer => editions.CallOffAsync(editionId, version, viewer, ct), "Called off. It is a draft again and starts on no day.", ct);
}

/// <summary>Deleting a draft.</summary>
[Route("/usage/policies/versions/{editionId:guid}/deletion")]
public sealed class EditionDeletionController(EditionPages pages, EditionService editions) : EditionVerb(pages)
{
    /// <summary>Deletes it.</summary>
    [HttpPost("")]
    public Task<IActionResult> Delete(Guid editionId, int version, CancellationToken ct) =>
        DoAsync(editionId, viewer => editions.DeleteAsync(editionId, version, viewer, ct), "Deleted.", ct, then: "/usage/policies");
}
