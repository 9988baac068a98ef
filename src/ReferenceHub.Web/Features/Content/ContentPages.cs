using ReferenceHub.Web.Features.Content.Shares;
using ReferenceHub.Web.Features.Links;

namespace ReferenceHub.Web.Features.Content;

/// <summary>Helpers of the library's pages.</summary>
public static class ContentPages
{
    public static IServiceCollection AddContentPages(this IServiceCollection services) => services
        .AddScoped<AssetForms>()
        .AddScoped<ShareChoices>()
        .AddScoped<SharePages>();
}
