using FluentValidation;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Processes;

/// <summary>What a process is called and what it is for.</summary>
public sealed class ProcessForm
{
    public string? Name { get; set; }

    public ProcessKind? Kind { get; set; } = ProcessKind.Production;

    /// <summary>What a production makes.</summary>
    public AssetKind? Makes { get; set; } = AssetKind.Story;

    /// <summary>What one run takes from the customer's limits; none when empty.</summary>
    public string? Activity { get; set; }

    /// <summary>Requests it goes with.</summary>
    public List<string> Activities { get; set; } = [];

    public string? Summary { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The form of a process.</summary>
    public static ProcessForm Of(ProcessTemplate process) => new()
    {
        Name = process.Name,
        Kind = process.Kind,
        Makes = process.Makes,
        Activity = process.Kind == ProcessKind.Request ? null : process.ActivityKey,
        Activities = process.Kind == ProcessKind.Request ? [.. process.Facts.Activities] : [],
        Summary = process.Summary,
        Version = process.Version,
    };

    /// <summary>The checked form; what does not go with the kind is left out.</summary>
    public ProcessFacts ToFacts() => new()
    {
        Name = Name!,
        Kind = Kind!.Value,
        Makes = Kind == ProcessKind.Production ? Makes : null,
        ActivityKey = Kind == ProcessKind.Request ? string.Join(", ", Activities) : Activity,
        Summary = Summary,
    };
}

/// <summary>Rules of a process's facts.</summary>
public sealed class ProcessFormValidator : AbstractValidator<ProcessForm>
{
    public ProcessFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Give it a name.").MaximumLength(ProcessTemplate.NameLength).WithMessage($"At most {ProcessTemplate.NameLength} characters.");
        RuleFor(form => form.Kind).NotNull().IsInEnum().WithMessage("Say what it is for.");
        RuleFor(form => form.Makes).NotNull().When(form => form.Kind == ProcessKind.Production).WithMessage("Say what it makes.");
        RuleFor(form => form.Makes).IsInEnum().WithMessage("Choose from the list.");
        RuleFor(form => form.Summary).MaximumLength(ProcessTemplate.SummaryLength).WithMessage($"At most {ProcessTemplate.SummaryLength} characters.");
        RuleFor(form => form).Must(form => string.Join(", ", form.Activities).Length <= ProcessTemplate.ActivityKeyLength).WithName("Activities").WithMessage("These are too many kinds of requests for one process.");
    }
}

/// <summary>The form with what it chooses from; no process for a new one.</summary>
public sealed record ProcessFormPage(ProcessForm Form, ProcessTemplate? Process, IReadOnlyList<ActivityType> Types);
