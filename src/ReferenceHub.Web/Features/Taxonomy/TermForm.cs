using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.Taxonomy;

/// <summary>Making or changing a term.</summary>
public sealed class TermForm
{
    /// <summary>As shown.</summary>
    public string? Name { get; set; }

    /// <summary>Code of a new language.</summary>
    public string? Key { get; set; }

    /// <summary>Other names, one a line.</summary>
    public string? Aliases { get; set; }

    /// <summary>Editions of a product, one a line.</summary>
    public string? Editions { get; set; }

    /// <summary>The broader term.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Whether the old name stays understood.</summary>
    public bool KeepOldName { get; set; } = true;

    /// <summary>Version the form shows.</summary>
    public int Version { get; set; }

    /// <summary>The term as a form shows it.</summary>
    public static TermForm Of(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return new TermForm
        {
            Name = term.Name,
            Aliases = string.Join('\n', term.Aliases),
            Editions = string.Join('\n', term.Editions),
            ParentId = term.ParentId,
            Version = term.Version,
        };
    }

    /// <summary>What is to be saved.</summary>
    public TermEdit ToEdit() => new()
    {
        Name = Name!,
        Key = string.IsNullOrWhiteSpace(Key) ? null : Key.Trim(),
        Aliases = Lines(Aliases),
        Editions = Lines(Editions),
        ParentId = ParentId,
        KeepOldName = KeepOldName,
    };

    /// <summary>Lines that say something; commas part names as well.</summary>
    internal static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(line => TextKey.Of(line))];
}

/// <summary>Says before saving what the term would refuse.</summary>
public sealed partial class TermFormValidator : AbstractValidator<TermForm>
{
    private const int Most = 60;

    /// <summary>The rules; lengths are the entity's.</summary>
    public TermFormValidator()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Type a name.").MaximumLength(Term.NameLength).WithMessage($"The name is longer than {Term.NameLength} characters.");
        RuleFor(form => form.Key).Must(key => string.IsNullOrWhiteSpace(key) || Code().IsMatch(key.Trim())).WithMessage("A code is two or three small letters, such as de or gsw.");
        RuleFor(form => form.Aliases).Must(Short).WithMessage($"At most {Most} names of up to {Term.NameLength} characters each.");
        RuleFor(form => form.Editions).Must(Short).WithMessage($"At most {Most} editions of up to {ProductUse.TextLength} characters each.");
    }

    private static bool Short(string? text) => TermForm.Lines(text) is var lines && lines.Count <= Most && lines.All(line => line.Length <= Term.NameLength);

    [GeneratedRegex("^[a-z]{2,3}(-[a-z0-9]{2,6})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

/// <summary>Choices of a broader term.</summary>
internal static class TermOptions
{
    /// <summary>The terms of a tree as options, indented; without some.</summary>
    public static IEnumerable<SelectListItem> Of(TermTree tree, Func<Term, bool>? without = null) =>
        tree.Walk().Where(each => without is null || !without(each.Term))
            .Select(each => new SelectListItem(new string(' ', each.Depth * 3) + each.Term.Name + (each.Term.Retired ? " (retired)" : ""), each.Term.Id.ToString()));
}
