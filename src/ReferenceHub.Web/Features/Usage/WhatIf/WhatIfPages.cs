namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>What the pages of replays need beside Core.</summary>
public static class WhatIfPages
{
    public static IServiceCollection AddWhatIfPages(this IServiceCollection services) => services
        .AddSingleton<WhatIfRunner>()
        .AddHostedService(provider => provider.GetRequiredService<WhatIfRunner>());
}
