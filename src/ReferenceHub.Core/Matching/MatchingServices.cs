using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Matching;

/// <summary>What matching offers.</summary>
public static class MatchingServices
{
    /// <summary>Registers the catalog of this node and the searches over it.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<ReadyShelf>();
        services.AddSingleton<UsageViews>();
        services.AddSingleton<MatchWeightCache>();
        services.AddScoped<MatchWeightService>();
        services.AddScoped<LikenessReader>();
        services.AddScoped<RowContacts>();
        services.AddScoped<NeedReading>();
        services.AddScoped<MatchAsking>();
        services.AddScoped<MatchQueries>();
        services.AddScoped<SimilarCustomers>();
        services.AddSingleton<LoadRows>();
        services.AddScoped<LoadBoardQueries>();
        services.AddScoped<LoadScopes>();
        services.AddScoped<ReadyContent>();
        services.AddScoped<LiveMatches>();
        services.AddScoped<UnmetNeeds>();
        services.AddScoped<UnmetNeedQueries>();
        services.AddScoped<FreeAlerts>();
        services.AddScoped<FreeAlertWork>();
        return services;
    }
}
