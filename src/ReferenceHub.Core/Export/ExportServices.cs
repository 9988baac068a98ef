using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Export.Lists;

namespace ReferenceHub.Core.Export;

/// <summary>What exports need.</summary>
internal static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddScoped<ExportRights>()
        .AddScoped<ExportLog>()
        .AddScoped<ReferenceExport>()
        .AddScoped<PartExports>()
        .AddScoped<DealExport>()
        .AddScoped<RequestExport>()
        .AddScoped<LedgerExport>()
        .AddScoped<VerificationExport>()
        .AddScoped<ContentExport>()
        .AddScoped<NominationExport>()
        .AddScoped<UnmetNeedExport>()
        .AddScoped<ImportProblemExport>();
}
