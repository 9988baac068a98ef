using System.Text.Json;
using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>"Like a customer": what both have in common counts, as far as the viewer may know it.</summary>
public sealed class LikenessRules
{
    private static readonly CatalogEntry Model = Catalogs.Entry(1, "Alpenbank", "industry:banking", "region:de", "product:atlas", "product:beacon", "platform:azure") with { Staff = 5000 };
    private static readonly CatalogEntry Twin = Model with { Id = Catalogs.IdOf(2), Name = "Twin" };
    private static readonly CatalogEntry Cousin = Catalogs.Entry(3, "Cousin", "industry:insurance", "region:at", "product:atlas", "platform:azure") with { Staff = 10_000 };
    private static readonly CatalogEntry Stranger = Catalogs.Entry(4, "Stranger", "industry:retail", "region:ca", "product:comet", "platform:aws") with { Staff = 40 };
    private static readonly string Key = Model.Id.ToString();

    [Fact]
    public void The_most_alike_come_first_and_say_what_is_in_common()
    {
        var rows = Search($"prefer=like:{Key}").Rows;

        rows.Select(row => (row.Name, row.Score.Fit, row.Reasons.Single().Words)).ShouldBe(
        [
            ("Twin", 60, "6 of 6 like Alpenbank: Azure, 5,000 staff, Atlas and 3 more"),
            ("Cousin", 35, "2 of 6 like Alpenbank: Azure, Atlas"),
            ("Stranger", 0, "nothing like Alpenbank"),
        ]);
        rows.Select(row => row.Reasons.Single().Met).ShouldBe([true, true, false]);
        rows[0].Reasons.Single().Whole.ShouldStartWith("6 of 6 like Alpenbank: Azure, 5,000 staff, Atlas, ");
        rows[0].Reasons.Single().Whole!.Split(", ").Length.ShouldBe(6);
    }

    [Theory]
    [InlineData("like={0}", "Cousin|Twin")]
    [InlineData("not=like:{0}", "Cousin|Stranger|Twin")]
    [InlineData("prefer=like:{0}", "Cousin|Stranger|Twin")]
    public void Nobody_is_like_oneself_and_half_alike_is_alike(string criteria, string names) =>
        string.Join('|', Search(string.Format(System.Globalization.CultureInfo.InvariantCulture, criteria, Key)).Rows.Select(row => row.Name).Order(StringComparer.Ordinal)).ShouldBe(names);

    [Fact]
    public void What_weighs_nothing_makes_nobody_alike()
    {
        var onlyProducts = MatchWeights.Default with { Facets = MatchWeights.Default.Facets.SetItems(MatchWeights.Default.Facets.Keys.Where(facet => facet is not (Facet.Like or Facet.Product)).Select(facet => KeyValuePair.Create(facet, 0))) };
        var same = Stranger with { Terms = [.. Stranger.Terms, Catalogs.IndexOf("product:atlas"), Catalogs.IndexOf("product:beacon")] };

        Fit(same, onlyProducts).ShouldBe(60);
        Fit(Cousin with { Terms = [.. Cousin.Terms.Where(term => term != Catalogs.IndexOf("product:atlas"))] }, onlyProducts).ShouldBe(0);
    }

    [Fact]
    public void Dropping_likeness_brings_back_the_one_itself() => Search($"like={Key}").Relaxations.ShouldHaveSingleItem().More.ShouldBe(2);

    [Fact]
    public void A_likeness_that_names_nobody_is_left_out_and_said()
    {
        var result = Matcher.Match(Catalogs.Of(Model, Twin), Catalogs.Query($"like={Key}"));

        result.Total.ShouldBe(2);
        result.Unknown.ShouldHaveSingleItem().Facet.ShouldBe(Facet.Like);
    }

    [Fact]
    public void A_hidden_row_is_compared_by_its_region_and_rounded_staff_only()
    {
        var german = Twin with { Confidential = true, AnonymousName = "DACH banking customer, 5k staff", Staff = 5400 };
        var swiss = german with { Staff = 5900, Terms = [.. Twin.Terms.Where(term => term != Catalogs.IndexOf("region:de")), Catalogs.IndexOf("region:ch")] };

        Answer(german).ShouldBe(Answer(swiss));

        static string Answer(CatalogEntry hidden) => JsonSerializer.Serialize(
            new[] { $"prefer=like:{Key}", $"like={Key}", $"not=like:{Key}" }.Select(criteria => Search(criteria, Model, hidden, Cousin)));
    }

    [Fact]
    public void Who_is_nothing_known_of_is_like_nobody()
    {
        var unknown = Catalogs.Entry(9, "Blank");
        var likes = new Likenesses([Like(unknown)]);

        var row = Matcher.Match(Catalogs.Of(Twin), Catalogs.Query($"prefer=like:{unknown.Id}") with { Likes = likes }).Rows.ShouldHaveSingleItem();

        (row.Score.Fit, row.Reasons.Single().Words).ShouldBe((0, "nothing known of Blank to compare"));
    }

    private static MatchResult Search(string criteria, params CatalogEntry[] entries) =>
        Matcher.Match(Catalogs.Of(entries is [] ? [Model, Twin, Cousin, Stranger] : entries), Catalogs.Query(criteria) with { Likes = new Likenesses([Like(Model) with { Of = Criteria.Parse(criteria).Items[0] }]) });

    private static int Fit(CatalogEntry entry, MatchWeights weights) =>
        Matcher.Match(Catalogs.Of(entry), Catalogs.Query($"prefer=like:{Key}") with { Likes = new Likenesses([Like(Model)]), Weights = weights }).Rows.ShouldHaveSingleItem().Score.Fit;

    private static Likeness Like(CatalogEntry entry) => new(new Criterion(Facet.Like, entry.Id.ToString(), Must: false), entry.Name, entry.Id, entry.Terms, entry.Staff);
}
