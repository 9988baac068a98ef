using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Upkeep;

/// <summary>Records that are to be confirmed: of an owner the own ones, of the program all, by owner.</summary>
[Route("/references/verification")]
public sealed class VerificationsController(VerificationQueries queries, VerificationService verification) : Controller
{
    private const string Nobody = "nobody";

    /// <summary>The list; <paramref name="owner"/> is a person's key or "nobody".</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(VerificationView view = VerificationView.Overdue, string? owner = null, int page = 1, CancellationToken ct = default) =>
        View(await queries.PageAsync(FilterOf(view, owner, page), this.Viewer(), ct));

    /// <summary>Confirms those that are ticked.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(List<Guid> ids, string? back, CancellationToken ct)
    {
        var outcome = await verification.ConfirmAsync(ids, this.Viewer(), ct);
        if (outcome.IsDone)
        {
            this.Say($"{Words.Count(ids.Distinct().Count(), "record")} confirmed. The next look is due on {Words.Day(outcome.Value)}.");
        }
        else
        {
            this.Warn(outcome.Refusal!);
        }

        return Redirect(Url.LocalOr(back, "/references/verification"));
    }

    internal static VerificationFilter FilterOf(VerificationView view, string? owner, int page) => new(view, Guid.TryParse(owner, out var id) ? id : null, owner == Nobody, page);
}
