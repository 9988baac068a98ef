using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Features.Links.Uses;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Asks;

/// <summary>Owner, legal and customer answer one ask. Looking changes nothing; a link answers that ask only, and after the answer shows how it stands.</summary>
[AllowAnonymous]
[Route("/l/{ask}/ask")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class AskLinkController(LinkedAsks asks, LinkAnswers answers, UseTimes times, LinkPages pages) : Controller
{
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Show([FromRoute(Name = "ask")] string token, CancellationToken ct) => await PageAsync(token, await asks.FindAsync(token, ct), new AskForm(), [], ct);

    /// <summary>A yes.</summary>
    [HttpPost("yes")]
    public async Task<IActionResult> Agree([FromRoute(Name = "ask")] string token, AskForm form, CancellationToken ct)
    {
        var ask = await asks.FindAsync(token, ct);
        if (ask is not { Standing: AskStanding.Open })
        {
            return await LateAsync(token, form, AskStanding.SaidYes, ct);
        }

        var page = await pages.OpenAsync(this, token, ask.Languages, ct);
        if (form.Note?.Trim().Length > ReferenceRequest.ReasonLength)
        {
            return await PageAsync(token, ask, form, [page.Words.With("answer.long", ReferenceRequest.ReasonLength)], ct);
        }

        var outcome = await answers.AgreeAsync(ask, form.Note, ct);
        if (outcome.IsDone && ask.Party == Party.Customer && form.Slot is { } slot && slot != Guid.Empty && !(await Late.TryAsync(() => times.PickAsync(ask.Number, ask.CandidateId, slot, LinkAnswers.ViewerOf(ask), ct))).IsDone)
        {
            // The yes stands; another time has to be found.
            return Redirect(page.Address("times/again"));
        }

        if (outcome.Field == LinkAnswers.Late)
        {
            return await LateAsync(token, form, AskStanding.SaidYes, ct);
        }

        // Why it was refused is told to staff; those outside learn that it was not their doing.
        return outcome.IsDone
            ? Redirect(page.Address("ask"))
            : await PageAsync(token, await asks.FindAsync(token, ct), form, [page.Words.With("answer.refused", ask.Party == Party.Owner ? outcome.Refusal : page.Words["answer.refused.rule"])], ct);
    }

    /// <summary>A no, or a yes taken back.</summary>
    [HttpPost("no")]
    public async Task<IActionResult> Decline([FromRoute(Name = "ask")] string token, AskForm form, CancellationToken ct)
    {
        var ask = await asks.FindAsync(token, ct);
        if (ask is null || !AskLook.MayDecline(ask))
        {
            return await LateAsync(token, form, AskStanding.SaidNo, ct);
        }

        var page = await pages.OpenAsync(this, token, ask.Languages, ct);
        List<string> errors = [];
        if (form.DeclineKind is null)
        {
            errors.Add(page.Words["answer.choose"]);
        }

        if (form.Reason?.Trim().Length > ReferenceRequest.ReasonLength)
        {
            errors.Add(page.Words.With("answer.long", ReferenceRequest.ReasonLength));
        }

        if (errors.Count > 0)
        {
            return await PageAsync(token, ask, form, errors, ct, showsNo: true);
        }

        var outcome = await answers.DeclineAsync(ask, form.DeclineKind!.Value, form.Reason, ct);
        return outcome.IsDone ? Redirect(page.Address("ask"))
            : outcome.Field == LinkAnswers.Late ? await LateAsync(token, form, AskStanding.SaidNo, ct)
            : await PageAsync(token, await asks.FindAsync(token, ct), form, [], ct);
    }

    // The same answer from another tab is no loss; anything else is said, with what was typed.
    private async Task<IActionResult> LateAsync(string token, AskForm form, AskStanding said, CancellationToken ct)
    {
        var ask = await asks.FindAsync(token, ct);
        var page = await pages.OpenAsync(this, token, ask?.Languages, ct);
        return await PageAsync(token, ask, form, ask?.Standing == said ? [] : [page.Words[ask?.Standing == AskStanding.OnHold ? "ask.hold.answered" : "answer.late"]], ct);
    }

    private async Task<IActionResult> PageAsync(string token, LinkedAsk? ask, AskForm form, IReadOnlyList<string> errors, CancellationToken ct, bool showsNo = false)
    {
        if (ask is null)
        {
            return await pages.EndedAsync(this, token, "unknown", ct);
        }

        var page = await pages.OpenAsync(this, token, ask.Languages, ct);
        var ended = ask.Standing switch
        {
            AskStanding.Expired => "expired",
            AskStanding.UsedUp => "used",
            AskStanding.Over => "over",
            _ => null,
        };
        if (ended is not null)
        {
            return await pages.EndedAsync(this, token, ended, ct, ask.Languages, page.Words.Moment(ask.ExpiresAt, ask.ZoneId));
        }

        ViewData["Title"] = AskLook.Title(ask, page.Words);
        return View("Show", new AskLinkPage(page with { Errors = errors }, ask, form, showsNo));
    }
}
