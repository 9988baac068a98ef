using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>Makes a SQLite program of any size from the skewed catalog, with contacts and content.</summary>
internal static class Filler
{
    /// <summary>Password of everybody in it.</summary>
    public const string Password = "Bench-Pass-2026";

    private const int Batch = 2000;

    /// <summary>A SQLite file with a program of so many customers, kept in the temporary folder from run to run.</summary>
    public static async Task<string> FileAsync(int customers)
    {
        var file = Path.Combine(Path.GetTempPath(), $"referencehub-bench-{customers}.db");
        if (File.Exists(file))
        {
            await using var known = Services(file);
            await using var scope = known.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().Database.MigrateAsync();
            return file;
        }

        // Under another name until it is whole: a run may be ended while it fills.
        var filling = $"{file}.{Environment.ProcessId}";
        await FillAsync(filling, customers);
        File.Move(filling, file);
        return file;
    }

    /// <summary>Makes a SQLite program of so many customers.</summary>
    public static async Task FillAsync(string file, int customers)
    {
        await using (var empty = Services(file))
        {
            await FillAsync(empty, customers);
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>Core over a database: the file of a SQLite one, or the connection string of another.</summary>
    public static ServiceProvider Services(string connection, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        services.AddReferenceHubCore();
        services.AddDbContext<ReferenceHubDbContext>(options => DatabaseServices.Use(options, provider, provider == DatabaseProvider.Sqlite ? $"Data Source={connection}" : connection));
        return services.BuildServiceProvider();
    }

    /// <summary>Makes a program of so many customers in an empty database.</summary>
    public static async Task FillAsync(ServiceProvider services, int customers)
    {
        await BeginAsync(services);
        var terms = await TermsAsync(services);
        foreach (var batch in SkewedCatalog.Of(42, customers).Chunk(Batch))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(batch.Select(entry => CustomerOf(entry, terms)));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Makes an empty program with two people; the answer is its manager.</summary>
    public static async Task<Viewer> BeginAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        await db.Database.MigrateAsync();

        Viewer? manager = null;
        db.Add(new Organisation("Benchmark", "Europe/Berlin", "EUR"));
        await scope.ServiceProvider.GetRequiredService<TaxonomySeed>().AddAsync(default);
        await scope.ServiceProvider.GetRequiredService<DealStageSeed>().AddAsync(default);
        await scope.ServiceProvider.GetRequiredService<UsageSeed>().AddAsync(default);
        foreach (var (name, roles) in new[] { ("rep", Roles.Rep), ("manager", Roles.ProgramManager) })
        {
            var person = new User(Guid.CreateVersion7(), $"{name} of the benchmark", $"{name}@bench.example", roles, DateTime.UtcNow);
            person.PasswordHash = new PasswordHasher<User>().HashPassword(person, Password);
            db.Add(person);
            manager = new Viewer(person.Id, person.Name, roles);
        }

        await db.SaveChangesAsync();
        return manager!;
    }

    private static async Task<Dictionary<(Facet, string), Guid>> TermsAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        return await db.Terms.AsNoTracking().ToDictionaryAsync(term => (TermFacets.FacetOf(term.Kind), term.Key), term => term.Id);
    }

    private static Customer CustomerOf(CatalogEntry entry, Dictionary<(Facet, string), Guid> terms)
    {
        var own = entry.Terms.Select(term => Catalogs.Terms.All[term]).Where(term => term.Facet != Facet.Size).ToList();
        var customer = new Customer(entry.Id, new CompanyFacts
        {
            Name = entry.Name,
            City = entry.City,
            Employees = entry.Staff == 0 ? null : entry.Staff,
            IndustryId = IdOf(own.First(term => term.Facet == Facet.Industry)),
            RegionId = IdOf(own.First(term => term.Facet == Facet.Region)),
        }, null, DateTime.UtcNow);
        customer.MoveToTier(entry.Tier);
        SetStatus(customer, entry);
        if (entry.VerifiedOn is { } verified)
        {
            customer.Verify(null, verified.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), verified);
        }

        foreach (var product in own.Where(term => term.Facet == Facet.Product))
        {
            var use = new ProductUse(Guid.CreateVersion7(), customer.Id, IdOf(product));
            use.Describe(null, null, entry.LiveSince, null);
            customer.Products.Add(use);
        }

        customer.Attributes.AddRange(own.Where(term => term.Facet is Facet.Platform or Facet.Language or Facet.UseCase or Facet.Deployment or Facet.Integration).Select(term => new CustomerAttribute(customer.Id, IdOf(term))));
        foreach (var known in entry.Contacts)
        {
            var contact = new Contact(known.Id, customer.Id, "Contact of " + entry.Name);
            contact.Agree(known.Willing.Scopes, known.MinutesPerQuarter, null);
            customer.Contacts.Add(contact);
        }

        for (var place = 0; place < entry.Content; place++)
        {
            customer.Assets.Add(new Asset(Guid.CreateVersion7(), customer.Id, (AssetKind)place, $"How {entry.Name} did it, part {place + 1}", "en", Catalogs.Today.AddDays(-100 - place)));
        }

        return customer;

        Guid IdOf(CatalogTerm term) => terms[(term.Facet, term.Key)];
    }

    private static void SetStatus(Customer customer, CatalogEntry entry)
    {
        switch (entry.Status)
        {
            case ReferenceStatus.Paused:
                customer.Pause(entry.PausedUntil ?? Catalogs.Today.AddDays(30), null);
                break;
            case ReferenceStatus.Retired:
                customer.Retire(null);
                break;
            case ReferenceStatus.DoNotUse:
                customer.ForbidUse("Benchmark");
                break;
            case ReferenceStatus.Candidate:
                break;
            default:
                customer.Activate();
                break;
        }
    }
}
