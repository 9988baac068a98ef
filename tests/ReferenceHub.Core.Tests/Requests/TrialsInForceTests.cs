using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>What the weights in force make of recent requests is read once, for as long as it stays true.</summary>
public sealed class TrialsInForceTests : IDisposable
{
    private readonly FakeClock clock = new();
    private readonly ChangeHub hub = new();
    private readonly Viewer viewer = Given.Viewer();
    private readonly MatchWeights weights = new(100, 0, 0, 0);
    private readonly TrialsInForce trials;
    private int reads;

    public TrialsInForceTests() => trials = new TrialsInForce(clock, hub);

    public void Dispose() => trials.Dispose();

    [Fact]
    public async Task It_is_read_once_however_many_weights_are_tried()
    {
        await ReadAsync(Basis());
        await ReadAsync(Basis());
        reads.ShouldBe(1);
    }

    [Theory]
    [InlineData(Topic.Settings, 2)]
    [InlineData(Topic.Catalog, 2)]
    [InlineData(Topic.Usage, 2)]
    [InlineData(Topic.People, 1)]
    [InlineData(Topic.Requests, 1)]
    public async Task News_of_what_matching_counts_with_ends_it(Topic topic, int expected)
    {
        await ReadAsync(Basis());
        hub.Publish([new ChangeNotice(Given.Id(), clock.Now, topic, Guid.Empty)]);
        await ReadAsync(Basis());
        reads.ShouldBe(expected);
    }

    [Fact]
    public async Task News_while_it_is_read_leaves_it_unkept()
    {
        await trials.GetAsync(Basis(), () =>
        {
            hub.Publish([new ChangeNotice(Given.Id(), clock.Now, Topic.Usage, Guid.Empty)]);
            return Task.FromResult(new TrialInForce([], []));
        });
        await ReadAsync(Basis());
        reads.ShouldBe(1);
    }

    [Fact]
    public async Task So_does_a_minute()
    {
        await ReadAsync(Basis());
        clock.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync(Basis());
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Others_other_weights_in_force_and_other_requests_are_read_for_themselves()
    {
        await ReadAsync(Basis());
        await ReadAsync(Basis() with { Viewer = Given.Viewer() });
        await ReadAsync(Basis() with { InForce = new MatchWeights(0, 0, 100, 0) });
        await ReadAsync(Basis() with { Requests = [new TrialRequest(Given.Id(), 1001, "sales-call", "industry=banking", null, null, null)] });
        reads.ShouldBe(4);
    }

    private TrialBasis Basis() => new(viewer, weights, [], []);

    private Task<TrialInForce> ReadAsync(TrialBasis basis) => trials.GetAsync(basis, () =>
    {
        reads++;
        return Task.FromResult(new TrialInForce([], []));
    });
}
