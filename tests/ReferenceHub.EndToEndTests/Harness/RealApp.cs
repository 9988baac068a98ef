using System.Diagnostics;
using System.Globalization;
using System.Net;
using ReferenceHub.Testing;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>The product as a process of its own, with its demo program on a fresh SQLite file; one for the run.</summary>
public class RealApp : IAsyncLifetime
{
    private const string DemoCustomers = "120";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("referencehub-app-").FullName;
    private readonly List<string> log = [];
    private Process? process;
    private TimeSpan offset;

    public RealApp()
        : this(TimeSpan.Zero)
    {
    }

    /// <summary>One whose clock is moved from the start.</summary>
    protected RealApp(TimeSpan offset) => this.offset = offset;

    /// <summary>What its clock says (UTC).</summary>
    public DateTime Now => DateTime.UtcNow + offset;

    /// <summary>Where its mails are put.</summary>
    public string MailFolder => Path.Combine(folder, "mail");

    /// <summary>What the browser keeps of each person who has signed in, by the person's name.</summary>
    public Dictionary<string, string> Sessions { get; } = [];

    /// <summary>Where it listens.</summary>
    public string Address { get; } = $"http://127.0.0.1:{Shell.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Ends the process and starts it again on the same database, its clock moved on by so much.</summary>
    public async Task MoveOnAsync(TimeSpan by)
    {
        await StopAsync();
        Sessions.Clear();
        offset += by;
        await StartAsync();
    }

    private async Task StartAsync()
    {
        process = Start();
        using var client = new HttpClient();
        var deadline = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited || deadline.Elapsed > Patience)
            {
                throw new InvalidOperationException("The product did not start:\n" + Log());
            }

            await Task.Delay(250);
        }
    }

    /// <summary>What it wrote, for failures.</summary>
    public string Log()
    {
        lock (log)
        {
            return string.Join('\n', log.TakeLast(60));
        }
    }

    private async Task StopAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
    }

    private Process Start()
    {
        var project = Path.Combine(TestRun.Root, "src", "ReferenceHub.Web");
        var output = Path.GetRelativePath(Path.Combine(TestRun.Root, "tests", "ReferenceHub.EndToEndTests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, output, "ReferenceHub.Web.dll"), "--urls", Address])
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__ReferenceHub"] = $"Data Source={Path.Combine(folder, "app.db")}";
        start.Environment["Demo__Customers"] = ScreenshotTheoryAttribute.Folder is null ? DemoCustomers : "300";
        start.Environment["Mail__Folder"] = MailFolder;
        start.Environment["Site__Address"] = Address;
        // Everybody outside comes from one address here.
        start.Environment["Limits__LinksPerMinute"] = "1000";
        start.Environment["Clock__Offset"] = offset.ToString("c", CultureInfo.InvariantCulture);
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Keep(line.Data);
        started.ErrorDataReceived += (_, line) => Keep(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.Add(line ?? "");
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(Address + "/health/ready")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

/// <summary>All journeys share the one product, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class WithRealApp : ICollectionFixture<RealApp>
{
    public const string Name = "With the real product";
}
