using ReferenceHub.Web.Features.Palette.Sources;

namespace ReferenceHub.Web.Features.Palette;

/// <summary>What the palette finds, in its order.</summary>
public static class PaletteServices
{
    public static IServiceCollection AddPalette(this IServiceCollection services) => services
        .AddScoped<IPaletteSource, PageSource>()
        .AddScoped<IPaletteSource, CustomerSource>()
        .AddScoped<IPaletteSource, ReferenceSource>()
        .AddScoped<IPaletteSource, RequestSource>()
        .AddScoped<IPaletteSource, DealSource>()
        .AddScoped<IPaletteSource, ContentSource>()
        .AddScoped<IPaletteSource, PersonSource>();
}
