using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Testing.Databases;

/// <summary>Core's services over a given database, without a host.</summary>
internal static class TestServices
{
    public static ServiceProvider Build(
        DatabaseProvider provider, string connectionString, TimeProvider clock, Action<IServiceCollection>? configure = null, Action<DbContextOptionsBuilder>? options = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton(new SiteAddress(new Uri("https://hub.example")));
        services.AddSingleton(new MailSettings { From = "references@hub.example" });
        services.AddReferenceHubCore();
        services.AddDbContext<ReferenceHubDbContext>(builder =>
        {
            DatabaseServices.Use(builder, provider, connectionString);
            options?.Invoke(builder);
        });
        configure?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static ReferenceHubDbContext Context(IServiceProvider services, DatabaseProvider provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<ReferenceHubDbContext>();
        DatabaseServices.Use(options, provider, connectionString);
        return new ReferenceHubDbContext(options.Options, services.GetRequiredService<ContextServices>());
    }
}
