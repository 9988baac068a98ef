using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Today;

namespace ReferenceHub.Core.Tests.TodayPages;

public sealed class HomeTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_owner_is_asked_to_approve_and_nobody_else_is()
    {
        var (number, _) = await program.AskedAsync();

        var need = (await HomeAsync(program.Owner)).Needs.ShouldHaveSingleItem();
        need.Kind.ShouldBe(NeedKind.Approval);
        need.Address.ShouldBe($"/requests/{number}");
        (await HomeAsync(program.OtherRep)).Needs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_puts_the_question_on_the_requesters_page()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.HoldAsync(number, "Which modules?", program.Manager, default));

        (await HomeAsync(program.Rep)).Needs.ShouldHaveSingleItem().Kind.ShouldBe(NeedKind.Question);
    }

    [Fact]
    public async Task An_untaken_request_stands_on_the_managers_page_and_turns_to_trouble()
    {
        await program.SubmitAsync();
        (await HomeAsync(program.Manager)).Needs.ShouldHaveSingleItem().Kind.ShouldBe(NeedKind.Unassigned);

        program.Clock.Advance(TimeSpan.FromDays(3));
        (await HomeAsync(program.Manager)).Needs.ShouldHaveSingleItem().Kind.ShouldBe(NeedKind.Trouble);
    }

    [Fact]
    public async Task The_late_requests_of_colleagues_do_not_hide_ones_own()
    {
        var colleague = new User(program.Database.NextId(), "Carl Brandt", "manager2@test.example", Roles.ProgramManager, program.Clock.Now);
        await program.Database.Add(colleague);
        for (var taken = 0; taken < QueueQueries.PageSize; taken++)
        {
            var theirs = await program.SubmitAsync();
            await program.Do<RequestTriage>(desk => desk.AssignAsync(theirs, null, colleague.AsViewer(), default));
        }

        program.Clock.Advance(TimeSpan.FromHours(1));
        var own = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(own, null, program.Manager, default));
        program.Clock.Advance(TimeSpan.FromDays(5));

        (await HomeAsync(program.Manager)).Needs.ShouldHaveSingleItem().Address.ShouldBe($"/requests/{own}");
    }

    [Fact]
    public async Task A_use_whose_time_has_passed_asks_whether_it_was_held()
    {
        var (number, candidate) = await program.AskedAsync();
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddHours(2), null, null, program.Rep, default));
        program.Clock.Advance(TimeSpan.FromHours(3));

        (await HomeAsync(program.Rep)).Needs.ShouldContain(need => need.Kind == NeedKind.Outcome);
    }

    [Fact]
    public async Task News_tell_of_steps_others_took_on_requests_one_may_see()
    {
        await program.SubmitAsync();

        (await HomeAsync(program.Manager)).News.ShouldContain(news => news.Address.StartsWith("/requests/", StringComparison.Ordinal));
        (await HomeAsync(program.OtherRep)).News.ShouldNotContain(news => news.Address.StartsWith("/requests/", StringComparison.Ordinal));
    }

    private Task<HomePage> HomeAsync(Viewer viewer) => program.Ask<HomeQueries, HomePage>(home => home.PageAsync(viewer, default));
}
