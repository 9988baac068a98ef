using System.Text.Json;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Whom to ask at each reference, and what that does to its match.</summary>
public sealed class BestContactRules
{
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney"];

    public static TheoryData<string, string?> Asks => new()
    {
        { "", null }, { "language=de", null }, { "prefer=language:de&usecase=fraud", "Europe/Berlin" }, { "prefer=usecase:mobile", "America/New_York" }, { "", "Asia/Tokyo" },
    };

    [Theory]
    [MemberData(nameof(Asks))]
    public void The_best_one_is_willing_free_and_suits_no_less_than_any_other_who_is(string criteria, string? zone)
    {
        var entries = Random(17, 400);
        var free = entries.ToDictionary(entry => entry.Id, entry => entry.Contacts.Where((_, place) => (entry.Id.GetHashCode() + place) % 3 != 0).Select(contact => contact.Id).ToArray());
        var usage = new UsageView(Catalogs.Today, id => Catalogs.Free with { FreeContacts = free[id] }, _ => null);
        var query = Query(criteria, zone) with { Usage = usage, Take = 1000 };

        foreach (var row in Matcher.Match(Catalogs.Of(entries), query).Rows.Where(row => !row.Standing.IsClosed))
        {
            var entry = entries.Single(entry => entry.Id == row.CustomerId);
            var able = entry.Contacts.Where(one => one.Willing.Scopes.Contains(PermissionScope.SalesCall) && !(one.PausedUntil >= Catalogs.Today) && (free[entry.Id].Length == 0 || free[entry.Id].Contains(one.Id))).ToList();
            var (chosen, best) = (able.Find(one => one.Id == row.Contact?.Id), able.Count == 0 ? 0 : able.Max(Fit));
            (row.Contact is null).ShouldBe(able.Count == 0);
            if (chosen is not null)
            {
                Fit(chosen).ShouldBe(best, 0.0001);
                free[entry.Id].TakeWhile(id => id != chosen.Id).Where(id => able.Exists(one => one.Id == id && Math.Abs(Fit(one) - best) < 0.0001)).ShouldBeEmpty("of equals the most rested");
            }

            var share = criteria.Length == 0 && zone is null ? 1 : 1 - ContactFit.Share + (ContactFit.Share * best);
            row.Score.Availability.ShouldBe((int)Math.Round(query.Weights.Availability * share, MidpointRounding.AwayFromZero));
        }

        double Fit(CatalogContact contact) => ContactFit.Of(contact, query.Contact, Catalogs.Terms, Catalogs.Today);
    }

    [Fact]
    public void A_reference_whose_contact_speaks_the_language_comes_before_one_that_is_else_the_same()
    {
        var (german, french) = (Entry(1, Person(11, "Europe/Berlin", "language:de")), Entry(2, Person(12, "Europe/Berlin", "language:fr")));
        for (var seed = 0; seed < 20; seed++)
        {
            var query = Query("", null) with { Contact = Ask("", "Europe/Berlin", "de"), Seed = Catalogs.IdOf(seed) };
            var rows = Matcher.Match(Catalogs.Of(german, french), query).Rows;
            rows.Select(row => row.CustomerId).ShouldBe([german.Id, french.Id]);
            rows[0].Contact!.Facts.ShouldBe([new MatchReason(true, "speaks German")]);
            rows[1].Contact!.Facts.ShouldContain(new MatchReason(false, "no German"));
        }
    }

    [Theory]
    [InlineData("America/New_York", "afternoons", true)]
    [InlineData("Australia/Brisbane", "no shared working hours", false)]
    [InlineData("Asia/Kolkata", "mornings", true)]
    [InlineData("Europe/London", "10:00–17:00", true)]
    public void Hours_are_told_in_words(string prospect, string words, bool met)
    {
        var rows = Matcher.Match(Catalogs.Of(Entry(1, Person(11, null))), Query("", prospect)).Rows;
        rows.ShouldHaveSingleItem().Contact!.Facts.ShouldBe([new MatchReason(met, words)]);
    }

    [Fact]
    public void Of_a_hidden_reference_neither_language_nor_zone_of_its_people_makes_a_difference()
    {
        var crowd = Random(5, 80).Select(entry => entry with { Confidential = false }).ToArray();
        foreach (var (criteria, zone) in new[] { ("language=de", "Europe/Berlin"), ("prefer=language:ja&prefer=usecase:fraud", "Asia/Tokyo"), ("", "America/New_York") })
        {
            Answer(Person(11, "Europe/Berlin", "language:de", "usecase:fraud")).ShouldBe(Answer(Person(11, "Asia/Tokyo", "language:ja", "usecase:fraud")), criteria);

            string Answer(CatalogContact contact) => JsonSerializer.Serialize(Matcher.Match(
                Catalogs.Of([Entry(900, contact) with { Confidential = true, AnonymousName = "European bank" }, .. crowd]), Query(criteria, zone) with { Take = 200 }));
        }
    }

