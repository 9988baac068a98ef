using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>The search page of a node over HTTP, with results and with none, turn by turn so that both meet the same machine.</summary>
internal static partial class PageBenchmark
{
    private const string Criteria = "industry=finance&region=dach&product=atlas&prefer=platform:azure&prefer=size:2000-10000&prefer=language:de&prefer=live:12";
    private const string Need = "bank in DACH, runs Atlas on Azure, ~5000 staff";

    // Each page with results beside the same page with a word that nobody has.
    private static readonly (string Name, string Path)[] Pages =
    [
        ("seven criteria", $"/references?{Criteria}"),
        ("seven criteria, nothing fits", $"/references?{Criteria}&q=%22zzzzqqq%22"),
        ("words", $"/references?q={Uri.EscapeDataString(Need)}"),
        ("words, nothing fits", $"/references?q={Uri.EscapeDataString(Need + " \"zzzzqqq\"")}"),
        ("no criteria", "/references"),
        ("no criteria, nothing fits", "/references?q=%22zzzzqqq%22"),
    ];

    public static async Task RunAsync(int customers, int times)
    {
        var file = await Filler.FileAsync(customers);
        await using var node = new Node(DatabaseProvider.Sqlite, $"Data Source={file}");
        using var client = node.Client();
        await SignInAsync(client, "manager@bench.example");
        var taken = Pages.Select(_ => new List<double>()).ToArray();
        var found = new (int Rows, int Length)[Pages.Length];
        for (var round = -(times / 2); round < times; round++)
        {
            for (var page = 0; page < Pages.Length; page++)
            {
                var start = Stopwatch.GetTimestamp();
                var html = await client.GetStringAsync(new Uri(Pages[page].Path, UriKind.Relative));
                if (round >= 0)
                {
                    taken[page].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    found[page] = (Row().Count(html), html.Length);
                }
            }
        }

        Console.WriteLine("| customers | page | rows | P10 ms | median ms | P90 ms | kB | times the empty one |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var page = 0; page < Pages.Length; page++)
        {
            taken[page].Sort();
        }

        for (var page = 0; page < Pages.Length; page++)
        {
            var ratio = page % 2 == 0 ? FormattableString.Invariant($"{taken[page][times / 2] / taken[page + 1][times / 2]:0.00}") : "";
            Console.WriteLine(FormattableString.Invariant(
                $"| {customers:N0} | {Pages[page].Name} | {found[page].Rows} | {taken[page][times / 10]:0.0} | {taken[page][times / 2]:0.0} | {taken[page][times * 9 / 10]:0.0} | {found[page].Length / 1024.0:0} | {ratio} |"));
        }

        SqliteConnection.ClearAllPools();
    }

    internal static async Task SignInAsync(HttpClient client, string email)
    {
        // Cookies are carried by hand: they are marked secure, and this is plain HTTP.
        var login = new Uri("/account/login", UriKind.Relative);
        using var form = await client.GetAsync(login);
        Carry(client, form);
        var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups["token"].Value;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = email, ["Password"] = Filler.Password, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(login, fields);
        if ((int)answer.StatusCode is not (302 or 303))
        {
            throw new InvalidOperationException($"{email} could not sign in: {answer.StatusCode}");
        }

        Carry(client, answer);
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

    [GeneratedRegex(" data-row>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
