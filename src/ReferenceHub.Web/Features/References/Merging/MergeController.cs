using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Merging;

/// <summary>What the pages of a merge send on: the other record, the versions seen, and by key the side chosen.</summary>
public sealed class MergeForm
{
    /// <summary>The record that becomes a signpost.</summary>
    public Guid With { get; set; }

    /// <summary>Version of the record that stays, as seen.</summary>
    public int SurvivorVersion { get; set; }

    /// <summary>Version of the other one, as seen.</summary>
    public int OtherVersion { get; set; }

    /// <summary>By key: the side a value is taken from.</summary>
    public Dictionary<string, MergeSide> Side { get; set; } = [];

    /// <summary>Read what will happen, and meant it.</summary>
    public bool Confirmed { get; set; }

    /// <summary>As the domain takes it.</summary>
    public MergeChoice Choice() => new(SurvivorVersion, OtherVersion, Side);
}

/// <summary>A page of a merge.</summary>
public sealed record MergePage(MergeComparison Seen, MergeForm Form)
{
    /// <summary>The side a value is taken from, as chosen or as usual.</summary>
    public MergeSide SideOf(MergeDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Form.Side.TryGetValue(difference.Key, out var side) ? side : difference.Usual;
    }
}

/// <summary>Which record to merge into this one: those that look alike, and those found by name.</summary>
public sealed record MergeChoicePage(Guid Id, string Name, IReadOnlyList<DuplicateRecord> Alike, string? Query, IReadOnlyList<OwnedCustomer> Found);

/// <summary>Merges another record of the same company into this one: choose it, choose values, read what happens, confirm.</summary>
[Route("/references/{id:guid}/merge")]
[RequiresRight(Right.EditAnyCustomer)]
public sealed class MergeController(MergeQueries queries, CustomerMerge merge, DuplicateQueries duplicates, CustomerService customers) : Controller
{
    /// <summary>The records to choose from, or with one chosen both side by side.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id, Guid? with, string? q, CancellationToken ct)
    {
        var viewer = this.Viewer();
        if (with is { } other)
        {
            var seen = await queries.CompareAsync(id, other, viewer, ct);
            return View(new MergePage(seen, FormOf(seen)));
        }

        var (_, _, name) = await customers.ReadAsync(id, viewer, ct);
        var alike = (await duplicates.OfAsync(id, viewer, ct)).Select(pair => pair.One.Id == id ? pair.Two : pair.One).ToList();
        return View("Choose", new MergeChoicePage(id, name, alike, q, await duplicates.FindAsync(q, id, viewer, ct)));
    }

    /// <summary>Shows what will happen; once that is confirmed, merges.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, MergeForm form, CancellationToken ct)
    {
        var seen = await queries.CompareAsync(id, form.With, this.Viewer(), ct);
        if (!ModelState.IsValid || seen.Blocked.Count > 0)
        {
            return View(new MergePage(seen, FormOf(seen)));
        }

        if (!form.Confirmed)
        {
            return View("Confirm", new MergePage(seen, form));
        }

        var outcome = await merge.MergeAsync(id, form.With, form.Choice(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            var again = await queries.CompareAsync(id, form.With, this.Viewer(), ct);
            ModelState.Clear();
            ModelState.AddModelError("", outcome.Refusal!);
            Response.StatusCode = StatusCodes.Status409Conflict;
            var fresh = FormOf(again);
            fresh.Side = form.Side;
            return View(new MergePage(again, fresh));
        }

        this.Say($"Merged. The address of the record of {seen.Other.Name} leads here from now on.");
        return Redirect($"/references/{id}");
    }

    private static MergeForm FormOf(MergeComparison seen) => new() { With = seen.Other.Id, SurvivorVersion = seen.Survivor.Version, OtherVersion = seen.Other.Version };
}
