using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure.Jobs;

namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>Hands replays whose node is gone to the runner of this one.</summary>
public sealed class LostReplays(WhatIfService service, SideRunner runner) : IRegularWork
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var run in await service.TakeLostAsync(ct))
        {
            _ = runner.Begin(new ReplayWork(run));
        }
    }
}
