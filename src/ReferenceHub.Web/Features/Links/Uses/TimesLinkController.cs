using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Uses;

/// <summary>The contact picks one of the times they were offered, or proposes others, in their own zone.</summary>
[AllowAnonymous]
[Route("/l/{use}/times")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class TimesLinkController(LinkedUses uses, UseTimes times, LinkPages pages, PersonTime time) : Controller
{
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Show([FromRoute(Name = "use")] string token, CancellationToken ct)
    {
        var (use, page, otherwise) = await OpenAsync(token, ct);
        return use is null ? otherwise! : Page(use, page!, []);
    }

    /// <summary>The yes was taken, the time that was picked with it could not be.</summary>
    [HttpGet("again")]
    [HttpHead("again")]
    public async Task<IActionResult> Again([FromRoute(Name = "use")] string token, CancellationToken ct)
    {
        var (use, page, otherwise) = await OpenAsync(token, ct);
        return use is null ? otherwise! : Page(use, page!, [page!.Words["times.gone"]]);
    }

    /// <summary>Picks an offered time.</summary>
    [HttpPost("choice")]
    public async Task<IActionResult> Pick([FromRoute(Name = "use")] string token, Guid? slotId, CancellationToken ct)
    {
        var (use, page, otherwise) = await OpenAsync(token, ct);
        if (use is null)
        {
            return otherwise!;
        }

        return slotId is not { } slot
            ? Page(use, page!, [page!.Words["times.none"]])
            : await AnsweredAsync(token, page!, () => times.PickAsync(use.Number, use.CandidateId, slot, use.Viewer, ct), ct);
    }

    /// <summary>Proposes other times.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Propose([FromRoute(Name = "use")] string token, DateTime? first, DateTime? second, DateTime? third, CancellationToken ct)
    {
        var (use, page, otherwise) = await OpenAsync(token, ct);
        if (use is null)
        {
            return otherwise!;
        }

        var given = new[] { first, second, third }.OfType<DateTime>().ToList();
        var wrong = given.Count == 0 ? "times.none" : given.Distinct().Count() < given.Count ? "times.same" : given.Exists(at => at.Year is < 2000 or > 2199) ? "times.past" : null;
        if (wrong is not null)
        {
            return Page(use, page!, [page!.Words[wrong]]);
        }

        var utc = given.ConvertAll(at => Zones.UtcOf(use.ZoneId, at));
        var off = utc.Exists(at => at <= time.Now) ? "times.past" : utc.Exists(at => AheadRule.IsFar(at, time.Now)) ? "times.far" : null;
        return off is not null
            ? Page(use, page!, [page!.Words[off]])
            : await AnsweredAsync(token, page!, () => times.ProposeAsync(use.Number, use.CandidateId, utc, use.Viewer, ct), ct, "times.proposed");
    }

    private async Task<IActionResult> AnsweredAsync(string token, LinkPage page, Func<Task<Outcome>> command, CancellationToken ct, string said = "times.picked")
    {
        var outcome = await Late.TryAsync(command);
        if (outcome.IsDone)
        {
            this.Say(page.Words[said]);
            return Redirect(page.Address("ask"));
        }

        var (use, again, otherwise) = await OpenAsync(token, ct);
        return use is null ? otherwise! : Page(use, again!, [outcome switch
        {
            LimitOutcome refused => Limit(refused.Limit, again!.Words),
            { Field: UseClashes.Field } => again!.Words["times.clash"],
            _ => again!.Words["times.gone"],
        }]);
    }

    // Whose limit it is and the first day that works, in the reader's language; of a day that the program closes no more than that.
    private static string Limit(LimitRefusal refused, OutsideWords words)
    {
        var whose = words[refused.SetBy switch
        {
            "the contact" => "times.limit.contact",
            "the customer" => "times.limit.customer",
            "the account owner" => "times.limit.owner",
            _ => "times.limit.program",
        }];
        return $"{whose} {(refused.FreeOn is { } day ? words.With("times.limit.free", words.Day(day)) : words["times.limit.never"])}";
    }

    private async Task<(LinkedUse? Use, LinkPage? Page, IActionResult? Otherwise)> OpenAsync(string token, CancellationToken ct)
    {
        if (await uses.FindAsync(token, ct, LinkPurpose.CustomerAnswer) is not { } use)
        {
            return (null, null, await pages.EndedAsync(this, token, "unknown", ct));
        }

        var page = await pages.OpenAsync(this, token, [use.Language], ct);
        return use is { IsOpen: true, MayAgree: true } ? (use, page, null) : (null, null, Redirect(page.Address("ask")));
    }

    private ViewResult Page(LinkedUse use, LinkPage page, IReadOnlyList<string> errors)
    {
        ViewData["Title"] = page.Words["times.title"];
        return View("Times", new UseLinkPage(page with { Errors = errors }, use));
    }
}
