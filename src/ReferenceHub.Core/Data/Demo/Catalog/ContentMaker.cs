using Bogus;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Gives about a third of the customers finished content.</summary>
internal sealed class ContentMaker(DemoWorld world)
{
    private static readonly (AssetKind Kind, int Weight)[] Kinds =
        [(AssetKind.Story, 30), (AssetKind.Quote, 25), (AssetKind.Slide, 18), (AssetKind.Video, 12), (AssetKind.Logo, 8), (AssetKind.Review, 7)];

    private static readonly string[] Quotes =
        ["Nobody noticed the switch.", "First-year cost was a third lower.", "We planned two years and needed one.", "Our branches asked for more of it.", "The auditors left early.", "It paid for itself before the second invoice.", "My team stopped asking for overtime.", "We would do it again, only sooner.", "Support picks up before we do."];

    private readonly Randomizer dice = new(205);

    /// <summary>Adds the content.</summary>
    public void AddTo(Customer row, CustomerSketch sketch)
    {
        var count = sketch switch
        {
            { Name: "Alpenbank AG" } => 6,
            { InStory: true, Appeal: > 0, Tier: not Tier.Confidential } => dice.Int(1, 4),
            { Status: ReferenceStatus.Candidate or ReferenceStatus.DoNotUse } or { Tier: Tier.Confidential } => 0,
            _ => dice.Chance(38) ? dice.Int(1, 3) : 0,
        };
        for (var place = 0; place < count; place++)
        {
            row.Assets.Add(One(row, sketch, place));
        }
    }

    private Asset One(Customer row, CustomerSketch sketch, int place)
    {
        var kind = sketch.Name == "Alpenbank AG" && place < 3 ? new[] { AssetKind.Story, AssetKind.Slide, AssetKind.Quote }[place] : dice.PickBy(Kinds, item => item.Weight).Kind;
        var plain = sketch.Name.Split(' ')[0];
        var useCase = world.TermName(TermKind.UseCase, dice.Pick(sketch.Trade.UseCases)).ToLowerInvariant();
        var product = world.TermName(TermKind.Product, dice.Pick(sketch.Products.ToList()));
        var quote = sketch.Name == "Alpenbank AG" && place < 3 ? Quotes[0] : dice.Pick(Quotes);
        var title = kind switch
        {
            AssetKind.Story => sketch.Name == "Alpenbank AG" && place == 0 ? "How Alpenbank moved its core in 14 weeks" : $"How {plain} runs {useCase} on {product}",
            AssetKind.Video => $"{plain} on {product}, in {dice.Int(1, 3)} minutes",
            AssetKind.Quote => $"“{quote}”",
            AssetKind.Slide => sketch.Name == "Alpenbank AG" ? "One slide: results at a glance" : $"{plain} on one slide",
            AssetKind.Logo => $"Logo of {plain}",
            AssetKind.Review => $"{plain} reviews {product}",
            _ => $"{plain} and {product}",
        };
        var published = world.Today.AddDays(-dice.Int(12, 900));
        var asset = new Asset(world.Ids.Next(), row.Id, kind, title, sketch.Country.German ? "de" : dice.Chance(25) ? sketch.Country.Languages[0] : "en", published);
        asset.Describe(
            kind == AssetKind.Quote ? null : $"https://content.referencehub.example/{CompanyNames.Domain(sketch.Name)[..^8]}/{kind.ToString().ToLowerInvariant()}-{place + 1}",
            kind == AssetKind.Quote ? quote : null,
            dice.Chance(60) ? published.AddDays(dice.Int(540, 1100)) : null);
        return asset;
    }
}
