using System.Text.Encodings.Web;
using AngleSharp;
using AngleSharp.Dom;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Tests.Content;

public sealed class MarkdownTests
{
    [Fact]
    public async Task Headings_lists_tables_and_stress_are_shown()
    {
        var page = await ShownAsync("# The switch\n\nWe **moved** 12 branches.\n\n- no downtime\n- lower cost\n\n| before | after |\n| --- | --- |\n| 9 h | 2 h |");
        page.QuerySelector("h3")!.TextContent.ShouldBe("The switch");
        page.QuerySelector("strong")!.TextContent.ShouldBe("moved");
        page.QuerySelectorAll("li").Length.ShouldBe(2);
        page.QuerySelectorAll("td").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <svg/onload=alert(1)> text")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("[x](https://fine.example \"\\\" onmouseover=alert(1) \\\"\")")]
    [InlineData("[x](//evil.example/path)")]
    [InlineData("[x](/admin/users)")]
    [InlineData("| a |\n| --- |\n| <script>alert(1)</script> |")]
    [InlineData("```<script>\n</script><script>alert(1)</script>\n```")]
    public async Task Hostile_text_is_shown_as_text(string text)
    {
        var page = await ShownAsync(text);
        page.QuerySelectorAll("script, img, svg, iframe, object, style, form, input").ShouldBeEmpty();
        page.All.SelectMany(element => element.Attributes).ShouldAllBe(attribute => !attribute.Name.StartsWith("on", StringComparison.Ordinal));
        foreach (var link in page.QuerySelectorAll("a"))
        {
            link.GetAttribute("href")!.ShouldStartWith("https://");
        }
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))", "javascript:alert(1)")]
    [InlineData("![x](data:image/png;base64,AAAA)", "data:image/png;base64,AAAA")]
    [InlineData("[x][1]\n\n[1]: data:text/html,x", "data:text/html,x")]
    [InlineData("[x](/admin)", "/admin")]
    public void Forbidden_links_are_named(string text, string address) => MarkdownText.ForbiddenLinks(text).ShouldBe([address]);

    [Theory]
    [InlineData("[x](https://fine.example)")]
    [InlineData("see https://fine.example or <mailto:a@fine.example>")]
    [InlineData("no link, but (parentheses) and [brackets]")]
    public void Other_texts_hold_none(string text) => MarkdownText.ForbiddenLinks(text).ShouldBeEmpty();

    [Theory]
    [InlineData("[x](https://fine.example)")]
    [InlineData("https://fine.example")]
    [InlineData("![picture](https://fine.example/p.png)")]
    public async Task Links_tell_nobody_where_they_were_clicked(string text)
    {
        var link = (await ShownAsync(text)).QuerySelector("a").ShouldNotBeNull();
        link.GetAttribute("rel")!.ShouldContain("noopener");
        link.GetAttribute("rel")!.ShouldContain("noreferrer");
    }

    [Fact]
    public void Absurd_nesting_is_no_work()
    {
        _ = Html(string.Concat(Enumerable.Repeat("> ", 20_000)) + "x");
        _ = Html(string.Concat(Enumerable.Repeat("[", 20_000)));
        _ = Html(string.Concat(Enumerable.Repeat("*a **b ", 6_000)));
        _ = Html(new string('*', 400) + "a" + new string('*', 400));
        _ = Html(string.Concat(Enumerable.Repeat("[a](", 20_000)));
        MarkdownText.IsTooDeep(string.Concat(Enumerable.Repeat("> ", 100)) + "x").ShouldBeTrue();
    }

    private static async Task<IDocument> ShownAsync(string text)
    {
        var html = Html(text);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content($"<body>{html}</body>"));
    }

    private static string Html(string text)
    {
        using var writer = new StringWriter();
        MarkdownText.Show(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
