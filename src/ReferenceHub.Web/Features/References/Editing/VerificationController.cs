using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Editing;

/// <summary>Confirms in one click that a record is true.</summary>
[Route("/references/{id:guid}/verification")]
public sealed class VerificationController(CustomerService customers) : Controller
{
    /// <summary>Confirms it.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(Guid id, CancellationToken ct)
    {
        await customers.VerifyAsync(id, this.Viewer(), ct);
        this.Say($"Confirmed. The next look is due in {Customer.VerifyEveryDays} days.");
        return Redirect($"/references/{id}");
    }
}
