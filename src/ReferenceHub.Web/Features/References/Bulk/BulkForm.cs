using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.References.Bulk;

/// <summary>Which customers, and what is to change of them.</summary>
public sealed class BulkForm
{
    /// <summary>Ticked customers.</summary>
    [ModelBinder(Name = "id")]
    public Guid[] Ids { get; set; } = [];

    /// <summary>The filter instead, when all that it finds are meant.</summary>
    public string? Filter { get; set; }

    /// <summary>The new owner.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The new tier.</summary>
    public Tier? Tier { get; set; }

    /// <summary>The new status.</summary>
    public ReferenceStatus? Status { get; set; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Reason of the status.</summary>
    public string? Reason { get; set; }

    /// <summary>An attribute that each gets.</summary>
    public Guid? Add { get; set; }

    /// <summary>An attribute that each loses.</summary>
    public Guid? Remove { get; set; }

    /// <summary>On the RFP list, or off it.</summary>
    public bool? RfpListed { get; set; }

    /// <summary>Whether each record is said to be true.</summary>
    public bool Confirm { get; set; }

    /// <summary>Customers and versions of the preview.</summary>
    public string? Marks { get; set; }

    /// <summary>What is to change.</summary>
    public BulkChange ToChange() => new()
    {
        OwnerId = OwnerId,
        Tier = Tier,
        Status = Status,
        Until = Status == ReferenceStatus.Paused ? Until : null,
        Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
        Add = Add is { } add ? [add] : [],
        Remove = Remove is { } remove ? [remove] : [],
        RfpListed = RfpListed,
        Confirm = Confirm,
    };
}

/// <summary>Says before the preview what no customer would take.</summary>
public sealed class BulkFormValidator : AbstractValidator<BulkForm>
{
    /// <summary>The rules; lengths are the entity's.</summary>
    public BulkFormValidator()
    {
        RuleFor(form => form.Reason).MaximumLength(Customer.StoryLength).WithMessage($"The reason is longer than {Customer.StoryLength} characters.");
        RuleFor(form => form.Tier).IsInEnum();
        RuleFor(form => form.Status).IsInEnum();
    }
}
