using Bogus;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Gives about a third of the customers content of the kinds they have agreed to; some of it is still in the making, ends soon, or lost its permission.</summary>
internal sealed class ContentMaker(DemoWorld world)
{
    private static readonly (AssetKind Kind, int Weight)[] Kinds =
        [(AssetKind.Story, 30), (AssetKind.Quote, 25), (AssetKind.Slide, 18), (AssetKind.Video, 12), (AssetKind.Logo, 8), (AssetKind.Review, 7), (AssetKind.Document, 6)];

    private static readonly AssetKind[] OfAlpenbank = [AssetKind.Story, AssetKind.Slide, AssetKind.Quote, AssetKind.Logo, AssetKind.Story, AssetKind.Document];

    private readonly Randomizer dice = new(205);
    private readonly ContentPhrases phrases = new(new Randomizer(207));
    private readonly List<object> files = [];
    private readonly List<object> rest = [];

    /// <summary>Files made since it was asked last, to be saved before the customers.</summary>
    public IReadOnlyList<object> TakeFiles() => Take(files);

    /// <summary>Versions and words made since it was asked last, to be saved after the customers.</summary>
    public IReadOnlyList<object> TakeRest() => Take(rest);

    /// <summary>Adds the content.</summary>
    public void AddTo(Customer row, CustomerSketch sketch)
    {
        var count = sketch switch
        {
            { Name: "Alpenbank AG" } => OfAlpenbank.Length,
            { InStory: true, Appeal: > 0, Tier: not Tier.Confidential } => dice.Int(1, 4),
            { Status: ReferenceStatus.Candidate or ReferenceStatus.DoNotUse } => 0,
            { Tier: Tier.Confidential } => dice.Chance(30) ? 1 : 0,
            _ => dice.Chance(46) ? dice.Int(1, 4) : 0,
        };
        for (var place = 0; place < count; place++)
        {
            var kind = sketch.Name == "Alpenbank AG" ? OfAlpenbank[place] : dice.PickBy(Kinds, item => item.Weight).Kind;
            if (sketch.Name == "Alpenbank AG")
            {
                Grant(row, AssetConsent.ScopeOf(kind));
            }

            if (AssetConsent.WhyNot(kind, row.Permissions, world.Today) is null || dice.Chance(10))
            {
                row.Assets.Add(One(row, sketch, kind, place));
            }
        }
    }

    private Asset One(Customer row, CustomerSketch sketch, AssetKind kind, int place)
    {
        var permitted = AssetConsent.WhyNot(kind, row.Permissions, world.Today) is null;
        var star = sketch.Name == "Alpenbank AG";
        var useCase = dice.Pick(sketch.Trade.UseCases);
        var product = dice.Pick(sketch.Products.ToList());
        var said = phrases.Of(sketch, kind, world.TermName(TermKind.UseCase, useCase), world.TermName(TermKind.Product, product), star && place < 3, place);
        var published = world.Today.AddDays(-dice.Int(12, 900));
        var madeAt = world.At(published.AddDays(-9), 10);
        var owner = world.People.Of(dice.Chance(70) ? "marketing" : "hannah.kessler").Id;
        var asset = new Asset(world.Ids.Next(), row.Id, new AssetFacts
        {
            Title = said.Title,
            Kind = kind,
            Summary = said.Summary,
            Language = said.Text is null && dice.Chance(60) ? sketch.Country.Languages[0] : "en",
            Confidentiality = dice.PickBy([(Confidentiality.Shareable, 6), (Confidentiality.Public, 3), (Confidentiality.Internal, star ? 0 : 1)], item => item.Item2).Item1,
            PublishedOn = published,
            ExpiresOn = dice.Chance(60) ? published.AddDays(dice.Int(540, 1100)) : null,
            NextReviewOn = dice.Chance(75) ? world.Today.AddDays(dice.Int(-20, 180)) : null,
            SpeakerId = kind is AssetKind.Quote or AssetKind.Video or AssetKind.Review && row.Contacts.Count > 0 ? row.Contacts[0].Id : null,
            OwnerId = owner,
        }, madeAt);
        asset.About([world.Term(TermKind.Product, product), row.IndustryId!.Value, world.Term(TermKind.UseCase, useCase), row.RegionId!.Value]);
        Fill(asset, said, place, owner, madeAt);
        Move(asset, permitted, star, published);
        rest.AddRange(AssetIndex.WordsOf(asset, null));
        return asset;
    }

    private void Fill(Asset asset, ContentSaid said, int place, Guid owner, DateTime madeAt)
    {
        var slug = $"https://content.referencehub.example/{asset.Kind.ToString().ToLowerInvariant()}/{asset.Id.ToString("N")[20..]}-{place + 1}";
        var file = asset.Kind is AssetKind.Slide or AssetKind.Document ? Page(asset, said, owner, madeAt) : (Guid?)null;
        var link = asset.Kind is AssetKind.Video or AssetKind.Review or AssetKind.Logo ? slug : null;
        if (said.Draft is { } draft)
        {
            asset.Fill(draft, link, file);
            rest.Add(asset.Freeze(world.Ids.Next(), "First draft", owner, madeAt));
        }

        asset.Fill(said.Text, link, file);
        rest.Add(asset.Freeze(world.Ids.Next(), said.Draft is null ? null : "Figures checked by the customer", owner, madeAt.AddDays(4)));
    }

    private Guid Page(Asset asset, ContentSaid said, Guid owner, DateTime madeAt)
    {
        var (file, part) = DemoPdf.Kept(madeAt, Plain(asset.Title), Plain(said.Summary), $"Kept for {asset.Id:N}");
        var attachment = new Attachment(world.Ids.Next(), file, FileName.Safe(asset.Title, FileKind.Pdf), asset.CustomerId, owner, madeAt);
        files.AddRange([file, part, attachment]);
        return attachment.Id;
    }

    private void Move(Asset asset, bool permitted, bool star, DateOnly published)
    {
        if (!star && dice.Chance(8))
        {
            return;
        }

        asset.Publish(published, world.At(published, 11));
        if (!star && dice.Chance(permitted ? 4 : 55))
        {
            asset.Withdraw(permitted ? "Told better by a newer piece" : "The customer no longer agrees", world.Now.AddDays(-dice.Int(5, 60)));
        }
    }

    // The customer of the story has agreed to all that is told about it.
    private void Grant(Customer row, PermissionScope scope)
    {
        if (row.Permissions.Find(answer => answer.Scope == scope) is not { } answer)
        {
            answer = new Permission(world.Ids.Next(), row.Id, scope);
            row.Permissions.Add(answer);
        }

        if (answer.StatusOn(world.Today) != PermissionStatus.Granted)
        {
            answer.Record(PermissionStatus.Granted, world.Today.AddDays(420), "Consent form, signed with the reference agreement", world.Now.AddDays(-300));
        }
    }

    private static string Plain(string text) => string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter : ' '));

    private static IReadOnlyList<object> Take(List<object> made)
    {
        var taken = made.ToList();
        made.Clear();
        return taken;
    }
}
