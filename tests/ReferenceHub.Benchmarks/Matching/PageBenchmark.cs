using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>The search page of a running program over HTTP, with results and with none, turn by turn so that both meet the same machine.</summary>
internal static partial class PageBenchmark
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("no criteria", "/references"),
        ("nine criteria", "/references?industry=finance&region=dach&product=atlas&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de&prefer=live:12"),
        ("words", "/references?q=bank+in+DACH%2C+runs+Atlas+on+Azure%2C+~5000+staff"),
        ("nothing fits", "/references?industry=finance&region=dach&product=atlas&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de&prefer=live:12&q=zzzzqqq"),
    ];

    public static async Task RunAsync(Uri address, string email, int times)
    {
        // Cookies are carried by hand: they are marked secure, which a client honours on loopback too.
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        var login = new Uri("/account/login", UriKind.Relative);
        using var form = await client.GetAsync(login);
        Carry(client, form);
        var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups["token"].Value;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = email, ["Password"] = "Bench-Pass-2026", ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(login, fields);
        Carry(client, answer);
        var taken = Pages.Select(_ => new List<double>()).ToArray();
        var sizes = new int[Pages.Length];
        for (var round = -(times / 4); round < times; round++)
        {
            for (var page = 0; page < Pages.Length; page++)
            {
                var start = Stopwatch.GetTimestamp();
                var html = await client.GetStringAsync(new Uri(Pages[page].Path, UriKind.Relative));
                if (round >= 0)
                {
                    taken[page].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    sizes[page] = html.Length;
                }

                // The search is rate limited for each person.
                await Task.Delay(250);
            }
        }

        for (var page = 0; page < Pages.Length; page++)
        {
            taken[page].Sort();
            Console.WriteLine(FormattableString.Invariant($"| {Pages[page].Name} | {taken[page][times / 2]:0.0} | {taken[page][times / 10]:0.0} | {taken[page][times * 9 / 10]:0.0} | {sizes[page] / 1024.0:0} |"));
        }
    }

    private static void Carry(HttpClient client, HttpResponseMessage answer)
    {
        var known = client.DefaultRequestHeaders.TryGetValues("Cookie", out var cookies) ? cookies : [];
        var given = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : [];
        var all = string.Join("; ", known.Concat(given));
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", all);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
