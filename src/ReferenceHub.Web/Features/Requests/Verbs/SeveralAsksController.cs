using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Asking several candidates at once; reserves for each.</summary>
[Route("requests/{number:int}/asks")]
[RequiresRight(Right.RunProgram)]
public sealed class SeveralAsksController(RequestPages pages, LineOrder line, AskNews news, PersonTime time) : VerbController(pages)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int number, SeveralAsksForm form, CancellationToken ct)
    {
        SeveralAsked? asked = null;
        var answer = await DoAsync(
            number,
            async () =>
            {
                var outcome = await line.AskSeveralAsync(number, form.Candidates, this.Viewer(), ct);
                asked = outcome.Value;
                return outcome;
            },
            "Asked at once.",
            null,
            form.Back,
            ct);
        if (asked is not null)
        {
            this.Say($"Asked {Words.Count(asked.Count, "candidate")} at once. {await news.AskedAsync(number, form.Candidates, this.Viewer(), time.Near, ct)}{(asked.Refusals.Count > 0 ? $" Not asked: {string.Join(" ", asked.Refusals)}" : "")}");
        }

        return answer;
    }
}
