using System.Net;
using System.Text.RegularExpressions;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Routes;

/// <summary>A product with one of everything, none of it belonging to those who call, and a visitor of each role.</summary>
public sealed partial class Household : IAsyncLifetime
{
    /// <summary>The columns of the table.</summary>
    public static readonly IReadOnlyList<Roles> Callers = [Roles.None, Roles.Rep, Roles.ProgramManager, Roles.Marketing, Roles.Executive, Roles.Administrator];

    private readonly Dictionary<Roles, Visitor> visitors = [];
    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["/l/{token}/{**room}"] = "/l/unknown/room",
        ["/metrics/rows"] = $"/metrics/rows?figure={MetricsFigures.Words.Keys.First()}",
    };

    private Dictionary<string, string> values = [];
    private bool touched;

    public WebApp App { get; } = new();

    public async Task InitializeAsync()
    {
        foreach (var roles in Callers)
        {
            visitors[roles] = roles == Roles.None ? App.Anybody() : await App.SignedInAsync(roles);
        }

        values = await OneOfEverything.MakeAsync(App);
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>"yes", "no" (403), "login" (sent to sign in), "404" (not told that it exists), or the status.</summary>
    public async Task<string> AskAsync(RouteRow row, Roles caller)
    {
        var isRead = row.Verb is "GET" or "HEAD" or "ANY";
        if (!isRead && touched && row.Pattern.Contains('{', StringComparison.Ordinal))
        {
            // What the caller before has ended or removed must be there again.
            values = await OneOfEverything.MakeAsync(App);
        }

        var visitor = row.Pattern == "/account/logout" && caller != Roles.None ? await App.SignedInAsync(caller) : visitors[caller];
        var address = Address(row.Pattern);
        var answer = isRead ? await visitor.GetAsync(address) : await visitor.SendFormAsync(new HttpMethod(row.Verb), address, Typed(row.Pattern));
        touched |= !isRead && answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
        return answer.Status switch
        {
            HttpStatusCode.Forbidden => "no",
            HttpStatusCode.NotFound => "404",
            HttpStatusCode.Unauthorized => "login",
            HttpStatusCode.Redirect when answer.Location!.StartsWith("/account/login", StringComparison.Ordinal) && row.Pattern != "/account/logout" => "login",
            >= HttpStatusCode.InternalServerError => $"{(int)answer.Status} {string.Join(' ', App.Logs.Lines.TakeLast(1))}",
            _ => "yes",
        };
    }

    /// <summary>Sends a request of a foreign site: the session is there, the antiforgery token is not.</summary>
    public async Task<HttpStatusCode> ForgeAsync(RouteRow row, Roles caller)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Verb), Address(row.Pattern)) { Content = new FormUrlEncodedContent([]) };
        return (await visitors[caller].Client.SendAsync(request)).StatusCode;
    }

    /// <summary>What a person would have typed, so that the answer is about who asks and not about an empty form.</summary>
    private (string, string?)[] Typed(string pattern) => pattern switch
    {
        "/actions" or "/follow-ups" =>
            [("Source", "Customer"), ("SourceId", values["references.id"]), ("Kind", "Called"), ("Result", "Reached"), ("Text", "Call back"), ("NextOn", "2026-12-01")],
        "/account/absence/{id:guid}" => [("FirstDay", "2026-12-01"), ("LastDay", "2026-12-02")],
        "/views/{id:guid}" => [("Name", "Banks")],
        "/content/new" => [("customer", values["references.id"])],
        "/opportunities/{id:guid}/content" => [("AssetId", values["assetId"])],
        _ when pattern.StartsWith("/requests/{number", StringComparison.Ordinal) =>
        [
            ("CustomerId", values["references.id"]), ("Answer", "yes"), ("State", "OwnerAsked"), ("Source", "by phone"), ("How", "unfulfilled"),
            ("Reason", "Said in a call"), ("Sponsor", "Vera Vice"), ("At", "2026-12-01T10:00"), ("Until", "2026-12-10T10:00"), ("Minutes", "30"),
            ("First", "2026-12-01T10:00"), ("SlotId", values["references.id"]), ("Email", "pat@prospect.example"), ("Expected", "3"), ("Actual", "4"),
        ],
        "/processes/{processId:guid}/copies" => [("number", "1"), ("name", "A story of our own")],
        "/l/{holder}/letters" => [("purpose", "ContactLimits")],
        "/usage/customers/{customerId:guid}/gifts" => [("forbidden", "true")],
        "/usage/customers/{customerId:guid}/given" => [("Kind", "EventSeat"), ("On", "2026-11-02")],
        "/usage/customers/{customerId:guid}/given/{givenId:guid}/withdrawal" or "/usage/customers/{customerId:guid}/uses/{useId:guid}/withdrawal" => [("Reason", "It did not happen")],
        "/usage/comparison/{findingId:guid}/release" => [("Reason", "Nobody waits for it")],
        "/references/verification" => [("ids", values["references.id"])],
        _ => [],
    };

    /// <summary>The pattern with the keys of what is there.</summary>
    private string Address(string pattern) => Queries.GetValueOrDefault(pattern) ?? Parameter().Replace(pattern, match =>
    {
        var name = match.Groups[1].Value;
        var literals = pattern[..match.Index].Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith('{')).ToList();
        string[] keys = [$"{string.Join('/', literals)}.{name}", $"{literals.FirstOrDefault()}.{name}", name];
        return keys.Select(key => values.GetValueOrDefault(key)).FirstOrDefault(value => value is not null)
            ?? throw new InvalidOperationException($"OneOfEverything has no value for any of {string.Join(", ", keys)}.");
    });

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
