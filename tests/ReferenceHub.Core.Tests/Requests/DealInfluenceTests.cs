using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Whether a deal was influenced is one answer for everybody who may have it.</summary>
public sealed class DealInfluenceTests : IDisposable
{
    private readonly SmallProgram program = new();

    [Fact]
    public async Task Who_sees_all_requests_of_a_deal_is_told_and_all_are_told_the_same()
    {
        var deal = await CompletedAsync();

        (await InfluencedAsync(deal, program.Rep)).ShouldBe(true);
        (await InfluencedAsync(deal, program.Manager)).ShouldBe(true);
    }

    [Fact]
    public async Task Who_does_not_see_a_request_is_not_told_how_it_ended()
    {
        var deal = await CompletedAsync();

        (await InfluencedAsync(deal, program.OtherRep)).ShouldBeNull();
    }

    [Fact]
    public async Task A_use_outside_the_product_is_listed_and_does_not_count()
    {
        var deal = await DealOfAsync(await program.SubmitAsync());
        await program.Do<LedgerService>(service => service.LogAsync(
            new LogUse(program.CustomerId, null, ActivityKeys.Analyst, new DateOnly(2026, 3, 3), null, "Outside", UseSource.Outside, deal), program.Manager, default));

        var story = await StoryAsync(deal, program.Manager);
        story.Logged.Count.ShouldBe(1);
        story.Influenced.ShouldBe(false);
    }

    [Fact]
    public async Task A_use_before_the_deal_was_opened_does_not_count()
    {
        var deal = await CompletedAsync();
        var tomorrow = DateOnly.FromDateTime(program.Clock.Now).AddDays(1);
        await program.Database.Change(async db =>
        {
            var row = await db.Opportunities.SingleAsync(one => one.Id == deal);
            row.Describe(row.Facts with { OpenedOn = tomorrow });
        });

        (await InfluencedAsync(deal, program.Manager)).ShouldBe(false);
    }

    public void Dispose() => program.Dispose();

    private async Task<Guid> CompletedAsync()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, program.Rep, default));
        return await DealOfAsync(number);
    }

    private Task<Guid> DealOfAsync(int number) =>
        program.Database.Read(db => db.Requests.Where(request => request.Number == number).Select(request => request.OpportunityId!.Value).SingleAsync());

    private Task<DealStory> StoryAsync(Guid deal, Viewer viewer) => program.Ask<DealRequestQueries, DealStory>(queries => queries.OfAsync(deal, viewer, default));

    private async Task<bool?> InfluencedAsync(Guid deal, Viewer viewer) => (await StoryAsync(deal, viewer)).Influenced;
}
