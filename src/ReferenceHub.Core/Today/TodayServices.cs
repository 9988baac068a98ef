using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Today;

/// <summary>What the room of one's own day offers.</summary>
internal static class TodayServices
{
    internal static IServiceCollection AddToday(this IServiceCollection services) => services
        .AddScoped<SourceDoor>()
        .AddScoped<ActionLog>()
        .AddScoped<NotesQuery>()
        .AddScoped<TodayQueries>()
        .AddScoped<HomeNeeds>()
        .AddScoped<HomeNewsQueries>()
        .AddScoped<HomeQueries>();
}
