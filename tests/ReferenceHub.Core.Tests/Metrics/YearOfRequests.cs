using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Metrics;

/// <summary>More than a year of requests with every end, by dice of a fixed seed, through the same commands as in the product.</summary>
internal sealed class YearOfRequests(SmallProgram program, int seed)
{
    private const int Requests = 48;
    private readonly Random dice = new(seed);
    private readonly List<Guid> deals = [];

    public async Task LiveAsync()
    {
        await program.Database.Change(async db =>
        {
            foreach (var policy in await db.UsagePolicies.ToListAsync())
            {
                policy.Switch(enabled: false);
            }

            (await db.PolicySets.SingleAsync()).Touch(program.Clock.Now);
        });
        await AddDealsAsync();
        for (var number = 0; number < Requests; number++)
        {
            program.Clock.Advance(TimeSpan.FromMinutes(dice.Next(60, 12 * 24 * 60)));
            await OneAsync();
        }

        await program.Ask<RequestExpiry, int>(job => job.RunAsync(default));
        await CloseDealsAsync();
    }

    private async Task OneAsync()
    {
        var need = program.Need() with
        {
            ActivityKey = dice.Next(4) == 0 ? ActivityKeys.Analyst : ActivityKeys.SalesCall,
            OpportunityId = deals[dice.Next(deals.Count)],
            NeededBy = DateOnly.FromDateTime(program.Clock.Now).AddDays(60),
        };
        var rep = dice.Next(2) == 0 ? program.Rep : program.OtherRep;
        var sent = await program.Database.Ask<RequestDrafting, Data.Outcome<int>>(desk => desk.SubmitAsync(null, need, rep, default));
        sent.Refusal.ShouldBeNull();
        var number = sent.Value;
        await WaitAsync();
        if (dice.Next(6) == 0)
        {
            return;
        }

        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        if (dice.Next(3) == 0)
        {
            await program.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which product?", program.Manager, default));
            await WaitAsync();
            await program.Do<RequestTriage>(desk => desk.ResumeAsync(number, "Atlas", program.Manager, default));
        }

        switch (dice.Next(10))
        {
            case 0:
                await program.Do<RequestTriage>(desk => desk.GiveUpAsync(number, "Nobody fits", program.Manager, default));
                break;
            case 1:
                await program.Do<RequestTriage>(desk => desk.CancelAsync(number, "Deal lost", rep, default));
                break;
            case 2:
                await program.Do<RequestTriage>(desk => desk.DeflectAsync(number, "The Alpenbank story", program.Manager, default));
                break;
            default:
                await AskAsync(number, rep);
                break;
        }
    }

    private async Task AskAsync(int number, Viewer rep)
    {
        var candidate = await program.ProposeAsync(number);
        await program.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, program.Manager, default));
        await WaitAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await WaitAsync();
        if (dice.Next(5) == 0)
        {
            await program.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, candidate, "Too busy", "by phone", program.Manager, default));
            return;
        }

        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        if (dice.Next(6) == 0)
        {
            return;
        }

        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddDays(1), null, null, rep, default));
        program.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(30));
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, rep, default));
    }

    private Task WaitAsync()
    {
        program.Clock.Advance(TimeSpan.FromMinutes(dice.Next(5, 2200)));
        return Task.CompletedTask;
    }

    private async Task AddDealsAsync()
    {
        var made = Enumerable.Range(0, 14).Select(number => new Opportunity(
            program.Database.NextId(), $"OPP-{100 + number}", Facts($"Deal {number}", DealOutcome.Open, new DateOnly(2026, 9, 1), null), program.Clock.Now)).ToList();
        deals.AddRange(made.Select(deal => deal.Id));
        await program.Database.Add(made);
    }

    private Task CloseDealsAsync() => program.Database.Change(async db =>
    {
        var today = DateOnly.FromDateTime(program.Clock.Now);
        foreach (var deal in await db.Opportunities.Where(deal => deals.Contains(deal.Id)).OrderBy(deal => deal.ExternalId).ToListAsync())
        {
            deal.Describe(Facts(deal.Name, (DealOutcome)dice.Next(3), deal.OpenedOn!.Value.AddDays(dice.Next(200)), today.AddDays(-dice.Next(300))));
        }
    });

    private DealFacts Facts(string name, DealOutcome outcome, DateOnly opened, DateOnly? closes) => new()
    {
        Name = name,
        AmountMinor = dice.Next(5) == 0 ? null : dice.Next(10, 900) * 100_000L,
        Currency = dice.Next(6) == 0 ? "USD" : "EUR",
        StageKey = "proposal",
        Outcome = outcome,
        OpenedOn = opened,
        ClosesOn = closes,
    };
}
