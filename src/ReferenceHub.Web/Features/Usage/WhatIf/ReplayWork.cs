using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure.Jobs;

namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>A replay beside the requests. Its row says how far it is, and that somebody has it.</summary>
public sealed record ReplayWork(Guid RunId) : ISideWork
{
    public async Task<Outcome> RunAsync(IServiceProvider services, IProgress<int> progress, CancellationToken ct)
    {
        await services.GetRequiredService<WhatIfService>().RunAsync(RunId, progress, ct);
        return Outcome.Done;
    }

    public Task BeatAsync(IServiceProvider services, int percent, CancellationToken ct) => services.GetRequiredService<WhatIfService>().BeatAsync(RunId, percent, ct);

    public override string ToString() => $"Replay {RunId}";
}
