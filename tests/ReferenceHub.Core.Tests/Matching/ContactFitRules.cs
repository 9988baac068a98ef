using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>How well one contact suits one ask.</summary>
public sealed class ContactFitRules
{
    private static readonly ContactAsk Nothing = Ask("");

    [Fact]
    public void Who_is_asked_for_nothing_suits_whole() => Fit(Person(null), Nothing).ShouldBe(1);

    [Fact]
    public void A_language_counts_four_a_topic_three_and_hours_three()
    {
        var all = Ask("language=de&prefer=usecase:fraud", zone: "Europe/Berlin");
        Fit(Person("Europe/Vienna", "language:de", "usecase:fraud"), all).ShouldBe(1);
        Fit(Person("Asia/Tokyo", "language:de", "usecase:mobile"), all).ShouldBe(0.4, 0.001);
        Fit(Person("Asia/Tokyo", "language:fr", "usecase:fraud"), all).ShouldBe(0.3, 0.001);
        Fit(Person("Europe/Vienna", "language:fr", "usecase:mobile"), all).ShouldBe(0.3, 0.001);
        Fit(Person("Asia/Tokyo", "language:fr", "usecase:mobile"), all).ShouldBe(0);
    }

    [Fact]
    public void One_of_several_languages_is_enough_and_that_of_the_talk_goes_before_those_of_the_criteria()
    {
        Fit(Person(null, "language:fr"), Ask("language=de&language=fr")).ShouldBe(1);
        Fit(Person(null, "language:fr"), Ask("language=de&language=fr", language: "de")).ShouldBe(0);
        Fit(Person(null, "language:fr"), Ask("not=language:fr")).ShouldBe(1, "what is not wanted of the company is no wish about the contact");
    }

    [Fact]
    public void Who_names_no_topic_speaks_about_any_but_less_surely_than_who_names_it()
    {
        var fraud = Ask("usecase=fraud");
        Fit(Person(null, "usecase:fraud"), fraud).ShouldBe(1);
        Fit(Person(null), fraud).ShouldBe(0.5);
        Fit(Person(null, "usecase:mobile"), fraud).ShouldBe(0);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Vienna", "2026-11-23", 540, 1020)]
    [InlineData("Europe/Berlin", "Europe/London", "2026-11-23", 600, 1020)]
    [InlineData("Europe/Berlin", "America/New_York", "2026-11-23", 900, 1020)]
    [InlineData("America/New_York", "Europe/Berlin", "2026-11-23", 540, 660)]
    [InlineData("Europe/Berlin", "America/New_York", "2026-03-16", 840, 1020)]
    [InlineData("Australia/Sydney", "America/Los_Angeles", "2026-11-23", 540, 720)]
    public void Shared_hours_are_told_by_the_first_ones_clock(string zone, string other, string day, int from, int to) =>
        SharedHours.Of(zone, other, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(new SharedHours(from, to));

    [Fact]
    public void Half_a_working_day_shared_is_enough_and_less_counts_by_the_minute()
    {
        Hours("Europe/London").ShouldBe(1);
        Hours("America/New_York").ShouldBe(0.5);
        Hours("Asia/Tokyo").ShouldBe(0);
        Hours(null).ShouldBe(1, "who names no zone lives in the program's");
        Hours("Mars/Base").ShouldBe(1, "an unknown zone asks for nothing");

        static double Hours(string? prospect) => Fit(Person(null), Ask("", zone: prospect ?? "Europe/Berlin"));
    }

    private static double Fit(CatalogContact contact, ContactAsk ask) => ContactFit.Of(contact, ask, Catalogs.Terms, Catalogs.Today);

    private static CatalogContact Person(string? zone, params string[] skills) =>
        new(Catalogs.IdOf(1), default, null, null) { ZoneId = zone, Skills = [.. skills.Select(Catalogs.IndexOf).Order()] };

    private static ContactAsk Ask(string criteria, string? language = null, string? zone = null) =>
        ContactAsk.Of(Criteria.Parse(criteria), Catalogs.Terms, language, zone, "Europe/Berlin");
}
