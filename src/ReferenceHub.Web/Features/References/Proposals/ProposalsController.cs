using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Proposals;

/// <summary>The answers to one proposal, by field: "yes", "no" or nothing yet.</summary>
public sealed class AnswersForm
{
    /// <summary>By field: yes or no.</summary>
    public Dictionary<string, string?> Answer { get; set; } = [];

    /// <summary>By field: why.</summary>
    public Dictionary<string, string?> Reason { get; set; } = [];

    /// <summary>By field: what the record said when the page was opened.</summary>
    public Dictionary<string, string?> Seen { get; set; } = [];

    /// <summary>As the domain takes them; what was left open is left out.</summary>
    public IReadOnlyList<FieldAnswer> Given() =>
    [
        .. Answer.Where(pair => pair.Value is "yes" or "no")
            .Select(pair => new FieldAnswer(pair.Key, pair.Value == "yes", Reason.GetValueOrDefault(pair.Key)?.Trim(), Seen.GetValueOrDefault(pair.Key)?.ReplaceLineEndings("\n"))),
    ];
}

/// <summary>Proposed changes: the list, one of them, its answers and its withdrawal.</summary>
[Route("/references/proposals")]
public sealed class ProposalsController(ProposalQueries queries, ProposalService proposals) : Controller
{
    /// <summary>What waits for this person, and what this person proposed.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await queries.ListAsync(this.Viewer(), ct));

    /// <summary>One proposal, field by field.</summary>
    [HttpGet("{proposalId:guid}")]
    public async Task<IActionResult> Show(Guid proposalId, CancellationToken ct) => View(await queries.ReadAsync(proposalId, this.Viewer(), ct));

    /// <summary>Accepts and refuses fields.</summary>
    [HttpPost("{proposalId:guid}/answers")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Answer(Guid proposalId, AnswersForm form, CancellationToken ct)
    {
        var proposal = await queries.ReadAsync(proposalId, this.Viewer(), ct);
        var answers = form.Given();
        if (answers.Any(answer => answer.Reason?.Length > ChangeProposal.CommentLength))
        {
            ModelState.AddModelError("", $"A reason is longer than {ChangeProposal.CommentLength} characters.");
            return View("Show", proposal);
        }

        var outcome = await proposals.AnswerAsync(proposalId, answers, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError("", outcome.Refusal!);
            return View("Show", await queries.ReadAsync(proposalId, this.Viewer(), ct));
        }

        this.Say($"Answered. {proposal.Proposer} gets a mail.");
        return Redirect($"/references/{proposal.CustomerId}");
    }

    /// <summary>Takes one's own proposal back.</summary>
    [HttpPost("{proposalId:guid}/withdrawal")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Withdraw(Guid proposalId, CancellationToken ct)
    {
        await proposals.WithdrawAsync(proposalId, this.Viewer(), ct);
        this.Say("Taken back.");
        return Redirect("/references/proposals");
    }
}
