using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Web.Features.References.Editing;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Says before saving what the record would refuse, and what no page would show.</summary>
public sealed class AssetEditValidator : AbstractValidator<AssetEdit>
{
    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    public AssetEditValidator()
    {
        RuleFor(edit => edit.Title).NotEmpty().WithMessage("Give it a title.").MaximumLength(Asset.TitleLength).WithMessage($"At most {Asset.TitleLength} characters fit.");
        RuleFor(edit => edit.Kind).IsInEnum().WithMessage("Choose a kind.");
        RuleFor(edit => edit.Confidentiality).IsInEnum().WithMessage("Choose who may read it.");
        RuleFor(edit => edit.Language).NotEmpty().WithMessage("Choose a language.");
        RuleFor(edit => edit.Summary).MaximumLength(Asset.SummaryLength).WithMessage($"At most {Asset.SummaryLength} characters fit.");
        RuleFor(edit => edit.Link).MaximumLength(Asset.LinkLength).WithMessage($"At most {Asset.LinkLength} characters fit.")
            .Must(AssetChecks.IsWebAddress).WithMessage("A link starts with http:// or https://.");
        RuleFor(edit => edit.Text).Must(text => text is null || text.ReplaceLineEndings("\n").Length <= Asset.TextLength).WithMessage($"At most {Words.Number(Asset.TextLength)} characters fit.")
            .Must(text => !MarkdownText.IsTooDeep(text)).WithMessage("This nests lists or quotes deeper than a page shows.");
        RuleFor(edit => edit.Text).Custom((text, context) =>
        {
            if (text?.Length <= Asset.TextLength * 2 && MarkdownText.ForbiddenLinks(text) is { Count: > 0 } links)
            {
                context.AddFailure($"Links lead to http, https or mail addresses only. Change “{(links[0].Length > 60 ? links[0][..60] + "…" : links[0])}”.");
            }
        });
        RuleFor(edit => edit.PublishedOn).InclusiveBetween(First, Last).WithMessage("This date is out of range.");
        RuleFor(edit => edit.ExpiresOn).InclusiveBetween(First, Last).WithMessage("This date is out of range.");
        RuleFor(edit => edit.NextReviewOn).InclusiveBetween(First, Last).WithMessage("This date is out of range.");
        RuleFor(edit => edit.Terms).Must(terms => terms.Count <= 60).WithMessage("At most 60 words fit.");
    }
}

/// <summary>The form of content with its choices.</summary>
public sealed record AssetFormPage(Guid? Id, Guid CustomerId, string CustomerName, AssetEdit Edit, EditTrail Trail, TermBook Terms, IReadOnlyList<SelectListItem> Owners, IReadOnlyList<SelectListItem> Speakers)
{
    /// <summary>Fields to choose in.</summary>
    public IReadOnlyList<EditConflict> Conflicts { get; init; } = [];

    /// <summary>The file that is there or was just given.</summary>
    public Attachment? File { get; init; }

    /// <summary>Whether the text is shown as readers see it.</summary>
    public bool ShowsPreview { get; init; }

    /// <summary>Whether the kind is fixed: content in use keeps it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>A draft has no day of publishing yet.</summary>
    public bool IsDraft { get; init; } = true;

    /// <summary>Kinds.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<AssetKind>().Select(kind => new SelectListItem($"{kind} (needs permission: {AssetConsent.ScopeOf(kind).InWords()})", kind.ToString()))];

    /// <summary>Who may read it.</summary>
    public static IReadOnlyList<SelectListItem> Readers { get; } =
    [
        new("Shareable: our people, and prospects by link", nameof(Confidentiality.Shareable)),
        new("Public: on the web anyway", nameof(Confidentiality.Public)),
        new("Internal: our own people only, never shared", nameof(Confidentiality.Internal)),
    ];

    /// <summary>Terms of one taxonomy to tick.</summary>
    public IEnumerable<SelectListItem> Offered(TermKind kind) => Terms.Offered(kind).Select(each => new SelectListItem(each.Term.Name, each.Term.Id.ToString()));

    /// <summary>Languages.</summary>
    public IEnumerable<SelectListItem> Languages => Terms.Offered(TermKind.Language).Select(each => new SelectListItem(each.Term.Name, each.Term.Key));

    /// <summary>The same page after another edit got there first.</summary>
    public AssetFormPage Met(EditClash<AssetEdit> clash) => this with { Edit = clash.Mine, Trail = EditTrail.Of(clash.Saved, clash.Version), Conflicts = clash.Conflicts };
}
