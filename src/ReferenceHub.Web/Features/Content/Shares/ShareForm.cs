using FluentValidation;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.Content.Shares;

/// <summary>What the form of a share sends.</summary>
public sealed class ShareForm
{
    public List<Guid> AssetIds { get; set; } = [];

    public string? Recipient { get; set; }

    public string? Message { get; set; }

    public Guid? OpportunityId { get; set; }

    public DateOnly? Until { get; set; }

    public string? Password { get; set; }

    public ShareWish ToWish() => new()
    {
        AssetIds = AssetIds,
        Recipient = Recipient!,
        Message = Message,
        OpportunityId = OpportunityId,
        Until = Until!.Value,
        Password = Password,
    };
}

public sealed class ShareFormValidator : AbstractValidator<ShareForm>
{
    public ShareFormValidator()
    {
        RuleFor(form => form.AssetIds).NotEmpty().WithMessage("Choose something to share.").Must(ids => ids.Count <= ShareService.MostAssets).WithMessage($"At most {ShareService.MostAssets} pieces fit in one share.");
        RuleFor(form => form.Recipient).NotEmpty().WithMessage("Say whom it is for.").MaximumLength(ContentShare.RecipientLength).WithMessage($"At most {ContentShare.RecipientLength} characters fit.");
        RuleFor(form => form.Message).MaximumLength(ContentShare.MessageLength).WithMessage($"At most {ContentShare.MessageLength} characters fit.");
        RuleFor(form => form.Until).NotEmpty().WithMessage("Say until when it works.");
        RuleFor(form => form.Password).Length(ShareService.ShortestPassword, ShareService.LongestPassword).When(form => !string.IsNullOrEmpty(form.Password))
            .WithMessage($"A password has {ShareService.ShortestPassword} to {ShareService.LongestPassword} characters.");
    }
}

/// <summary>What stands beside the form: what was chosen, and what of it may not be shared.</summary>
public sealed record ShareFormPage(ShareSelection Selection, DateOnly Today);
