using System.Text.Json;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>
/// Attacks on a blind profile: two confidential customers that openly say the same must answer every question alike, whatever they
/// really are. One of them is what a rep knows by name; if any answer told them apart, the rep would have found it.
/// </summary>
public sealed class InferenceRules
{
    private static readonly CatalogEntry One = Blind(1, "Aachener Geheimbank", "Aachen", 20_100, "region:de", "language:de") with
    {
        LiveSince = new DateOnly(2024, 1, 2),
        VerifiedOn = new DateOnly(2026, 10, 1),
        Content = 7,
        OwnerId = Catalogs.IdOf(-20),
    };

    private static readonly CatalogEntry Other = Blind(1, "Zuger Privatbank", "Zug", 29_900, "region:ch", "language:fr", "language:it") with
    {
        LiveSince = new DateOnly(2024, 12, 30),
        VerifiedOn = new DateOnly(2026, 10, 31),
        Content = 0,
        OwnerId = Catalogs.IdOf(-21),
    };

    private static readonly CatalogEntry[] Crowd = [.. Catalogs.Random(3, 60).Select(entry => entry with { Confidential = false })];

    public static TheoryData<string> Questions =>
    [
        "", "q=aachener", "q=zuger", "q=zug", "q=aachen", "q=geheim", "q=20100", "q=29900", "q=20%20100", "q=bank", "q=dach", "q=%22DACH%20banking%22", "industry=banking&q=aachener%20zug",
        "region=de", "region=ch", "region=dach", "region=de&region=ch", "prefer=region:de", "prefer=region:ch", "language=de", "language=fr", "prefer=language:it",
        "size=over-10000", "size=2000-10000", "prefer=size:over-10000", "industry=banking", "industry=finance", "product=atlas", "product=atlas&region=ch",
        "live=6", "live=12", "live=22", "live=23", "live=24", "live=34", "live=35", "live=36", "prefer=live:23", "prefer=live:35",
        "availability=open", "availability=closed", "industry=banking&region=dach&size=over-10000&live=12&q=customer",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void No_filter_search_count_or_order_tells_two_alike_blind_customers_apart(string criteria)
    {
        foreach (var sort in Enum.GetValues<MatchSort>())
        {
            foreach (var tab in Enum.GetValues<MatchTab>())
            {
                Answer(One, criteria, sort, tab).ShouldBe(Answer(Other, criteria, sort, tab), $"{criteria} by {sort} in {tab}");
            }
        }
    }

    [Fact]
    public void Day_by_day_the_answer_changes_with_the_year_only()
    {
        for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2028, 2, 1); day = day.AddDays(1))
        {
            var total = Matcher.Match(Catalogs.Of(One), Catalogs.Query("live=12") with { Today = day, Usage = On(day) }).Total;
            total.ShouldBe(day >= new DateOnly(2025, 12, 31) ? 1 : 0, day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void What_the_entitled_see_is_exact_all_the_same()
    {
        var entitled = Catalogs.Query("live=23&language=de&region=de&q=aachener") with { Viewer = Catalogs.Rep(-2, seesConfidential: true) };
        Matcher.Match(Catalogs.Of(One), entitled).Rows.ShouldHaveSingleItem().VerifiedOn.ShouldBe(new DateOnly(2026, 10, 1));
        Matcher.Match(Catalogs.Of(Other), entitled).Total.ShouldBe(0);
    }

    [Fact]
    public void A_release_holds_to_the_minute_and_for_those_only_who_may_ask()
    {
        var ends = Catalogs.Now.AddMinutes(1);
        var released = One with { Releases = [new CatalogRelease(Catalogs.IdOf(-1), ends)] };

        Name(Catalogs.Now, mayAsk: true).ShouldBe("Aachener Geheimbank");
        Name(ends.AddMilliseconds(-1), mayAsk: true).ShouldBe("Aachener Geheimbank");
        Name(ends, mayAsk: true).ShouldBe(One.AnonymousName);
        Name(Catalogs.Now, mayAsk: false).ShouldBe(One.AnonymousName);

        string Name(DateTime now, bool mayAsk) => Matcher.Match(
            Catalogs.Of(released), Catalogs.Query("") with { Viewer = Catalogs.Rep(now: now) with { MayBeReleasedTo = mayAsk } }).Rows[0].Name;
    }

    [Fact]
    public void Nothing_about_who_looks_is_open_unless_somebody_says_so() =>
        typeof(MatchViewer).GetProperties().Where(property => property.PropertyType == typeof(bool) && property.GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false).Length > 0)
            .Select(property => property.Name).ShouldBe([nameof(MatchViewer.MayBeReleasedTo), nameof(MatchViewer.SeesStandings)], ignoreOrder: true);

    [Fact]
    public void Who_sees_totals_only_learns_of_no_single_customer_how_it_stands()
    {
        var busy = Crowd[0];
        var usage = Catalogs.Usage((busy, Catalogs.ClosedUntil(new DateOnly(2027, 1, 3))));
        var totals = Catalogs.Rep(-99) with { SeesStandings = false };

        var busyAnswer = Matcher.Match(CatalogSnapshot.Of(Catalogs.Terms, Crowd), Catalogs.Query("", usage) with { Viewer = totals, Take = 100 });
        var freeAnswer = Matcher.Match(CatalogSnapshot.Of(Catalogs.Terms, Crowd), Catalogs.Query("") with { Viewer = totals, Take = 100 });

        busyAnswer.Rows.ShouldAllBe(row => row.Standing.IsWithheld);
        JsonSerializer.Serialize(busyAnswer.Rows).ShouldBe(JsonSerializer.Serialize(freeAnswer.Rows));
        busyAnswer.Free.ShouldBe(freeAnswer.Free - 1);
    }

    [Fact]
    public void The_anonymous_name_is_cut_as_coarsely_as_the_bands()
    {
        foreach (var alike in Enumerable.Range(1, 13_000).GroupBy(AnonymousName.Rounded))
        {
            alike.Select(SizeBand.Of).Distinct().Count().ShouldBe(1, alike.Key);
        }

        AnonymousName.Rounded(112_000).ShouldBe("100k");
        AnonymousName.Rounded(29_999).ShouldBe("20k");
    }

    private static string Answer(CatalogEntry blind, string criteria, MatchSort sort, MatchTab tab)
    {
        var usage = Catalogs.Usage((Crowd[1], Catalogs.ClosedUntil(new DateOnly(2027, 1, 3))));
        var catalog = CatalogSnapshot.Of(Catalogs.Terms, [.. Crowd, blind]);
        return JsonSerializer.Serialize(Matcher.Match(catalog, Catalogs.Query(criteria, usage) with { Sort = sort, Tab = tab, Take = 100 }));
    }

    private static UsageView On(DateOnly day) => new(day, _ => Catalogs.Free, _ => null);

    private static CatalogEntry Blind(int number, string name, string city, int staff, params string[] terms) =>
        Catalogs.Entry(1000 + number, name, [.. terms, "industry:banking", "product:atlas", "size:over-10000"]) with
        {
            AnonymousName = AnonymousName.Of("DACH", "Banking", staff),
            City = city,
            Staff = staff,
            Confidential = true,
        };
}
