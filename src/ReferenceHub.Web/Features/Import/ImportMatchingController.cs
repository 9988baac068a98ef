using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Import;

/// <summary>Says how a staged file is to be understood, and runs it.</summary>
[Route("references/import/{id:guid}")]
[RequiresRight(Right.Import)]
[RequestFormLimits(ValueCountLimit = 4000)]
public sealed class ImportMatchingController(ImportService imports, ImportQueries queries, ImportRunner runner) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Match(Guid id, CancellationToken ct)
    {
        await UnderstandAsync(id, ct);
        return Redirect($"/references/import/{id}");
    }

    [HttpPost("run")]
    public async Task<IActionResult> Run(Guid id, CancellationToken ct)
    {
        await UnderstandAsync(id, ct);
        var started = await imports.StartAsync(id, this.Viewer(), ct);
        if (started.IsDone)
        {
            await runner.BeginAsync(id, this.Viewer());
        }
        else
        {
            this.Warn($"Nothing was imported: {started.Refusal}");
        }

        return Redirect($"/references/import/{id}");
    }

    /// <summary>Begins anew after the machine that was writing went away.</summary>
    [HttpPost("restart")]
    public async Task<IActionResult> Restart(Guid id, CancellationToken ct)
    {
        var started = await imports.StartAsync(id, this.Viewer(), ct);
        if (started.IsDone)
        {
            await runner.BeginAsync(id, this.Viewer());
        }
        else
        {
            this.Warn($"Nothing was imported: {started.Refusal}");
        }

        return Redirect($"/references/import/{id}");
    }

    private async Task UnderstandAsync(Guid id, CancellationToken ct)
    {
        var batch = await queries.OneAsync(id, this.Viewer(), ct);
        var form = await Request.ReadFormAsync(ct);
        var (settings, doubled) = ImportForm.Read(form, batch.Settings);
        foreach (var (key, typed) in ImportForm.OthersOf(form))
        {
            if (await imports.CustomerTypedAsync(typed, this.Viewer(), ct) is { } customer)
            {
                settings.Choices[key] = ImportSettings.SameAs + customer;
            }
            else
            {
                this.Warn($"No single customer here has the name or CRM id “{typed}”.");
            }
        }

        await imports.UnderstandAsync(id, settings, this.Viewer(), ct);
        if (doubled.Count > 0)
        {
            this.Warn($"More than one column was matched to {string.Join(", ", doubled.Distinct())}. The first one counts.");
        }
    }
}
