using ReferenceHub.Web.Features.Usage.Editions;
using ReferenceHub.Web.Features.Usage.WhatIf;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>What the pages of usage need beside Core.</summary>
public static class UsagePages
{
    public static IServiceCollection AddUsagePages(this IServiceCollection services) => services
        .AddScoped<PolicyFormPages>()
        .AddScoped<EditionPages>()
        .AddScoped<LostReplays>();
}
