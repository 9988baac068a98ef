using ReferenceHub.Web.Features.Opportunities;

namespace ReferenceHub.Web.Features.Import;

/// <summary>What the pages of deals and imports need beside Core.</summary>
public static class DealPages
{
    public static IServiceCollection AddDealPages(this IServiceCollection services) => services
        .AddScoped<OpportunityForms>()
        .AddSingleton<ImportRunner>()
        .AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
}
