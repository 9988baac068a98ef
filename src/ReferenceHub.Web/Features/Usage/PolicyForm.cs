using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the policy page sends.</summary>
public sealed class PolicyForm
{
    /// <summary>Limit, in the policy's measure.</summary>
    public int? Amount { get; set; }

    /// <summary>Window or rest, in days.</summary>
    public int? Days { get; set; }

    /// <summary>In force.</summary>
    public bool Enabled { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The policy, for the page.</summary>
    [BindNever]
    public PolicyLine? Line { get; private set; }

    /// <summary>A rest and a blackout have no amount.</summary>
    public bool HasAmount => Line?.Policy.Window.Counts == true;

    /// <summary>A calendar quarter has no length, nor have blackouts between two days.</summary>
    public bool HasDays => Line?.Policy is { } policy && (policy.Blackout is { } blackout ? blackout.HasDays : policy.WindowKind != WindowKind.CalendarQuarter);

    /// <summary>The form for a policy.</summary>
    public static PolicyForm Of(PolicyLine line)
    {
        var policy = line.Policy;
        return new PolicyForm { Amount = policy.Amount, Days = policy.Days, Enabled = policy.Enabled, Version = policy.Version, Line = line };
    }

    /// <summary>Gives the page the policy back after a refused save.</summary>
    public void Describe(PolicyLine line) => Line = line;
}

/// <summary>Bounds of a policy.</summary>
public sealed class PolicyFormValidator : AbstractValidator<PolicyForm>
{
    public PolicyFormValidator()
    {
        RuleFor(form => form.Amount).InclusiveBetween(0, UsagePolicy.MostAmount).WithMessage($"The limit is a number from 0 to {UsagePolicy.MostAmount}.");
        RuleFor(form => form.Days).InclusiveBetween(0, UsagePolicy.MostDays).WithMessage($"Days are a number from 1 to {UsagePolicy.MostDays}.");
    }
}
