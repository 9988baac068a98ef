using ReferenceHub.Core.Matching;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Matching;

/// <summary>Why content is offered, in words.</summary>
public static class ReadyWords
{
    /// <summary>"Story · Banking, Atlas · German".</summary>
    public static string Why(ReadyAsset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        var parts = new[] { Words.Sentence(asset.Kind.ToString()), asset.Why.About.IsEmpty ? null : string.Join(", ", asset.Why.About), asset.LanguageName };
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>What only its customer has and what is missing; null when it is about all of it.</summary>
    public static string? But(ReadyAsset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        var why = asset.Why;
        var parts = new[] { why.ByCustomer.IsEmpty ? null : $"not about {string.Join(", ", why.ByCustomer)}, which they have", why.Missed.IsEmpty ? null : $"no {string.Join(", ", why.Missed)}" };
        return parts.All(part => part is null) ? null : string.Join("; ", parts.OfType<string>());
    }
}
