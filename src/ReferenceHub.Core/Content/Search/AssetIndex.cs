using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>
/// Keeps the words of content for search: of a title, summary, file name and text. Names of customers and terms are looked up when
/// somebody searches, so that a renamed one is found at once.
/// </summary>
public sealed class AssetIndex(ReferenceHubDbContext db)
{
    private const int MostWords = 3000;
    private const int TitleWeight = 8;
    private const int SummaryWeight = 4;
    private const int FileWeight = 2;
    private const int MostOfText = 3;

    /// <summary>Brings the words up to the content; inside the caller's write, which saves.</summary>
    public async Task WriteAsync(Asset asset, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asset);
        var file = asset.FileId is { } id ? await db.Attachments.Where(file => file.Id == id).Select(file => file.Name).SingleOrDefaultAsync(ct) : null;
        var words = WordsOf(asset, file);
        await db.AssetWords.Where(word => word.AssetId == asset.Id).ExecuteDeleteAsync(ct);
        db.AssetWords.AddRange(words);
    }

    /// <summary>The words with what each says about the content.</summary>
    public static IReadOnlyList<AssetWord> WordsOf(Asset asset, string? fileName)
    {
        ArgumentNullException.ThrowIfNull(asset);
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(weights, asset.Title, TitleWeight);
        Add(weights, asset.Summary, SummaryWeight);
        Add(weights, fileName, FileWeight);
        foreach (var word in SearchWords.Of(asset.Text).GroupBy(word => word, StringComparer.Ordinal))
        {
            weights[word.Key] = weights.GetValueOrDefault(word.Key) + Math.Min(word.Count(), MostOfText);
        }

        return [.. weights.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(MostWords).Select(word => new AssetWord(word.Key, asset.Id, word.Value))];
    }

    private static void Add(Dictionary<string, int> weights, string? text, int weight)
    {
        foreach (var word in SearchWords.Of(text).Distinct(StringComparer.Ordinal))
        {
            weights[word] = weights.GetValueOrDefault(word) + weight;
        }
    }
}
