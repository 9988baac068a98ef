using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Data.Demo;

namespace ReferenceHub.Web.Infrastructure.Database;

/// <summary>
/// In Development fills an empty database with the demo program of `Demo:Customers` customers, showing how far it has come; never elsewhere,
/// since its people have a known password.
/// </summary>
public sealed class DemoStart(IServiceScopeFactory scopes, DatabaseSettings settings, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
{
    private string? shown;

    public async Task FillAsync(CancellationToken ct)
    {
        var customers = configuration.GetValue("Demo:Customers", 0);
        if (!environment.IsDevelopment() || customers <= 0)
        {
            return;
        }

        await using var turn = settings.File is null ? null : await FileLock.TakeAsync(settings.File + ".lock", TimeProvider.System, ct);
        await using var scope = scopes.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<DemoProgram>();
        if (!await demo.IsNeededAsync(ct))
        {
            return;
        }

        var started = clock.GetTimestamp();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Filling the demo program: {customers:N0} customers with two years of history …"));
        await demo.SeedAsync(clock.UtcNow(), customers, Show, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(Console.IsOutputRedirected ? "" : "\r")}The demo program is filled, in {clock.GetElapsedTime(started).TotalSeconds:0.0} s. Its people are listed at /account/login."));
    }

    // One line that grows on a terminal; in a log, one line a kind.
    private void Show(DemoStep step)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"  {step.What} {step.Done:N0} of {step.Of:N0}");
        if (!Console.IsOutputRedirected)
        {
            Console.Write("\r" + words.PadRight(60));
        }
        else if (step.Done == step.Of && shown != words)
        {
            Console.WriteLine(words);
            shown = words;
        }
    }
}
