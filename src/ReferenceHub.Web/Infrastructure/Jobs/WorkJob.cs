using Quartz;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Web.Infrastructure.Jobs;

/// <summary>Runs one piece of regular work in a scope of its own; a failure is logged and tried again at the next turn.</summary>
[DisallowConcurrentExecution]
public sealed class WorkJob<TWork>(TWork work, ILogger<TWork> log) : IJob
    where TWork : IRegularWork
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await work.RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "{Work} failed and is tried again at its next turn", typeof(TWork).Name);
        }
    }
}
