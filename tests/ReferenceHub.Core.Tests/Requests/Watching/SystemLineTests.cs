using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Watching;

/// <summary>What the product notes of a request stands on its timeline; comments are what people wrote.</summary>
public sealed class SystemLineTests
{
    private readonly RequestMaker program = new();

    [Fact]
    public void A_handover_a_merged_deal_and_a_new_follower_are_no_comments()
    {
        var request = program.Triaged();
        request.HandRequesterTo(program.At(), program.Id(), "Daniel Costa");
        request.MoveToDeal(program.At(), program.Id(), "Northwind Bank");
        request.LetFollow(program.At(), program.Id(), "Rita Sommer");
        request.Events.TakeLast(3).Select(line => (line.Kind, line.Note)).ShouldBe(
            [(RequestEventKind.RequesterChanged, "Daniel Costa"), (RequestEventKind.DealMerged, "Northwind Bank"), (RequestEventKind.FollowerAdded, "Rita Sommer")]);
    }
}
