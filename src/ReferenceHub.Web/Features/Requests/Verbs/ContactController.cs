using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Asking another person at the customer, until the customer was asked.</summary>
[Route("requests/{number:int}/candidates/{candidateId:guid}/contact")]
[RequiresRight(Right.RunProgram)]
public sealed class ContactController(RequestPages pages, CandidateAsks asks) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, Guid candidateId, ContactForm form, CancellationToken ct) =>
        DoAsync(number, () => asks.ChangeContactAsync(number, candidateId, form.ContactId!.Value, this.Viewer(), ct), "Another contact is chosen.", $"contact-{candidateId}", form.Back, ct);
}
