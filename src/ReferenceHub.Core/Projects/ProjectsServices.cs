using Microsoft.Extensions.DependencyInjection;

namespace ReferenceHub.Core.Projects;

/// <summary>What the room of projects offers.</summary>
internal static class ProjectsServices
{
    internal static IServiceCollection AddProjects(this IServiceCollection services) => services
        .AddScoped<ProjectDoor>()
        .AddScoped<ProjectNotices>()
        .AddScoped<ProjectStarting>()
        .AddScoped<ProjectService>()
        .AddScoped<ProjectSteps>()
        .AddScoped<GateKeeper>()
        .AddScoped<ProjectPublishing>()
        .AddScoped<ProjectTexts>()
        .AddScoped<ProjectEvidence>()
        .AddScoped<StepReminders>()
        .AddScoped<ProjectUpkeep>();
}
