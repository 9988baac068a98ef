using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>What makes content an answer, without a database.</summary>
public sealed class ReadyContentRules
{
    private static readonly ShelfCustomer Bank = Customer("industry:banking", "region:de", "product:atlas", "platform:azure") with { Staff = 5400, LiveSince = Catalogs.Today.AddYears(-2) };

    [Fact]
    public void Nothing_answers_who_asks_for_nothing() => Points("", Story("product:atlas")).ShouldBe(0);

    [Fact]
    public void Whether_somebody_is_free_says_nothing_of_content() => Points("availability=open&freeby=2026-12-01", Story("product:atlas")).ShouldBe(0);

    [Fact]
    public void About_the_product_beats_of_a_customer_that_has_it()
    {
        Points("product=atlas", Story("product:atlas")).ShouldBeGreaterThan(Points("product=atlas", Story("product:beacon")));
        Points("product=atlas", Story("product:beacon")).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("product=comet")]
    [InlineData("industry=retail")]
    [InlineData("region=nordics")]
    [InlineData("language=fr")]
    [InlineData("size=over-10000")]
    [InlineData("live=36")]
    [InlineData("product=atlas&not=industry:banking")]
    [InlineData("product=atlas&not=language:en")]
    public void A_must_that_neither_piece_nor_customer_meets_rules_it_out(string criteria) => Points(criteria, Story("product:atlas")).ShouldBe(0);

    [Theory]
    [InlineData("industry=finance")]
    [InlineData("region=dach")]
    [InlineData("language=en")]
    [InlineData("size=5000-6000")]
    [InlineData("live=12")]
    [InlineData("product=atlas&not=industry:retail")]
    [InlineData("q=moved")]
    [InlineData("q=alpenbank")]
    public void What_the_piece_or_its_customer_is_meets_a_must(string criteria) => Points(criteria, Story("product:atlas")).ShouldBeGreaterThan(80);

