using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure.Jobs;

namespace ReferenceHub.Web.Features.Usage.Comparison;

/// <summary>A comparison of the ledgers that somebody asked for. It gives its own signs of life, piece by piece; one that was stopped is not taken up, another may begin.</summary>
public sealed record ComparisonWork(Viewer By) : ISideWork
{
    public Task<Outcome> RunAsync(IServiceProvider services, IProgress<int> progress, CancellationToken ct) => services.GetRequiredService<LedgerComparisons>().RunAsync(By, ct);

    public override string ToString() => "The comparison of the ledgers";
}
