using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.Taxonomy;

/// <summary>A term's form with its choices; no page when it is a new one.</summary>
public sealed record TermFormPage(TermKind Kind, TermTree Tree, TermPage? Page, TermForm Form)
{
    /// <summary>Where the form goes.</summary>
    public string Address => Page is null ? $"/admin/taxonomies/{Kind.Key()}" : $"/admin/taxonomies/{Kind.Key()}/{Page.Term.Id}";
}

/// <summary>The words that customers and needs are described with.</summary>
[Route("/admin/taxonomies")]
[RequiresRight(Right.ManageTaxonomies)]
public sealed class TaxonomiesController(TaxonomyQueries taxonomies, TermService terms) : Controller
{
    /// <summary>The first taxonomy.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(CancellationToken ct) => Show(Taxonomies.All[0].Key(), ct);

    /// <summary>One taxonomy as a tree.</summary>
    [HttpGet("{kind}")]
    public async Task<IActionResult> Show(string kind, CancellationToken ct) => View("Index", await taxonomies.ReadAsync(KindOf(kind), this.Viewer(), ct));

    /// <summary>The form of a new term.</summary>
    [HttpGet("{kind}/new")]
    public async Task<IActionResult> New(string kind, Guid? below, CancellationToken ct) => await FormAsync(KindOf(kind), null, new TermForm { ParentId = below }, ct);

    /// <summary>Adds a term.</summary>
    [HttpPost("{kind}")]
    public async Task<IActionResult> Create(string kind, TermForm form, CancellationToken ct)
    {
        var known = KindOf(kind);
        if (known == TermKind.Language && string.IsNullOrWhiteSpace(form.Key))
        {
            ModelState.AddModelError(nameof(form.Key), "Type the code of the language: two or three letters.");
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(known, null, form, ct);
        }

        var edit = form.ToEdit();
        return await DoneAsync(known, null, form, await terms.AddAsync(known, known == TermKind.Language ? edit : edit with { Key = null }, this.Viewer(), ct), ct);
    }

    /// <summary>One term: its form, what names it, its history.</summary>
    [HttpGet("{kind}/{id:guid}")]
    public async Task<IActionResult> Edit(string kind, Guid id, CancellationToken ct)
    {
        var page = await taxonomies.OneAsync(KindOf(kind), id, this.Viewer(), ct);
        return View("Form", new TermFormPage(page.Term.Kind, page.Tree, page, TermForm.Of(page.Term)));
    }

    /// <summary>Changes a term.</summary>
    [HttpPost("{kind}/{id:guid}")]
    public async Task<IActionResult> Change(string kind, Guid id, TermForm form, CancellationToken ct)
    {
        var known = KindOf(kind);
        return ModelState.IsValid
            ? await DoneAsync(known, id, form, await terms.ChangeAsync(id, form.Version, form.ToEdit(), this.Viewer(), ct), ct)
            : await FormAsync(known, id, form, ct);
    }

    internal static TermKind KindOf(string? key) => Taxonomies.Find(key) ?? throw new MissingException("taxonomy");

    private async Task<IActionResult> DoneAsync(TermKind kind, Guid? id, TermForm form, Outcome outcome, CancellationToken ct)
    {
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return await FormAsync(kind, id, form, ct);
        }

        this.Say("Saved. Search and forms know it at once.");
        return Redirect($"/admin/taxonomies/{kind.Key()}");
    }

    private async Task<IActionResult> FormAsync(TermKind kind, Guid? id, TermForm form, CancellationToken ct)
    {
        var page = id is { } known ? await taxonomies.OneAsync(kind, known, this.Viewer(), ct) : null;
        return View("Form", new TermFormPage(kind, page?.Tree ?? await taxonomies.TreeAsync(kind, this.Viewer(), ct), page, form));
    }
}
