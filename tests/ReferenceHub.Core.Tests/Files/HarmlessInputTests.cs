using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Testing;
using Shouldly;
using Xunit;

namespace ReferenceHub.Core.Tests.Files;

public sealed class HarmlessInputTests
{
    [Fact]
    public void A_pause_ends_on_a_day_that_can_be_reckoned_with()
    {
        var customer = Given.Customer();
        Should.Throw<ArgumentOutOfRangeException>(() => customer.Pause(DateOnly.MaxValue, null)).Message.ShouldContain("between 1900 and 2199");
        DateOnly.MaxValue.Next().ShouldBe(DateOnly.MaxValue);
        new DateOnly(2026, 12, 31).Next().ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("Al\uFFFEpen")]
    [InlineData("\uD800x")]
    public void A_key_bears_what_is_no_character(string text) => TextKey.Of(text).ShouldNotContain('\uFFFE');

    [Theory]
    [InlineData("Nc\uFFFECo")]
    [InlineData("Nc\uFFFFCo")]
    [InlineData("Bidi\u202ECo")]
    public void A_cell_with_letters_that_are_none_or_turn_the_writing_is_refused(string cell) => CellText.ProblemOf(cell, 100).ShouldNotBeNull();

    [Theory]
    [InlineData("anna@alpenbank.example", true)]
    [InlineData(" anna@alpenbank.example ", true)]
    [InlineData("\"a\r\n\"@b.example", false)]
    [InlineData("a\r\nBcc: v@b.example", false)]
    [InlineData("<x>@y.example", false)]
    [InlineData("a b@c.example", false)]
    [InlineData("Anna <anna@b.example>", false)]
    [InlineData("", false)]
    public void An_address_is_one_plain_address(string text, bool isAddress) => MailText.IsAddress(text).ShouldBe(isAddress);
}
