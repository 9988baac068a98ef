using System.Globalization;
using System.Text.RegularExpressions;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Words for people without an account: the same in every language, all of them there.</summary>
public sealed partial class OutsideWordsTests
{
    public static TheoryData<string> Others => [.. MailLanguages.All.Where(language => language != MailLanguages.Fallback)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_language_has_every_text_with_the_same_places(string language)
    {
        var (english, other) = (OutsideWords.In("en"), OutsideWords.In(language));
        other.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        english.Keys.Where(key => PlacesIn(english[key]) != PlacesIn(other[key])).ShouldBeEmpty();
        other.Language.ShouldBe(language);
    }

    [Fact]
    public void A_language_that_is_not_written_is_read_in_English() => OutsideWords.In("pl").Language.ShouldBe("en");

    [Fact]
    public void Every_code_that_pages_show_has_words()
    {
        var words = OutsideWords.In("en");
        string[] keys =
        [
            .. Enum.GetValues<PermissionScope>().Select(scope => $"scope.{scope}"), .. Enum.GetValues<PermissionStatus>().Select(status => $"status.{status}"),
            .. Enum.GetValues<DeclineKind>().Select(kind => $"why.{kind}"), .. ActivityTypes.Shipped().Select(type => $"activity.{type.Key}"),
            .. ShippedTerms.All.Where(term => term.Kind is TermKind.Industry or TermKind.Region).Select(term => TermWords.KeyOf(term.Kind, term.Key)),
            .. Enum.GetValues<UseState>().Where(state => state != UseState.Released).Select(state => $"use.{state}"),
        ];
        keys.Except(words.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void An_industry_is_named_in_the_readers_language_until_it_is_renamed()
    {
        var term = new Term(Guid.Empty, TermKind.Industry, "insurance", "Insurance");
        TermWords.Of(term, OutsideWords.In("de")).ShouldBe("Versicherungen");
        TermWords.Of(term, OutsideWords.In("en")).ShouldBe("Insurance");
        term.Rename("Insurers", []);
        TermWords.Of(term, OutsideWords.In("de")).ShouldBe("Insurers");
        TermWords.Of(null, OutsideWords.In("de")).ShouldBeNull();
    }

    [Fact]
    public void Every_text_that_a_page_names_is_there()
    {
        var words = OutsideWords.In("en");
        var named = SourceTree.Files("src/ReferenceHub.Web/Features/Links").Concat(Directory.GetFiles(SourceTree.Path("src/ReferenceHub.Web/Features/Links"), "*.cshtml", SearchOption.AllDirectories))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct(StringComparer.Ordinal).ToList();
        named.Count.ShouldBeGreaterThan(50);
        named.Except(words.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Wednesday 25 November 2026, 12:00 (Berlin time)")]
    [InlineData("de", "Mittwoch, 25. November 2026, 12:00 Uhr (Zeit in Berlin)")]
    [InlineData("fr", "mercredi 25 novembre 2026 à 12:00 (heure de Berlin)")]
    [InlineData("es", "miércoles 25 de noviembre de 2026, 12:00 (hora de Berlin)")]
    public void A_moment_is_told_in_the_readers_language_and_zone_whatever_the_culture_of_the_thread(string language, string told)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            OutsideWords.In(language).Moment(new DateTime(2026, 11, 25, 10, 59, 59, 900, DateTimeKind.Utc), "Europe/Berlin").ShouldBe(told);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string PlacesIn(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("(?:[wW]ords?|\\bw)(?:\\[|\\.With\\()\"([a-z.\\-]+)\"")]
    private static partial Regex Named();
}
