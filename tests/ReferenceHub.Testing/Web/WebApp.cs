using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Testing.Web;

/// <summary>The whole product in memory, as in Production, over a database and a clock of its own.</summary>
public sealed class WebApp : WebApplicationFactory<Program>
{
    /// <summary>Password of everybody that <see cref="PersonAsync"/> makes.</summary>
    public const string Password = "Correct-Horse-2026";

    private readonly Dictionary<string, string?> settings;
    private readonly Action drop;
    private readonly string environment;

    // Nothing changes on disk during a test, and a watcher or two for each of hundreds of apps would use up the system's.
    static WebApp()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }

    /// <summary>A product with no people and no customers.</summary>
    public WebApp(DatabaseProvider provider = DatabaseProvider.Sqlite, string environment = "Production", Dictionary<string, string?>? settings = null)
    {
        (var connectionString, drop) = DatabaseTemplates.Copy(provider);
        this.environment = environment;
        this.settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:ReferenceHub"] = connectionString,
            ["Demo:Customers"] = "0",
            ["Jobs:Enabled"] = "false",
            ["Mail:Folder"] = Path.Combine(TestRun.Folder, "mail"),
            ["Site:Address"] = "https://localhost",
            ["Limits:ExportPerMinute"] = "100000",
            ["Limits:SearchPerMinute"] = "100000",
            ["Limits:ImportsPerMinute"] = "100000",
            ["Limits:LinksPerMinute"] = "100000",
        };
        foreach (var (key, value) in settings ?? [])
        {
            this.settings[key] = value;
        }

        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>The product's clock.</summary>
    public FakeClock Clock { get; } = new();

    /// <summary>Everything the product logged at warning or above.</summary>
    public CollectedLogs Logs { get; } = new();

    /// <summary>Somebody without a session.</summary>
    public Visitor Anybody() => new(CreateClient());

    /// <summary>Somebody with these roles, signed in through the form.</summary>
    public async Task<Visitor> SignedInAsync(Roles roles, string? name = null) => await SignedInAsync(await PersonAsync(roles, name));

    /// <summary>This person, signed in through the form.</summary>
    public async Task<Visitor> SignedInAsync(User person)
    {
        var visitor = Anybody();
        await visitor.SignInAsync(person.Email!, Password);
        visitor.Person = person;
        return visitor;
    }

    /// <summary>A new person with an account.</summary>
    public async Task<User> PersonAsync(Roles roles, string? name = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var id = services.GetRequiredService<IIds>().Next();
        var person = new User(id, name ?? $"{roles} of the test", $"{id:N}@people.example", roles, Clock.Now);
        person.PasswordHash = services.GetRequiredService<IPasswordHasher<User>>().HashPassword(person, Password);
        var db = services.GetRequiredService<ReferenceHubDbContext>();
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>Adds rows.</summary>
    public Task AddAsync(params object[] rows) => DataAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    /// <summary>Reads or changes rows with a context of its own.</summary>
    public async Task<T> DataAsync<T>(Func<ReferenceHubDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>());
    }

    /// <summary>Calls a service in a scope of its own.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A key.</summary>
    public Guid NextId() => Services.GetRequiredService<IIds>().Next();

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            drop();
        }
    }
}
