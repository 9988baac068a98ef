using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Points beside fit are worked out once for the weights in use, whoever tries others in between.</summary>
public sealed class KeptPointsRules
{
    private static readonly MatchWeights Tried = MatchWeights.Default with { Fit = 100, Availability = 0, Freshness = 0, Quality = 0 };

    [Fact]
    public void Points_of_other_weights_throw_none_out()
    {
        var snapshot = Catalogs.Of(Catalogs.Entry(1, "Alpenbank"));
        var usage = Catalogs.Usage();
        RestPoints Of(MatchWeights weights) => new BlockMatch(snapshot.Blocks.Single().Block, default, Catalogs.Query("", usage) with { Weights = weights }, []).Points;
        var known = Of(MatchWeights.Default);

        Of(Tried).ShouldNotBeSameAs(known);

        Of(MatchWeights.Default).ShouldBeSameAs(known);
    }
}
