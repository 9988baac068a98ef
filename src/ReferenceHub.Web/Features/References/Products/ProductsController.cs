using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Security;

namespace ReferenceHub.Web.Features.References.Products;

/// <summary>A product use's form with its choices.</summary>
public sealed record ProductPage(Guid CustomerId, Guid? UseId, string CustomerName, string? Product, ProductUseEdit Edit, EditTrail Trail, TermBook Terms)
{
    /// <summary>Fields to choose in.</summary>
    public IReadOnlyList<EditConflict> Conflicts { get; init; } = [];

    /// <summary>The same page after another edit got there first.</summary>
    public ProductPage Met(EditClash<ProductUseEdit> clash) => this with { Edit = clash.Mine, Trail = EditTrail.Of(clash.Saved, clash.Version), Conflicts = clash.Conflicts };
}

/// <summary>Says before saving what the record would refuse.</summary>
public sealed class ProductUseEditValidator : AbstractValidator<ProductUseEdit>
{
    /// <summary>The rules; lengths are the entity's.</summary>
    public ProductUseEditValidator()
    {
        RuleFor(edit => edit.Edition).MaximumLength(ProductUse.TextLength).WithMessage($"The edition is longer than {ProductUse.TextLength} characters.");
        RuleFor(edit => edit.Deployment).MaximumLength(ProductUse.TextLength).WithMessage($"The deployment is longer than {ProductUse.TextLength} characters.");
        RuleFor(edit => edit.Replaced).MaximumLength(ProductUse.TextLength).WithMessage($"The replaced product is longer than {ProductUse.TextLength} characters.");
    }
}

/// <summary>Products that a customer runs.</summary>
[Route("/references/{id:guid}/products")]
public sealed class ProductsController(ProductUseService uses, CustomerService customers, ReferenceFormQueries forms) : Controller
{
    /// <summary>The empty form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => View(await PageAsync(id, null, null, new ProductUseEdit(), new EditTrail(), ct));

    /// <summary>Adds a product.</summary>
    [HttpPost("new")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, ProductUseEdit edit, CancellationToken ct)
    {
        var page = await PageAsync(id, null, null, edit, new EditTrail(), ct);
        if (edit.ProductId is null)
        {
            ModelState.AddModelError(nameof(ProductUseEdit.ProductId), "Choose a product.");
        }

        if (!ModelState.IsValid)
        {
            return View(page);
        }

        var outcome = await uses.AddAsync(id, edit, this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return View(page);
        }

        this.Say("Added.");
        return Redirect($"/references/{id}");
    }

    /// <summary>The form of a product use.</summary>
    [HttpGet("{useId:guid}/edit")]
    public async Task<IActionResult> Edit(Guid id, Guid useId, CancellationToken ct)
    {
        var (edit, version, product) = await uses.ReadAsync(id, useId, this.Viewer(), ct);
        return View(await PageAsync(id, useId, product, edit, EditTrail.Of(edit, version), ct));
    }

    /// <summary>Saves a product use.</summary>
    [HttpPost("{useId:guid}/edit")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Guid id, Guid useId, ProductUseEdit edit, EditTrail trail, CancellationToken ct)
    {
        var (_, _, product) = await uses.ReadAsync(id, useId, this.Viewer(), ct);
        var page = await PageAsync(id, useId, product, edit, trail, ct);
        if (!ModelState.IsValid)
        {
            return View(page);
        }

        var outcome = await uses.EditAsync(id, useId, edit, trail.ToMark<ProductUseEdit>(), this.Viewer(), ct);
        if (!outcome.IsDone)
        {
            return this.Again(outcome, page, (page, clash) => page.Met(clash));
        }

        this.Say("Saved.");
        return Redirect($"/references/{id}");
    }

    /// <summary>Takes a product off the record.</summary>
    [HttpPost("{useId:guid}/removal")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(Guid id, Guid useId, CancellationToken ct)
    {
        await uses.RemoveAsync(id, useId, this.Viewer(), ct);
        this.Say("Removed. The history keeps what was there.");
        return Redirect($"/references/{id}");
    }

    private async Task<ProductPage> PageAsync(Guid id, Guid? useId, string? product, ProductUseEdit edit, EditTrail trail, CancellationToken ct)
    {
        var (_, _, name) = await customers.ReadAsync(id, this.Viewer(), ct);
        return new ProductPage(id, useId, name, product, edit, trail, (await forms.ChoicesAsync(null, ct)).Terms);
    }
}
