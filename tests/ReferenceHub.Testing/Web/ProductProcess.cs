using System.Diagnostics;
using System.Globalization;
using System.Net;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Testing.Web;

/// <summary>The product as a process of its own over a test's database, sending mail to a loopback port; it can be killed.</summary>
public sealed class ProductProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly Uri address;
    private readonly List<string> log = [];

    private ProductProcess(string connectionString, int mailPort, TimeSpan offset, DatabaseProvider provider)
    {
        address = new Uri($"http://127.0.0.1:{Shell.FreePort().ToString(CultureInfo.InvariantCulture)}");
        var project = Path.Combine(TestRun.Root, "src", "ReferenceHub.Web");
        var output = string.Join(Path.DirectorySeparatorChar, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..]);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, output, "ReferenceHub.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = project, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Development alone moves the clock.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Clock__Offset"] = offset.ToString("c", CultureInfo.InvariantCulture);
        start.Environment["Database__Provider"] = provider.ToString();
        start.Environment["ConnectionStrings__ReferenceHub"] = connectionString;
        start.Environment["Demo__Customers"] = "0";
        start.Environment["Mail__Host"] = "127.0.0.1";
        start.Environment["Mail__Port"] = mailPort.ToString(CultureInfo.InvariantCulture);
        start.Environment["Mail__From"] = "hub@example.com";
        start.Environment["Site__Address"] = address.ToString();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<ProductProcess> StartAsync(string connectionString, int mailPort, TimeSpan offset, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var product = new ProductProcess(connectionString, mailPort, offset, provider);
        await product.UntilAsync(product.IsReadyAsync);
        return product;
    }

    /// <summary>Somebody with a browser of their own.</summary>
    public Visitor Anybody() => new(new HttpClient(new LoopbackCookies()) { BaseAddress = address });

    /// <summary>Waits until something has come to pass; fails with what the product wrote.</summary>
    public async Task UntilAsync(Func<Task<bool>> come)
    {
        var waited = Stopwatch.StartNew();
        while (!await come())
        {
            if (process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException("It did not come to pass:\n" + Log());
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does: it is not told, and finishes nothing.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private string Log()
    {
        lock (log)
        {
            return string.Join('\n', log.TakeLast(60));
        }
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.Add(line ?? "");
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            return (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Cookies of the product are for encrypted connections; browsers count loopback as one, this client does not.
    private sealed class LoopbackCookies() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (known.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", known.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                known[pair[0]] = pair[1];
            }

            return answer;
        }
    }
}
