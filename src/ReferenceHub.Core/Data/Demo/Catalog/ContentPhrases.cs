using System.Globalization;
using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>What a piece of demo content says; the draft is an earlier text of it.</summary>
internal sealed record ContentSaid(string Title, string Summary, string? Text, string? Draft);

/// <summary>Words for stories, quotes and the rest.</summary>
internal sealed class ContentPhrases(Randomizer dice)
{
    private static readonly string[] Quotes =
        ["Nobody noticed the switch.", "First-year cost was a third lower.", "We planned two years and needed one.", "Our branches asked for more of it.", "The auditors left early.", "It paid for itself before the second invoice.", "My team stopped asking for overtime.", "We would do it again, only sooner.", "Support picks up before we do."];

    private static readonly string[] Before =
        ["Three systems kept the same figures, and none of them agreed.", "Every month-end took two people a week, with spreadsheets between four teams.", "The old system had outlived its maker; changes waited for the one who understood it.", "Each site did it its own way, and head office learned about it last."];

    private static readonly string[] Way =
        ["A team of six moved one area after the other, the smallest first, and kept both systems side by side for a month.", "They began with the reports that hurt most, so that everybody saw the use of it after three weeks.", "Data came over in four trial runs; the fifth was the real one, on a quiet Sunday.", "They took the standard wherever it would do and changed their own habits instead."];

    private static readonly string[] After =
        ["Month-end closes in two days.", "First-year cost is a third lower.", "Nobody types a figure twice.", "New sites join within a week.", "Questions of the auditors are answered on the spot.", "The help desk has half the calls."];

    /// <summary>What a piece says about one use of one product.</summary>
    public ContentSaid Of(CustomerSketch sketch, AssetKind kind, string useCase, string product, bool star, int place)
    {
        var plain = sketch.Name.Split(' ')[0];
        var work = useCase.ToLowerInvariant();
        var weeks = dice.Int(9, 32);
        var quote = star ? Quotes[0] : dice.Pick(Quotes);
        return kind switch
        {
            AssetKind.Story => Story(star && place == 0 ? "How Alpenbank moved its core in 14 weeks" : $"How {plain} runs {work} on {product}", sketch, work, product, star ? 14 : weeks, quote),
            AssetKind.Video => new($"{plain} on {product}, in {dice.Int(1, 3)} minutes", $"A short film at {plain}: what changed in {work}, told by those who do it.", null, null),
            AssetKind.Quote => new($"“{quote}”", $"{plain} about {product}.", quote, null),
            AssetKind.Slide => new(star ? "One slide: results at a glance" : $"{plain} on one slide", $"Before, after and three figures of {work} with {product}.", null, null),
            AssetKind.Logo => new($"Logo of {plain}", "For slides and lists of customers.", null, null),
            AssetKind.Review => new($"{plain} reviews {product}", $"A public review: {quote}", null, null),
            _ => new($"{plain} and {product}: the project in detail", $"Plan, people, data and cost of moving {work} to {product}.", null, null),
        };
    }

    private ContentSaid Story(string title, CustomerSketch sketch, string work, string product, int weeks, string quote)
    {
        var before = dice.Pick(Before);
        var way = dice.Pick(Way);
        var results = dice.Shuffle(After).Take(3).ToList();
        var summary = string.Create(CultureInfo.InvariantCulture, $"{sketch.Employees:N0} staff in {sketch.City} moved {work} to {product} in {weeks} weeks.");
        var start = $"## Before\n\n{before}\n\n## The way\n\n{way} It took **{weeks} weeks**.\n\n## After\n\n";
        var text = start + string.Join('\n', results.Select(result => $"- {result}")) + $"\n\n> {quote}\n";
        return new ContentSaid(title, summary, text, start + $"- {results[0]}\n- (figures to come)\n");
    }
}
