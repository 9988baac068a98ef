using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>Records that are merged while something is going on with them.</summary>
public sealed class MergeInUseTests : IDisposable
{
    private readonly SmallProgram program = new();
    private readonly Customer stays = Given.Customer("Alpenbank Holding AG");

    public MergeInUseTests() => program.Database.Add(stays).GetAwaiter().GetResult();

    [Fact]
    public async Task An_open_use_goes_on_with_the_record_that_stays()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        (await MergeAsync()).Refusal.ShouldBeNull();

        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddHours(2), null, null, program.Rep, default));
        program.Clock.Advance(TimeSpan.FromHours(3));
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 25, null, program.Rep, default));

        var request = await program.RequestAsync(number);
        request.State.ShouldBe(RequestState.Completed);
        request.Candidates.ShouldHaveSingleItem().CustomerId.ShouldBe(stays.Id);
        var use = (await program.Ask<UsageQueries, CustomerUsage>(queries => queries.CustomerAsync(stays.Id, default))).Uses.ShouldHaveSingleItem();
        (use.State, use.Minutes).ShouldBe((UseState.Done, 25));
        (await program.Database.Read(db => db.ContactReleases.SingleAsync())).CustomerId.ShouldBe(stays.Id);
    }

    [Fact]
    public async Task Two_candidates_of_one_request_are_not_merged_and_the_refusal_says_where()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        var first = await program.ProposeAsync(number);
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, stays.Id, null, program.Manager, default));
        (await MergeAsync()).Refusal!.ShouldContain($"Both are candidates of request #{number}");

        await program.Do<CandidateAsks>(desk => desk.WithdrawAsync(number, first, null, program.Manager, default));
        (await MergeAsync()).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Limits_count_the_uses_of_both_from_then_on()
    {
        await program.AskedAsync();
        (await ReserveAsync()).Allowed.ShouldBeTrue();
        (await MergeAsync()).IsDone.ShouldBeTrue();
        (await ReserveAsync()).Refusal!.Rule.ShouldContain("Limit of 1");
    }

    [Fact]
    public async Task A_limit_of_the_merged_record_binds_the_one_that_stays_and_a_waiting_proposal_is_about_it()
    {
        var limit = UsagePolicyOf(program.CustomerId);
        await program.Database.Add(limit);
        var (shown, _, _) = await program.Ask<ProposalService, (CustomerEdit, int, string)>(service => service.ReadAsync(program.CustomerId, program.Rep, default));
        var proposal = (await program.Ask<ProposalService, Outcome<Guid>>(
            service => service.ProposeAsync(program.CustomerId, shown with { City = "Graz" }, shown, null, program.Rep, default))).Value;
        (await MergeAsync()).Refusal.ShouldBeNull();

        (await program.Database.Read(db => db.UsagePolicies.SingleAsync(policy => policy.Id == limit.Id))).CustomerId.ShouldBe(stays.Id);
        (await program.Ask<ProposalService>(service => service.AnswerAsync(proposal, [new FieldAnswer("City", true, null, null)], program.Manager, default))).IsDone.ShouldBeTrue();
        (await program.Database.Read(db => db.Customers.SingleAsync(row => row.Id == stays.Id))).City.ShouldBe("Graz");
    }

    public void Dispose() => program.Dispose();

    private static UsagePolicy UsagePolicyOf(Guid customerId) =>
        new UsagePolicy(Given.Id(), PolicyPer.Customer, [ActivityKeys.SalesCall], new PolicyTerms(PolicyMeasure.Uses, 3, new LimitWindow(WindowKind.Rolling, 365))).ForCustomer(customerId, PolicySetter.Customer);

    private async Task<Outcome> MergeAsync()
    {
        var seen = await program.Ask<MergeQueries, MergeComparison>(queries => queries.CompareAsync(stays.Id, program.CustomerId, program.Manager, default));
        var choice = new MergeChoice(seen.Survivor.Version, seen.Other.Version, new Dictionary<string, MergeSide> { ["OwnerId"] = MergeSide.Other });
        return await program.Ask<CustomerMerge>(merge => merge.MergeAsync(stays.Id, program.CustomerId, choice, program.Manager, default));
    }

    // Asked only: nothing is saved.
    private Task<Reservation> ReserveAsync()
    {
        var ask = new ReserveUse(stays.Id, null, ActivityKeys.SalesCall, DateOnly.FromDateTime(program.Clock.Now).AddDays(7), UseSource.Request, Given.Id());
        return program.Ask<ReservationService, Reservation>(desk => desk.ReserveAsync(ask, program.Manager, default));
    }
}
