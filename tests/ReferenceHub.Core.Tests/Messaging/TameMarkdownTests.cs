using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Absurd Markdown is read as the letters it consists of; what people write stays as it is.</summary>
public sealed class TameMarkdownTests
{
    public static TheoryData<string> Absurd() =>
    [
        new string('*', 400) + "a" + new string('*', 400),
        new string('*', 100_000) + "a" + new string('*', 100_000),
        string.Concat(Enumerable.Repeat("*a **b ", 20_000)),
        string.Concat(Enumerable.Repeat("[a](", 20_000)),
        new string('[', 20_000),
        string.Concat(Enumerable.Repeat("![", 20_000)),
        new string('>', 5000) + " a",
        string.Concat(Enumerable.Repeat("- ", 5000)) + "a",
        string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', depth * 2) + "- a\n")),
        string.Concat(Enumerable.Repeat("_", 300)) + "a" + string.Concat(Enumerable.Repeat("~", 300)),
    ];

    [Theory]
    [MemberData(nameof(Absurd))]
    public void Nothing_that_somebody_types_is_too_much_to_show(string text)
    {
        var document = LetterMarkdown.Parse(text);
        LetterMarkdown.Html(document).ShouldNotBeEmpty();
        LetterPlain.Of(document).ShouldNotBeEmpty();
        TameMarkdown.IsAbsurd(text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello **Mara**, _thanks_ for [your answer](https://hub.example/a_b)!\n\n- one\n  - two\n    - three\n\n> said so\n> > twice\n\n***\n\n1. first\n2. second")]
    [InlineData("    code\n\tmore\n\n\\*not bold\\*")]
    public void What_people_write_stays_as_it_is(string text) => TameMarkdown.Of(text).ShouldBe(text);

    [Fact]
    public void Each_paragraph_has_its_own_measure()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("A **bold** _word_ and a [link](https://hub.example).", 200));
        TameMarkdown.Of(text).ShouldBe(text);
    }
}
