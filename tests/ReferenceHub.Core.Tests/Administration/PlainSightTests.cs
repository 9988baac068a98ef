using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>A text that is needed is one that can be seen.</summary>
public sealed class PlainSightTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u2003\u3000")]
    [InlineData("\u200B")]
    [InlineData("\u200B \u200D\uFEFF\u2060\u00AD")]
    [InlineData("\u2066\u2069\u202E")]
    [InlineData("\u115F\u3164\u2800\uFFA0")]
    [InlineData("\uFE0F\u0301")]
    public void Nothing_to_see_is_nothing(string? text)
    {
        PlainSight.IsEmpty(text).ShouldBeTrue();
        Guard.Optional(text, 10, "Text").ShouldBeNull();
        Should.Throw<ArgumentException>(() => Guard.Required(text, 10, "Text"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\u200Bü")]
    [InlineData("e\u0301")]
    [InlineData("العربية")]
    [InlineData("\U0001F468\u200D\U0001F469")]
    [InlineData("한")]
    [InlineData("–")]
    public void What_can_be_seen_is_kept_as_it_is(string text) => Guard.Required(text, 20, "Text").ShouldBe(text);
}
