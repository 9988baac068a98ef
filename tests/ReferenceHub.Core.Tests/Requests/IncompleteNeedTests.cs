using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>What a request needs it needs when it is sent and when it is corrected, and the same words say so.</summary>
public sealed class IncompleteNeedTests : IDisposable
{
    private readonly SmallProgram program = new();

    public static TheoryData<string> Fields => [nameof(RequestNeed.Text), nameof(RequestNeed.OpportunityId), nameof(RequestNeed.NeededBy)];

    public void Dispose() => program.Dispose();

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Sending_and_correcting_refuse_the_same_in_the_same_words(string field)
    {
        var number = await program.SubmitAsync();
        var need = Without(field);
        var sent = await program.Ask<RequestDrafting, Data.Outcome<int>>(desk => desk.SubmitAsync(null, need, program.Rep, default));
        var corrected = await program.Ask<RequestDrafting>(desk => desk.CorrectAsync(number, need, NeedChanges.MarkOf(program.Need()), program.Rep, default));
        corrected.Field.ShouldBe(field);
        (corrected.Refusal, corrected.Field).ShouldBe((sent.Refusal, sent.Field));
    }

    [Fact]
    public async Task A_list_of_requirements_says_what_is_needed_as_well_as_words_do()
    {
        var list = program.Need() with { ActivityKey = ActivityKeys.Rfp, Text = null, Criteria = null, Requirements = "1. A bank in DACH\n2. Runs on Azure" };
        var number = await program.SubmitAsync(list);
        (await program.CorrectAsync(number, list with { Requirements = "A bank in DACH" })).Refusal.ShouldBeNull();
        (await program.RequestAsync(number)).Requirements.ShouldBe("A bank in DACH");
        (await program.CorrectAsync(number, list with { Requirements = null })).Field.ShouldBe(nameof(RequestNeed.Text));
    }

    [Fact]
    public async Task Bullets_alone_are_no_requirements()
    {
        var need = program.Need() with { ActivityKey = ActivityKeys.Rfp, Text = null, Requirements = "-\n•\n  " };
        var sent = await program.Ask<RequestDrafting, Data.Outcome<int>>(desk => desk.SubmitAsync(null, need, program.Rep, default));
        (sent.Refusal, sent.Field).ShouldBe(("Say which reference you need: in words, by criteria, or by a list of requirements.", nameof(RequestNeed.Text)));
    }

    private RequestNeed Without(string field) => field switch
    {
        nameof(RequestNeed.Text) => program.Need() with { Text = " ", Criteria = null },
        nameof(RequestNeed.OpportunityId) => program.Need() with { OpportunityId = null },
        _ => program.Need() with { NeededBy = null },
    };
}
