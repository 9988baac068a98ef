using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Testing.Databases;

/// <summary>A fresh database of one test with Core's services over it and a clock of its own.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly ServiceProvider services;
    private readonly Action drop;

    private TestDatabase(
        DatabaseProvider provider, string connectionString, Action drop, FakeClock? clock, Action<IServiceCollection>? configure, Action<DbContextOptionsBuilder>? options = null)
    {
        Provider = provider;
        ConnectionString = connectionString;
        Clock = clock ?? new FakeClock();
        this.drop = drop;
        services = TestServices.Build(provider, connectionString, Clock, configure, options);
    }

    /// <summary>The kind of database.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Where it is.</summary>
    public string ConnectionString { get; }

    /// <summary>The clock of every service here.</summary>
    public FakeClock Clock { get; }

    /// <summary>A new database as a new program has it (taxonomies, activity types, policies …; or no rows at all), copied from a template made once a run.</summary>
    public static TestDatabase Create(
        DatabaseProvider provider = DatabaseProvider.Sqlite, FakeClock? clock = null, Action<IServiceCollection>? configure = null, bool empty = false,
        Action<DbContextOptionsBuilder>? options = null)
    {
        var (connectionString, drop) = DatabaseTemplates.Copy(provider, empty);
        return new TestDatabase(provider, connectionString, drop, clock, configure, options);
    }

    /// <summary>A SQLite file that is there already; it is left where it is.</summary>
    public static TestDatabase Open(string connectionString, FakeClock clock, Action<IServiceCollection>? configure = null) => new(DatabaseProvider.Sqlite, connectionString, () => { }, clock, configure);

    /// <summary>Core's services over a database that is never reached, for looking at SQL.</summary>
    public static TestDatabase Unconnected(DatabaseProvider provider, string connectionString, Action<DbContextOptionsBuilder> options) =>
        new(provider, connectionString, () => { }, null, null, options);

    /// <summary>A scope as a web request has one; the caller disposes it.</summary>
    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    /// <summary>A context of its own; the caller disposes it.</summary>
    public ReferenceHubDbContext Context() => TestServices.Context(services, Provider, ConnectionString);

    /// <summary>A key.</summary>
    public Guid NextId() => services.GetRequiredService<IIds>().Next();

    /// <summary>Calls a service in a scope of its own.</summary>
    public async Task<T> Ask<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull
    {
        await using var scope = Scope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Calls a service in a scope of its own.</summary>
    public Task Do<TService>(Func<TService, Task> deed)
        where TService : notnull =>
        Ask<TService, bool>(async service =>
        {
            await deed(service);
            return true;
        });

    /// <summary>Reads with a context of its own.</summary>
    public async Task<T> Read<T>(Func<ReferenceHubDbContext, Task<T>> question)
    {
        await using var db = Context();
        return await question(db);
    }

    /// <summary>Adds rows.</summary>
    public async Task Add(params IEnumerable<object> rows)
    {
        await using var db = Context();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>Changes rows.</summary>
    public async Task Change(Func<ReferenceHubDbContext, Task> change)
    {
        await using var db = Context();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        services.Dispose();
        drop();
    }
}
