using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Components;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Sidebar: requests that wait for the program.</summary>
public sealed class QueueCounter(QueueQueries queue) : INavCounter
{
    public string Entry => "queue";

    public Task<int> CountAsync(Viewer viewer, CancellationToken ct) =>
        viewer.Can(Right.RunProgram) ? queue.WaitingForProgramAsync(viewer, ct) : Task.FromResult(0);
}

/// <summary>Sidebar: requests that wait for this person's answer.</summary>
public sealed class RequestCounter(MyRequests requests) : INavCounter
{
    public string Entry => "requests";

    public Task<int> CountAsync(Viewer viewer, CancellationToken ct) => requests.WaitingAsync(viewer, ct);
}

/// <summary>What the pages of requests are made with.</summary>
public static class RequestPageServices
{
    public static IServiceCollection AddRequestPages(this IServiceCollection services) => services
        .AddScoped<RequestPages>()
        .AddScoped<RequestFormPages>()
        .AddScoped<INavCounter, QueueCounter>()
        .AddScoped<INavCounter, RequestCounter>();
}
