using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReferenceHub.Testing;
using ReferenceHub.Web.Infrastructure;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>One node of the product as in Production, listening on a port of its own on loopback, over a database that may have other nodes.</summary>
internal sealed class Node : WebApplicationFactory<ChangePoller>
{
    private readonly Dictionary<string, string> settings;

    /// <summary>A node over a database; it listens when first asked for a client or a service.</summary>
    public Node(DatabaseProvider provider, string connection)
    {
        settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:ReferenceHub"] = connection,
            ["Demo:Customers"] = "0",
            ["Jobs:Enabled"] = "false",
            ["Mail:Folder"] = Path.Combine(Path.GetTempPath(), "referencehub-bench-mail"),
            ["Site:Address"] = "https://localhost",
            ["Limits:SearchPerMinute"] = "1000000",
        };
        UseKestrel(0);
    }

    /// <summary>A client over HTTP that keeps neither cookies nor redirects to itself.</summary>
    public HttpClient Client()
    {
        StartServer();
        return new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>Calls a service in a scope of its own.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Path.Combine(TestRun.Root, "src", "ReferenceHub.Web"));
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
