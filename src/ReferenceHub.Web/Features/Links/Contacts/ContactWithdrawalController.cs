using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>A contact withdraws the consent of their company: first what follows, then the deed.</summary>
[AllowAnonymous]
[Route("/l/{withdrawal}/withdrawal")]
[EnableRateLimiting(RateLimits.Links)]
public sealed class ContactWithdrawalController(ContactRoom room, ContactWithdrawals withdrawals) : Controller
{
    /// <summary>What follows from withdrawing these scopes; nothing is chosen at first, and nothing may be chosen only then.</summary>
    [HttpGet("")]
    [HttpHead("")]
    public async Task<IActionResult> Edit([FromRoute(Name = "withdrawal")] string token, List<string> scopes, bool chosen, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactWithdrawal, ct);
        if (contact is null)
        {
            return otherwise!;
        }

        var known = Known(scopes);
        return await PageAsync(page!, contact, known, null, chosen && known.Count == 0 ? [page!.Words["withdrawal.choose"]] : [], ct);
    }

    /// <summary>Withdraws.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Withdraw([FromRoute(Name = "withdrawal")] string token, List<string> scopes, string? mark, string? reason, CancellationToken ct)
    {
        var (contact, page, otherwise) = await room.OpenAsync(this, token, LinkPurpose.ContactWithdrawal, ct);
        if (contact is null)
        {
            return otherwise!;
        }

        var chosen = Known(scopes);
        if (chosen.Count == 0)
        {
            return await PageAsync(page!, contact, chosen, reason, [page!.Words["withdrawal.choose"]], ct);
        }

        if (reason?.Trim().Length > Withdrawal.ReasonLength)
        {
            return await PageAsync(page!, contact, chosen, reason, [page!.Words.With("answer.long", Withdrawal.ReasonLength)], ct);
        }

        var outcome = await withdrawals.WithdrawAsync(contact, chosen, reason, mark, ct);
        if (outcome.IsDone)
        {
            this.Say(page!.Words.With("withdrawal.done", string.Join(", ", chosen.Select(scope => page.Words[$"scope.{scope}"]))));
            return Redirect(page.Address("withdrawal"));
        }

        return await PageAsync(page!, contact, chosen, reason, [page!.Words["withdrawal.changed"]], ct);
    }

    private static List<PermissionScope> Known(List<string> scopes) =>
        [.. Enum.GetValues<PermissionScope>().Where(scope => scopes.Contains(scope.ToString(), StringComparer.Ordinal))];

    private async Task<IActionResult> PageAsync(LinkPage page, ContactPage contact, List<PermissionScope> scopes, string? reason, IReadOnlyList<string> errors, CancellationToken ct)
    {
        ViewData["Title"] = page.Words["withdrawal.title"];
        return View("Withdrawal", new ContactWithdrawalPage(page with { Errors = errors }, contact, await withdrawals.PlanAsync(contact, scopes, ct), scopes, reason));
    }
}

/// <summary>The page of a withdrawal, with what follows from it.</summary>
public sealed record ContactWithdrawalPage(LinkPage Page, ContactPage Contact, WithdrawalPlan Plan, IReadOnlyList<PermissionScope> Scopes, string? Reason);
