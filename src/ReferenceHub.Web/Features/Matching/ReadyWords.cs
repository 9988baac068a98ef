using ReferenceHub.Core.Content;
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

    /// <summary>What has to be said against it: "Their story does not mention Azure and is not in German"; null when nothing has.</summary>
    public static string? But(ReadyAsset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        var unnamed = asset.Why.ByCustomer.Concat(asset.Why.Missed).Distinct(StringComparer.Ordinal).ToList();
        var parts = new[] { unnamed.Count == 0 ? null : $"does not mention {Or(unnamed)}", asset.Why.NotIn is { } language ? $"is not in {language}" : null }.OfType<string>().ToList();
        return parts.Count == 0 ? null : $"Their {asset.Kind.InWords()} {string.Join(" and ", parts)}";
    }

    private static string Or(List<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
