using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Windows;

/// <summary>A promise at risk and a broken one are told once each. A sales call is promised in two business days: 960 minutes, from Monday 10:42.</summary>
public sealed class PromiseWatchTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData(767, false, false)]
    [InlineData(768, true, false)]
    [InlineData(960, true, false)]
    [InlineData(961, true, true)]
    public async Task It_is_at_risk_from_80_percent_and_broken_beyond_the_target(int minutes, bool risk, bool breach)
    {
        var number = await program.SubmitAsync();
        await AfterAsync(minutes);
        var request = await program.RequestAsync(number);
        (request.RiskToldAt is not null).ShouldBe(risk);
        (request.BreachToldAt is not null).ShouldBe(breach);
        request.Events.Count(line => line.Kind == RequestEventKind.Escalated).ShouldBe(risk ? 1 : 0);
    }

    [Fact]
    public async Task Each_is_told_once()
    {
        var number = await program.SubmitAsync();
        await AfterAsync(800);
        (await RunAsync()).ShouldBe(0);
        await AfterAsync(200);
        (await RunAsync()).ShouldBe(0);
        (await program.RequestAsync(number)).Events.Count(line => line.Kind == RequestEventKind.Escalated).ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_told_while_it_is_on_hold_or_after_the_first_yes()
    {
        var held = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.HoldAsync(held, "Which modules?", program.Manager, default));
        var (answered, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(answered, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(answered, candidate, null, "by phone", program.Manager, default));
        program.Clock.MoveTo(Time.AddMinutes(program.Clock.Now, 2000));
        (await RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_later_date_that_was_agreed_is_a_new_promise()
    {
        var number = await program.SubmitAsync();
        await AfterAsync(970);
        await program.Do<RequestTriage>(desk => desk.AgreeLaterDateAsync(number, Time.AddMinutes(program.Clock.Now, 960), "Fair in Munich", program.Manager, default));
        (await RunAsync()).ShouldBe(0);
        await AfterAsync(961);
        (await program.RequestAsync(number)).Events.Count(line => line.Kind == RequestEventKind.Escalated).ShouldBe(2);
    }

    private static BusinessTime Time => BusinessCalendar.Standard(Guid.CreateVersion7(), "Europe/Berlin").Time();

    private async Task AfterAsync(int minutes)
    {
        program.Clock.MoveTo(Time.AddMinutes(program.Clock.Now, minutes));
        await RunAsync();
    }

    private Task<int> RunAsync() => program.Ask<PromiseWatch, int>(work => work.RunAsync(default));
}