    [Fact]
    public void Its_people_are_told_to_who_knows_its_name_and_a_hidden_one_by_topic_alone()
    {
        var entry = Entry(1, Person(11, "Europe/Berlin", "language:de", "usecase:fraud")) with { Confidential = true, AnonymousName = "A bank", OwnerId = Catalogs.IdOf(-5) };
        var query = Query("prefer=language:de&prefer=usecase:fraud", "Asia/Kolkata");
        Facts(query).ShouldBe(["speaks about Fraud detection"]);
        Facts(query with { Viewer = Catalogs.Rep(-5) }).ShouldBe(["speaks German", "speaks about Fraud detection", "mornings"]);

        IEnumerable<string> Facts(MatchQuery query) => Matcher.Match(Catalogs.Of(entry), query).Rows.ShouldHaveSingleItem().Contact!.Facts.Select(fact => fact.Words);
    }

    [Fact]
    public void Who_sees_totals_only_and_closed_ones_have_none()
    {
        var entry = Entry(1, Person(11, null));
        var executive = Catalogs.Rep() with { SeesStandings = false };
        Matcher.Match(Catalogs.Of(entry), Query("", null) with { Viewer = executive }).Rows.ShouldHaveSingleItem().Contact.ShouldBeNull();
        var closed = Catalogs.Usage((entry, Catalogs.ClosedUntil(Catalogs.Today.AddDays(3))));
        Matcher.Match(Catalogs.Of(entry), Query("", null) with { Usage = closed }).Rows.ShouldHaveSingleItem().Contact.ShouldBeNull();
    }

    [Theory]
    [InlineData("Chief information officer", true)]
    [InlineData("CIO", true)]
    [InlineData("VP, IT operations", true)]
    [InlineData("Head of core systems", true)]
    [InlineData("Head of Alpenbank Digital", false)]
    [InlineData("Minister of finance", false)]
    [InlineData("Bürgermeisterin", false)]
    [InlineData("...", false)]
    [InlineData(null, false)]
    public void Only_a_title_that_many_have_is_told_of_somebody_hidden(string? title, bool told) => CommonTitle.Of(title).ShouldBe(told ? title : null);

    private static MatchQuery Query(string criteria, string? zone) => Catalogs.Query(criteria) with { Contact = Ask(criteria, zone) };

    private static ContactAsk Ask(string criteria, string? zone, string? language = null) => ContactAsk.Of(Criteria.Parse(criteria), Catalogs.Terms, language, zone, "Europe/Berlin");

    private static CatalogEntry Entry(int number, params CatalogContact[] contacts) => Catalogs.Entry(number, $"Bank {number}", "industry:banking") with { Contacts = [.. contacts] };

    private static CatalogContact Person(int id, string? zone, params string[] skills) =>
        new(Catalogs.IdOf(id), ScopeSet.Of([PermissionScope.SalesCall]), null, null) { ZoneId = zone, Skills = [.. skills.Select(Catalogs.IndexOf).Order()] };

    private static CatalogEntry[] Random(int seed, int count)
    {
        var random = new Random(seed);
        var skills = Catalogs.Terms.All.Where(term => term.Facet is Facet.Language or Facet.UseCase).Select(term => term.Index).ToArray();
        return
        [
            .. Catalogs.Random(seed, count).Select((entry, number) => entry with
            {
                Confidential = false,
                Contacts = [.. Enumerable.Range(0, random.Next(6)).Select(place => new CatalogContact(
                    Catalogs.IdOf(10_000 + (number * 10) + place), random.Next(4) == 0 ? default : ScopeSet.Of([PermissionScope.SalesCall]), null, random.Next(5) == 0 ? Catalogs.Today.AddDays(random.Next(-3, 3)) : null)
                {
                    Skills = [.. Enumerable.Range(0, random.Next(5)).Select(_ => skills[random.Next(skills.Length)]).Distinct().Order()],
                    ZoneId = random.Next(4) == 0 ? null : Zones[random.Next(Zones.Length)],
                })],
            }),
        ];
    }
}
