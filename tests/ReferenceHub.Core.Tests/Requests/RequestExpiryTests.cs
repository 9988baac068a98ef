using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Scheduling;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Which requests end by themselves once their day has passed.</summary>
public sealed class RequestExpiryTests : IDisposable
{
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_later_day_agreed_meanwhile_saves_it_even_when_it_was_picked_already()
    {
        var (number, _) = await Small.AskedAsync();
        Small.Clock.Advance(TimeSpan.FromDays(13));
        (await Small.CorrectAsync(number, Small.Need())).Refusal.ShouldBeNull();
        Small.Clock.Advance(TimeSpan.FromDays(3));

        await Small.Do<RequestTriage>(desk => desk.ExpireAsync(number, default));

        (await Small.RequestAsync(number)).State.ShouldBe(RequestState.Sourcing);
    }

    [Fact]
    public async Task A_yes_given_meanwhile_saves_it_even_when_it_was_picked_already()
    {
        var number = await Small.SubmitAsync(Small.Need() with { Wanted = 2 });
        await Small.Do<RequestTriage>(desk => desk.AssignAsync(number, null, Small.Manager, default));
        var candidate = await Small.ProposeAsync(number);
        await Small.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, Small.Manager, default));
        await Small.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, Small.Owner, default));
        await Small.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", Small.Manager, default));
        Small.Clock.Advance(TimeSpan.FromDays(60));

        await Small.Do<RequestTriage>(desk => desk.ExpireAsync(number, default));

        (await Small.RequestAsync(number)).CandidateOf(candidate).State.ShouldBe(CandidateState.Accepted);
    }

    [Fact]
    public async Task A_day_that_had_passed_when_it_was_reopened_does_not_end_it_a_second_time()
    {
        var (number, _) = await Small.AskedAsync();
        Small.Clock.Advance(TimeSpan.FromDays(20));
        (await RunAsync()).ShouldBe(1);
        await Small.Do<RequestTriage>(desk => desk.ReopenAsync(number, "They still want one", Small.Manager, default));
        (await RunAsync()).ShouldBe(0);

        (await Small.CorrectAsync(number, Small.Need())).Refusal.ShouldBeNull();
        Small.Clock.Advance(TimeSpan.FromDays(20));
        (await RunAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_use_that_was_held_before_it_was_reopened_does_not_keep_it_open_for_ever()
    {
        var (number, _) = await program.HeldAsync();
        Small.Clock.Advance(TimeSpan.FromHours(1));
        await Small.Do<RequestTriage>(desk => desk.ReopenAsync(number, "They want to speak to a second bank", Small.Manager, default));
        Small.Clock.Advance(TimeSpan.FromDays(20));

        (await RunAsync()).ShouldBe(1);

        (await Small.RequestAsync(number)).State.ShouldBe(RequestState.Expired);
    }

    private Task<int> RunAsync() => Small.Ask<RequestExpiry, int>(job => job.RunAsync(default));
}
