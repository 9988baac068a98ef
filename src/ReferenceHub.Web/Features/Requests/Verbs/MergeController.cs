using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Merging a duplicate into a request, which goes on for both.</summary>
[Route("requests/{number:int}/merge")]
[RequiresRight(Right.RunProgram)]
public sealed class MergeController(RequestPages pages, RequestMerge merge) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, MergeForm form, CancellationToken ct) => DoAsync(
        number, () => merge.MergeAsync(number, form.Duplicate!.Value, this.Viewer(), ct), $"#{form?.Duplicate} is merged; its requester follows this one.", "merge", null, ct);
}

/// <summary>Number of the duplicate.</summary>
public sealed class MergeForm
{
    public int? Duplicate { get; set; }
}

public sealed class MergeFormValidator : AbstractValidator<MergeForm>
{
    public MergeFormValidator() => RuleFor(form => form.Duplicate).NotNull().WithMessage("Type the number of the request that asks for the same.");
}
