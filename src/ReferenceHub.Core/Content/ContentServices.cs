using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>What this room offers.</summary>
public static class ContentServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<ContentShare>, PasswordHasher<ContentShare>>();
        services.AddScoped<ContentSubjects>();
        services.AddScoped<AssetChecks>();
        services.AddScoped<AssetFiles>();
        services.AddScoped<AssetIndex>();
        services.AddScoped<AssetService>();
        services.AddScoped<AssetPublishing>();
        services.AddScoped<AssetVersions>();
        services.AddScoped<AssetPageQueries>();
        services.AddScoped<LibraryQueries>();
        services.AddScoped<ContentFinder>();
        services.AddScoped<ContentUse>();
        services.AddScoped<DealContent>();
        services.AddScoped<ShareRules>();
        services.AddScoped<ShareService>();
        services.AddScoped<ShareQueries>();
        services.AddScoped<ShareDoor>();
        services.AddScoped<ContentReminders>();
        return services;
    }
}
