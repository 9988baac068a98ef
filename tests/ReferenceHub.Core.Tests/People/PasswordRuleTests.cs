using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Tests.People;

/// <summary>Long and hard to guess is all that is asked.</summary>
public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("short-one-9")]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("Summer2026!!")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop123")]
    [InlineData("Letmein-Letmein")]
    [InlineData("ada.lovelace12")]
    [InlineData("AcmeCorp2026!")]
    [InlineData("ReferenceHub1")]
    [InlineData("correcthorsebatterystaple")]
    public void What_is_tried_first_is_refused(string password) =>
        PasswordRules.Refusal(password, "ada.lovelace@acmecorp.example", "Ada Lovelace", "AcmeCorp").ShouldNotBeNull();

    [Theory]
    [InlineData("quiet otter lantern")]
    [InlineData("xV9$kq2LpW7z")]
    [InlineData("vier Ziegen am Hafen")]
    [InlineData("ключ от старой двери")]
    [InlineData("monkey dragon sunshine football purple")]
    public void Long_and_own_is_welcome_without_rules_on_kinds_of_characters(string password) =>
        PasswordRules.Refusal(password, "ada.lovelace@acmecorp.example", "Ada Lovelace", "AcmeCorp").ShouldBeNull();
}
