using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>What letters say, in which language, and when they go.</summary>
public sealed class LetterTests : IDisposable
{
    private static readonly Recipient Mara = new("Mara Vogel", "mara@customer.example", "de", "Europe/Berlin");
    private readonly TestDatabase database = TestDatabase.Create();

    public static TheoryData<string, string> Shipped()
    {
        var all = new TheoryData<string, string>();
        foreach (var kind in MessageCatalog.All)
        {
            foreach (var language in kind.Languages)
            {
                all.Add(kind.Key, language);
            }
        }

        return all;
    }

    [Fact]
    public void Each_key_of_a_kind_is_in_the_catalog_once() => typeof(MessageKinds).GetFields().Select(field => (string)field.GetValue(null)!)
        .ShouldBe(MessageCatalog.All.Select(kind => kind.Key), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Each_shipped_text_keeps_to_what_edited_ones_must(string key, string language)
    {
        var kind = MessageCatalog.Of(key);
        (kind.IsNotice || ShippedTexts.Has(key, language)).ShouldBeTrue("there is one in each language");
        var text = ShippedTexts.Of(kind, language);
        MessageTextCheck.Of(kind, text).Refusal.ShouldBeNull();

        var full = LetterPress.Write(text, language, MessageSamples.Of(kind), "Footer");
        full.Subject.ShouldNotBeNullOrWhiteSpace();
        (full.Subject + full.Text + full.Html).ShouldNotContain("{{");
        full.Html.ShouldContain($"lang=\"{language}\"");
        full.Html.ShouldNotContain("<em></em>");

        var bare = LetterPress.Write(text, language, new Dictionary<string, string?> { ["name"] = "Mara" }, "Footer");
        (bare.Subject + bare.Text + bare.Html).ShouldNotContain("{{");
        bare.Text.Split('\n').ShouldNotContain("- ", "a line without its value is left out");
        bare.Html.ShouldNotContain("<li></li>");
    }

    [Fact]
    public async Task A_contact_reads_their_language_and_finds_the_link_in_text_and_html()
    {
        var (mail, link) = await WriteAsync(Letter(MessageKinds.CustomerAsked));
        mail.Subject.ShouldBe("Eine Anfrage von Northwind Systems: Referenzgespräch");
        mail.Body.ShouldContain("Guten Tag Mara Vogel,");
        mail.Body.ShouldContain($"Anfrage ansehen und antworten:\n{OutboxMessage.LinkPlace}");
        mail.Html!.ShouldContain($"<a href=\"{OutboxMessage.LinkPlace}\" class=\"button\">Anfrage ansehen und antworten</a>");
        mail.LinkId.ShouldBe(link.Id);
    }

    [Theory]
    [InlineData("https://evil.example/?x={link}")]
    [InlineData("{{link}} {stop} {{{link}}}")]
    [InlineData("https://place.invalid/link https://place.invalid/stop")]
    public void Nothing_that_somebody_typed_becomes_the_readers_own_link(string typed)
    {
        var values = MessageSamples.Of(MessageCatalog.Of(MessageKinds.CustomerAsked)).ToDictionary(StringComparer.Ordinal);
        (values["link"], values["purpose"], values["prospect"]) = (OutboxMessage.LinkPlace, typed, typed);
        var letter = LetterPress.Write(new MessageText($"For {{{{prospect}}}} {typed.Replace("{{link}}", "", StringComparison.Ordinal)}", "{{purpose}}\n\n{link} {stop}\n\n[Answer]({{link}})"), "en", values, "Footer");
        Count(letter.Text, OutboxMessage.LinkPlace).ShouldBe(1);
        Count(letter.Html, OutboxMessage.LinkPlace).ShouldBe(1);
        (letter.Text + letter.Html).ShouldNotContain(OutboxMessage.StopPlace);

        static int Count(string text, string part) => text.Split(part).Length - 1;
    }

    [Theory]
    [InlineData("nl")]
    [InlineData(null)]
    public async Task Who_reads_another_language_gets_English(string? language)
    {
        var (mail, _) = await WriteAsync(Letter(MessageKinds.CustomerAsked, Mara with { Language = language }));
        mail.Body.ShouldContain("Hello Mara Vogel,");
    }

    [Fact]
    public async Task An_edited_text_holds_for_its_language_and_activity_type_alone()
    {
        await database.Add(
            new MessageTemplate(Given.Id(), MessageKinds.CustomerAsked, "de", "", "Allgemein", "[Antwort]({{link}})"),
            new MessageTemplate(Given.Id(), MessageKinds.CustomerAsked, "de", "site-visit", "Besuch", "[Antwort]({{link}})"));
        (await WriteAsync(Letter(MessageKinds.CustomerAsked))).Mail.Subject.ShouldBe("Allgemein");
        (await WriteAsync(Letter(MessageKinds.CustomerAsked) with { ActivityKey = "site-visit" })).Mail.Subject.ShouldBe("Besuch");
        (await WriteAsync(Letter(MessageKinds.CustomerAsked, Mara with { Language = "fr" }))).Mail.Subject.ShouldStartWith("Une demande");
    }

    [Theory]
    [InlineData(MessageKinds.CustomerAsked, "2026-11-24T06:00")]
    [InlineData(MessageKinds.ContactLink, "2026-11-23T22:00")]
    [InlineData(MessageKinds.UseCancelled, "2026-11-23T22:00")]
    public async Task At_night_only_what_somebody_waits_for_goes_out(string kind, string due)
    {
        database.Clock.MoveTo(new DateTime(2026, 11, 23, 22, 0, 0, DateTimeKind.Utc));
        (await WriteAsync(Letter(kind))).Mail.DueAt.ShouldBe(DateTime.SpecifyKind(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));
    }

    [Fact]
    public async Task Values_are_text_whatever_they_hold()
    {
        var (mail, _) = await WriteAsync(Letter(MessageKinds.CustomerAsked, Mara with { Name = "*Mara*\r\nBcc: all@evil.example" }, purpose: "1. <img src=x onerror=alert(1)>\n\n- `x` [y](javascript:alert(1)) & more"));
        mail.Subject.ShouldNotContain("\n");
        mail.Html!.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        mail.Html!.ShouldNotContain("href=\"javascript");
        mail.Html!.ShouldNotContain("<code>");
        mail.Body.ShouldContain("`x` [y](javascript:alert(1)) & more");
    }

    [Fact]
    public async Task Markdown_that_the_program_wrote_is_rendered_but_no_html_of_it()
    {
        var values = new Dictionary<string, string?> { ["activity"] = "Call", ["when"] = "Monday", ["expect"] = "It is **between peers**.\n\n- no slides\n- <b>no</b> recording\n- ![picture](https://img.example/x.png)" };
        var (mail, _) = await WriteAsync(new Letter(MessageKinds.ProspectInvited, Mara with { Language = "en" }, values));
        mail.Html!.ShouldContain("<strong>between peers</strong>");
        mail.Html!.ShouldContain("<li>&lt;b&gt;no&lt;/b&gt; recording</li>");
        mail.Html!.ShouldNotContain("<img");
        mail.Body.ShouldContain("- no slides\n- <b>no</b> recording");
    }

    public void Dispose() => database.Dispose();

    private static Letter Letter(string kind, Recipient? to = null, string purpose = "Migration") => new(
        kind, to ?? Mara, new Dictionary<string, string?> { ["activity"] = "Referenzgespräch", ["requester"] = "Rita Sommer", ["purpose"] = purpose, ["by"] = "Mittwoch, 14:00", ["until"] = "9. Dezember" });

    private async Task<(OutboxMessage Mail, SignedLink Link)> WriteAsync(Letter letter)
    {
        await using var scope = database.Scope();
        var services = scope.ServiceProvider;
        var link = services.GetRequiredService<SignedLinks>().Give(LinkPurpose.CustomerAnswer, Given.Id(), TimeSpan.FromDays(14));
        var mail = await services.GetRequiredService<Letters>().WriteAsync(letter with { Link = link }, default);
        await services.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
        return (mail, link);
    }
}
