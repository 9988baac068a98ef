using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Line;

namespace ReferenceHub.Core.Tests.Requests.Telling;

/// <summary>Who finds what in the inbox about the asks of a request; nobody learns of what they did themselves.</summary>
public sealed class AskNoticeTests : IDisposable
{
    private readonly LineProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_yes_reaches_the_requester_with_the_name_and_watchers_without()
    {
        var (number, line) = await program.LinedUpAsync();
        var id = (await program.Base.RequestAsync(number)).Id;
        await program.Base.Database.Add(new RequestWatcher(id, program.Base.OtherRep.UserId, program.Base.Clock.Now));
        await program.YesAsync(number, line[0]);
        await program.YesAsync(number, line[0]);

        (await InboxAsync(program.Base.Rep)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Kind.ShouldBe(MessageKinds.RequestConfirmed),
            notice => notice.Title.ShouldBe($"#{number} Sales call for Northwind Bank: confirmed"),
            notice => notice.Text.ShouldBe("Alpenbank AG accepted: Anna Keller."),
            notice => notice.Path.ShouldBe($"/requests/{number}"));
        (await InboxAsync(program.Base.OtherRep)).ShouldHaveSingleItem().Text.ShouldBeNull();
        (await InboxAsync(program.Base.Manager)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_no_of_the_owner_tells_the_manager_why_and_who_is_asked_now()
    {
        var (number, line) = await program.LinedUpAsync();
        await program.Base.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, line[0], "Renewal talks", null, program.Base.Owner, default, kind: DeclineKind.Relationship));
        (await InboxAsync(program.Base.Manager)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.Title.ShouldBe($"#{number} Sales call for Northwind Bank: Alpenbank AG declined (the relationship is delicate now)"),
            notice => notice.Text.ShouldBe("Asked now: Bodensee Leben."));
        (await InboxAsync(program.Base.Rep)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_owner_out_of_time_is_told_to_the_manager_once_and_a_time_out_with_who_is_next()
    {
        var (number, _) = await program.LinedUpAsync();
        await AfterAsync(250);
        await AfterAsync(10);
        (await InboxAsync(program.Base.Manager)).ShouldHaveSingleItem().Title.ShouldBe($"#{number} Sales call for Northwind Bank: the owner has not answered for Alpenbank AG");
        await AfterAsync(300);
        (await InboxAsync(program.Base.Manager))[^1].ShouldSatisfyAllConditions(
            notice => notice.Kind.ShouldBe(MessageKinds.CandidateSilent),
            notice => notice.Text.ShouldBe("Asked now: Bodensee Leben."));
    }

    [Fact]
    public async Task A_promise_at_risk_reaches_the_owner_who_holds_the_ball_and_a_broken_one_the_manager()
    {
        var (number, _) = await program.LinedUpAsync();
        program.Base.Clock.MoveTo(Time.AddMinutes(program.Base.Clock.Now, 800));
        await program.Base.Ask<PromiseWatch, int>(work => work.RunAsync(default));
        (await InboxAsync(program.Base.Owner)).ShouldHaveSingleItem().Kind.ShouldBe(MessageKinds.RequestAtRisk);
        (await InboxAsync(program.Base.Manager)).ShouldBeEmpty();

        program.Base.Clock.MoveTo(Time.AddMinutes(program.Base.Clock.Now, 200));
        await program.Base.Ask<PromiseWatch, int>(work => work.RunAsync(default));
        (await InboxAsync(program.Base.Manager)).ShouldHaveSingleItem().Title.ShouldBe($"#{number} Sales call for Northwind Bank: the first yes is late");
        (await InboxAsync(program.Base.Owner)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_nobody_has_taken_is_told_to_all_who_run_the_program()
    {
        await program.Base.SubmitAsync();
        program.Base.Clock.MoveTo(Time.AddMinutes(program.Base.Clock.Now, 1000));
        await program.Base.Ask<PromiseWatch, int>(work => work.RunAsync(default));
        (await InboxAsync(program.Base.Manager)).ShouldHaveSingleItem().Kind.ShouldBe(MessageKinds.RequestBreached);
    }

    private static BusinessTime Time => BusinessCalendar.Standard(Guid.CreateVersion7(), "Europe/Berlin").Time();

    private async Task AfterAsync(int minutes)
    {
        program.Base.Clock.MoveTo(Time.AddMinutes(program.Base.Clock.Now, minutes));
        await program.Base.Ask<ReplyWindows, int>(work => work.RunAsync(default));
    }

    // That a request came in is told apart from what becomes of its asks.
    private Task<List<Notification>> InboxAsync(Viewer of) => program.Base.Database.Read(db => db.Notifications.AsNoTracking()
        .Where(notice => notice.UserId == of.UserId && notice.Kind != MessageKinds.RequestSubmitted && (notice.Kind.StartsWith("candidate-") || notice.Kind.StartsWith("request-")))
        .OrderBy(notice => notice.At).ThenBy(notice => notice.Id).ToListAsync());
}
