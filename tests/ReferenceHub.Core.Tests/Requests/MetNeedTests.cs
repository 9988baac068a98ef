using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>A need stands unmet until a reference agrees.</summary>
public sealed class MetNeedTests : IDisposable
{
    private readonly SmallProgram program = new();

    [Fact]
    public async Task A_yes_for_the_deal_meets_its_need_of_that_activity_type_alone()
    {
        var (number, candidate) = await program.AskedAsync();
        var deal = (await program.RequestAsync(number)).OpportunityId!.Value;
        foreach (var activity in new[] { ActivityKeys.SalesCall, ActivityKeys.Analyst })
        {
            (await program.Ask<UnmetNeeds, Outcome<Guid>>(needs => needs.RecordAsync(deal, activity, Criteria.Parse("industry=banking"), program.Rep, default))).Refusal.ShouldBeNull();
        }

        await program.Do<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, "By phone", program.Manager, default));
        (await StandingAsync()).ShouldBe([ActivityKeys.Analyst, ActivityKeys.SalesCall], ignoreOrder: true);
        await program.Do<CandidateAnswers>(answers => answers.AgreeAsync(number, candidate, null, "By phone", program.Manager, default));

        (await StandingAsync()).ShouldBe([ActivityKeys.Analyst]);
        var line = await program.Database.Read(db => db.HistoryEvents.SingleAsync(row => row.SubjectId == deal && row.Verb == "unmet-met"));
        (line.ActorName, line.Summary).ShouldBe((program.Manager.Name, "A reference agreed: its need is met (Sales call)"));
    }

    public void Dispose() => program.Dispose();

    private Task<List<string>> StandingAsync() => program.Database.Read(db => db.UnmetNeeds.Where(need => need.ClosedAt == null).Select(need => need.ActivityKey).ToListAsync());
}
