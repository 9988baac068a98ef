using System.Net;
using System.Text.RegularExpressions;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Routes;

/// <summary>What is only sent to an address leaves a page there when it is refused; looking at that address leads to the page it stands below.</summary>
public sealed partial class VerbAddressTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Looking_at_the_address_of_a_verb_leads_to_a_page_above_it()
    {
        var visitor = await app.SignedInAsync(Roles.ProgramManager | Roles.Administrator);
        var routes = RealRoutes.Of(app);
        var pages = routes.Where(route => route.StartsWith("GET ", StringComparison.Ordinal)).Select(route => Pattern(route["GET ".Length..])).ToHashSet(StringComparer.Ordinal);
        var verbs = routes.Where(route => route.StartsWith("POST ", StringComparison.Ordinal)).Select(route => route["POST ".Length..]).Where(route => !pages.Contains(Pattern(route))).ToList();
        verbs.Count.ShouldBeGreaterThan(50);

        var lost = new List<string>();
        foreach (var verb in verbs)
        {
            var address = Parameter().Replace(verb, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "7" : match.Value.Contains(":guid", StringComparison.Ordinal) ? $"{Guid.Empty}" : "x");
            var answer = await visitor.GetAsync(address);
            if (answer.Location?.Split('?')[0] is not { } page || !address.StartsWith(page, StringComparison.Ordinal))
            {
                lost.Add($"{verb}: {answer.Status} {answer.Location}");
            }
        }

        // Links of outsiders answer for all that stands below them.
        lost.Where(line => !line.StartsWith("/l/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/usage/policies/versions", "/usage/policies")]
    [InlineData("/usage/given/limit", "/usage/given")]
    [InlineData("/requests/12/assignment", "/requests/12")]
    [InlineData("/account/logout", "/")]
    public async Task It_is_the_nearest_page(string verb, string page) =>
        (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync(verb)).Location.ShouldBe(page);

    private static string Pattern(string route) => Parameter().Replace(route, match => match.Value.Contains(':', StringComparison.Ordinal) ? match.Value[match.Value.IndexOf(':', StringComparison.Ordinal)..] : "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
