using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Features.Requests;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Uses;

/// <summary>Two questions to the contact after a use; answered once, the page then says thank you.</summary>
[AllowAnonymous]
[Route("/l/{survey}/survey")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class SurveyLinkController(LinkedUses uses, Surveys surveys, LinkPages pages) : Controller
{
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Show([FromRoute(Name = "survey")] string token, CancellationToken ct)
    {
        var (use, page, otherwise) = await OpenAsync(token, ct);
        return use is null ? otherwise! : Page(use, page!, new SurveyForm(), []);
    }

    [HttpPost("")]
    public async Task<IActionResult> Answer([FromRoute(Name = "survey")] string token, SurveyForm form, CancellationToken ct)
    {
        var (use, page, otherwise) = await OpenAsync(token, ct);
        if (use is null)
        {
            return otherwise!;
        }

        if (use.Answered)
        {
            return Page(use, page!, form, []);
        }

        List<string> errors = [];
        if (!form.IsComplete)
        {
            errors.Add(page!.Words["survey.grades"]);
        }

        if (form.Words?.Trim().Length > ReferenceRequest.ReasonLength)
        {
            errors.Add(page!.Words.With("answer.long", ReferenceRequest.ReasonLength));
        }

        if (errors.Count > 0)
        {
            return Page(use, page!, form, errors);
        }

        await Late.TryAsync(() => surveys.AnswerAsync(use.Number, use.CandidateId, form.ToReply(), use.Viewer, ct));
        return Redirect(page!.Address("survey"));
    }

    private async Task<(LinkedUse? Use, LinkPage? Page, IActionResult? Otherwise)> OpenAsync(string token, CancellationToken ct)
    {
        if (await uses.FindAsync(token, ct, LinkPurpose.Survey) is not { } use || use.State != CandidateState.Completed)
        {
            return (null, null, await pages.EndedAsync(this, token, "unknown", ct));
        }

        var page = await pages.OpenAsync(this, token, [use.Language], ct);
        return use.IsOpen || use.Answered ? (use, page, null) : (null, null, await pages.EndedAsync(this, token, "expired", ct, [use.Language], page.Words.Moment(use.ExpiresAt, use.ZoneId)));
    }

    private ViewResult Page(LinkedUse use, LinkPage page, SurveyForm form, IReadOnlyList<string> errors)
    {
        ViewData["Title"] = page.Words[use.Answered ? "survey.done.title" : "survey.title"];
        return View("Survey", new SurveyLinkPage(page with { Errors = errors }, use, form));
    }
}

/// <summary>The survey with what was typed.</summary>
public sealed record SurveyLinkPage(LinkPage Page, LinkedUse Use, SurveyForm Form);
