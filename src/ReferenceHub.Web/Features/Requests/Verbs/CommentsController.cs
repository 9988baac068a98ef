using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Words among those who see the request; never shown to customers. Whoever is mentioned is told.</summary>
[Route("requests/{number:int}/comments")]
public sealed class CommentsController(RequestPages pages, RequestComments comments) : VerbController(pages)
{
    [HttpPost("")]
    public Task<IActionResult> Create(int number, CommentForm form, CancellationToken ct) => DoAsync(
        number, () => comments.AddAsync(number, form.Reason!, form.LetFollow, this.Viewer(), ct), "Comment added.", "comment", form.Back, ct);
}

/// <summary>A comment, and whether people mentioned in it may follow the request who could not see it otherwise.</summary>
public sealed class CommentForm
{
    public string? Reason { get; set; }

    public bool LetFollow { get; set; }

    public string? Back { get; set; }
}

public sealed class CommentFormValidator : AbstractValidator<CommentForm>
{
    public CommentFormValidator() => RuleFor(form => form.Reason).Given("Write a few words, so that the others know.").Short("The comment");
}