    [Fact]
    public void Less_than_half_of_what_is_wished_for_is_no_answer()
    {
        Points("prefer=product:atlas&prefer=usecase:fraud&prefer=integration:sap&prefer=platform:aws&prefer=language:fr", Story("product:atlas")).ShouldBe(0);
        Points("prefer=product:atlas&prefer=platform:aws", Story("product:atlas")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_language_of_the_talk_is_preferred_unless_the_criteria_name_one()
    {
        var (german, english) = (Story("product:atlas") with { Language = "de" }, Story("product:atlas"));

        Points("product=atlas", german, language: "de").ShouldBeGreaterThan(Points("product=atlas", english, language: "de"));
        Points("product=atlas", english, language: "de").ShouldBeGreaterThan(0);
        Points("product=atlas&language=en", german, language: "de").ShouldBe(0);
    }

    [Theory]
    [InlineData(PermissionScope.SalesCall, AssetKind.Story, AssetKind.Quote)]
    [InlineData(PermissionScope.SiteVisit, AssetKind.Video, AssetKind.Story)]
    [InlineData(PermissionScope.Rfp, AssetKind.Document, AssetKind.Story)]
    [InlineData(PermissionScope.Quote, AssetKind.Quote, AssetKind.Review)]
    public void A_kind_that_suits_the_activity_comes_first(PermissionScope scope, AssetKind first, AssetKind second) =>
        Points("product=atlas", Story("product:atlas") with { Kind = first }, scope).ShouldBeGreaterThan(Points("product=atlas", Story("product:atlas") with { Kind = second }, scope));

    [Theory]
    [InlineData(PermissionScope.SalesCall, AssetKind.Logo)]
    [InlineData(PermissionScope.Quote, AssetKind.Video)]
    [InlineData(PermissionScope.Logo, AssetKind.Story)]
    public void A_kind_that_cannot_stand_in_is_no_answer(PermissionScope scope, AssetKind kind) =>
        Points("product=atlas", Story("product:atlas") with { Kind = kind }, scope).ShouldBe(0);

    [Fact]
    public void The_newer_of_two_comes_first_and_what_is_over_never() =>
        (Points("product=atlas", Story("product:atlas") with { PublishedOn = Catalogs.Today.AddDays(-700) }) < Points("product=atlas", Story("product:atlas")),
         Points("product=atlas", Story("product:atlas") with { ExpiresOn = Catalogs.Today.AddDays(-1) }),
         Points("product=atlas", Story("product:atlas") with { PublishedOn = Catalogs.Today.AddDays(1) })).ShouldBe((true, 0, 0));

    [Fact]
    public void Like_somebody_is_met_by_what_both_have_and_never_by_that_one()
    {
        var like = new Criterion(Facet.Like, Catalogs.IdOf(9).ToString(), Must: false);
        double Of(Guid customerId, params string[] terms) => new ReadyScore(
            new ReadyNeed(Criteria.Of([like])), PermissionScope.SalesCall, Catalogs.Terms, new Likenesses([new Likeness(like, "Rheinbank", customerId, [.. terms.Select(Catalogs.IndexOf)], 0)]), MatchWeights.Default, Catalogs.Today)
            .Of(Story("product:atlas"));

        Of(Catalogs.IdOf(9), "industry:banking", "product:atlas", "platform:azure").ShouldBeGreaterThan(Of(Catalogs.IdOf(9), "industry:banking", "product:atlas", "platform:aws"));
        Of(Catalogs.IdOf(9), "industry:retail", "product:comet").ShouldBe(0);
        Of(Bank.Id, "industry:banking", "product:atlas").ShouldBe(0);
    }

    [Fact]
    public void What_weighs_nothing_is_no_reason_but_a_must_still_filters()
    {
        var weights = MatchWeights.Default with { Facets = MatchWeights.Default.Facets.SetItem(Facet.Industry, 0).SetItem(Facet.Platform, 0) };
        ReadyScore Of(string criteria) => new(new ReadyNeed(Criteria.Parse(criteria)), PermissionScope.SalesCall, Catalogs.Terms, Likenesses.None, weights, Catalogs.Today);

        Of("industry=banking").Of(Story("product:atlas")).ShouldBeGreaterThan(80);
        Of("industry=retail").Of(Story("product:atlas")).ShouldBe(0);
        Of("prefer=platform:aws").IsAsked.ShouldBeFalse();
        Of("product=atlas&prefer=platform:aws").WhyOf(Story("product:atlas")).Missed.ShouldBeEmpty();
    }

    [Fact]
    public void The_reason_says_what_it_is_about_what_only_the_customer_has_and_what_is_missing()
    {
        var why = Score("industry=finance&product=atlas&prefer=platform:azure&prefer=usecase:fraud").WhyOf(Story("product:atlas"));

        why.About.ShouldBe(["Finance", "Atlas"]);
        why.ByCustomer.ShouldBe(["Azure"]);
        why.Missed.ShouldBe(["Fraud detection"]);
    }

    [Fact]
    public void Plain_is_what_is_itself_about_all_that_is_asked_for()
    {
        var score = Score("industry=finance&product=atlas&prefer=platform:azure");

        score.IsPlain(Story("product:atlas", "platform:azure")).ShouldBeTrue();
        score.IsPlain(Story("product:atlas")).ShouldBeFalse("only the customer has it");
        Score("product=atlas", language: "de").IsPlain(Story("product:atlas")).ShouldBeFalse("it is in English");
    }

    private static double Points(string criteria, ShelfAsset asset, PermissionScope scope = PermissionScope.SalesCall, string? language = null) => Score(criteria, scope, language).Of(asset);

    private static ReadyScore Score(string criteria, PermissionScope scope = PermissionScope.SalesCall, string? language = null) =>
        new(new ReadyNeed(Criteria.Parse(criteria)) { Language = language }, scope, Catalogs.Terms, Likenesses.None, MatchWeights.Default, Catalogs.Today);

    private static ShelfAsset Story(params string[] terms) =>
        new(Catalogs.IdOf(100), AssetKind.Story, "en", "HOW THEY MOVED", Catalogs.Today.AddDays(-30), null, [.. terms.Select(Catalogs.IndexOf)], Bank);

    private static ShelfCustomer Customer(params string[] terms) => new(Catalogs.IdOf(1), "ALPENBANK AG", [.. terms.Select(Catalogs.IndexOf)], 0, null);
}
