using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure.Jobs;

/// <summary>Work that somebody started and that may take longer than a page is waited for.</summary>
public interface ISideWork
{
    /// <summary>Does it, in a scope of its own; tells how far it is, in per cent.</summary>
    Task<Outcome> RunAsync(IServiceProvider services, IProgress<int> progress, CancellationToken ct);

    /// <summary>Gives a sign of life where others look for one, in a scope of its own, from when it waits for its turn until it has ended.</summary>
    Task BeatAsync(IServiceProvider services, int percent, CancellationToken ct) => Task.CompletedTask;
}
