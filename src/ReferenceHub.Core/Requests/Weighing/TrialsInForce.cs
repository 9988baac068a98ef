using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A request to try weights on.</summary>
internal sealed record TrialRequest(Guid Id, int Number, string ActivityKey, string Query, string? Language, string? ZoneId, string? Prospect)
{
    public CatalogAsk Ask => new(Criteria.Parse(Query), ActivityKey, ForAsking: true, RequestId: Id) { Language = Language, ZoneId = ZoneId };
}

/// <summary>A past request and who said yes.</summary>
internal sealed record TrialYes(TrialRequest Row, Guid CustomerId);

/// <summary>What a trial is made of: for whom, by which weights in force, on which requests.</summary>
internal sealed record TrialBasis(Viewer Viewer, MatchWeights InForce, IReadOnlyList<TrialRequest> Requests, IReadOnlyList<TrialYes> Past)
{
    // Weights in force are one object until they change.
    public bool IsSame(TrialBasis other) =>
        Viewer == other.Viewer && ReferenceEquals(InForce, other.InForce) && Requests.SequenceEqual(other.Requests) && Past.SequenceEqual(other.Past);
}

/// <summary>The half of a trial that stays while weights are typed: the first few of each request with what was looked for in words, and the places.</summary>
internal sealed record TrialInForce(IReadOnlyList<(CatalogAsk Ask, IReadOnlyList<string> Words, IReadOnlyList<MatchRow> Rows)> Requests, IReadOnlyList<double?> Places);

/// <summary>
/// Keeps the half of the last trial that the weights in force make, so that it is read once and not with each weight typed. Any news of
/// customers, usage or settings ends it, and so does a minute: days and pauses pass without news.
/// </summary>
public sealed class TrialsInForce : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly TimeProvider clock;
    private readonly IDisposable listening;
    private Kept? kept;
    private long changes;

    /// <summary>Listens to the node's change hub from now on.</summary>
    public TrialsInForce(TimeProvider clock, ChangeHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        this.clock = clock;
        listening = hub.Listen(notice =>
        {
            if (notice.Topic is not (Topic.People or Topic.Requests))
            {
                Interlocked.Increment(ref changes);
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose() => listening.Dispose();

    internal async Task<TrialInForce> GetAsync(TrialBasis basis, Func<Task<TrialInForce>> read)
    {
        var now = clock.UtcNow();
        var before = Interlocked.Read(ref changes);
        if (Volatile.Read(ref kept) is { } last && last.Changes == before && now < last.Until && last.Basis.IsSame(basis))
        {
            return last.Half;
        }

        var half = await read();
        Volatile.Write(ref kept, new Kept(basis, half, before, now + Life));
        return half;
    }

    private sealed record Kept(TrialBasis Basis, TrialInForce Half, long Changes, DateTime Until);
}
