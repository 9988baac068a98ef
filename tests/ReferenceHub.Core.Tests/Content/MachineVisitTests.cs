using ReferenceHub.Core.Content;

namespace ReferenceHub.Core.Tests.Content;

public sealed class MachineVisitTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")]
    public void A_person_s_browser_is_no_machine(string agent) => MachineVisit.Is(agent).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("curl/8.9.1")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) SkypeUriPreview Preview/0.5")]
    [InlineData("facebookexternalhit/1.1")]
    [InlineData("Slackbot-LinkExpanding 1.0")]
    [InlineData("BarracudaCentral/2.0 link scanner")]
    [InlineData("python-requests/2.32")]
    public void Scanners_previews_and_scripts_are_machines(string? agent) => MachineVisit.Is(agent).ShouldBeTrue();
}
