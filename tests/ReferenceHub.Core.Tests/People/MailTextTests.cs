using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Tests.People;

/// <summary>Which addresses mail can be sent to.</summary>
public sealed class MailTextTests
{
    [Theory]
    [InlineData("mia.lund@northwind.example")]
    [InlineData(" o'brien+hub@bücher.example ")]
    [InlineData("r&d@alpenbank.example")]
    public void A_plain_address_is_one(string text) => MailText.IsAddress(text).ShouldBeTrue();

    [Theory]
    [InlineData("üñ@northwind.example")]
    [InlineData("a@b")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@b.example?bcc=x@evil.example")]
    [InlineData("Mia <mia@northwind.example>")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: x@evil.example")]
    [InlineData("")]
    public void What_no_mailbox_can_have_is_none(string text) => MailText.IsAddress(text).ShouldBeFalse();
}
