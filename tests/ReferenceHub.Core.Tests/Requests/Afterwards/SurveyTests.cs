using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Scheduling;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Afterwards;

/// <summary>Two questions to both sides, and what becomes of the answers.</summary>
public sealed class SurveyTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_contact_is_asked_by_letter_once_it_was_held()
    {
        await program.HeldAsync();
        var mail = await program.MailAsync(MessageKinds.Survey);
        mail.Address.ShouldBe(UseProgram.ContactAddress);
        var link = await Small.Database.Read(db => db.SignedLinks.SingleAsync(link => link.Id == mail.LinkId));
        link.Purpose.ShouldBe(LinkPurpose.Survey);
    }

    [Fact]
    public async Task Both_sides_answer_once_and_both_grades_count()
    {
        var (number, candidate) = await program.HeldAsync();
        var behind = await program.BehindAsync(candidate, LinkPurpose.Survey);
        await Small.Do<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(3, 5, true, "Great"), Small.Rep, default));
        await Small.Do<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(4, 4, false, null), behind, default));
        (await Small.Ask<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(1, 1, null, null), Small.Rep, default))).Refusal.ShouldBe(Surveys.Answered);
        var signals = await Small.Database.Read(db => db.UsageSignals.Where(signal => signal.Kind == SignalKind.Rated).ToListAsync());
        signals.Select(signal => signal.Rating).ShouldBe([5, 2], ignoreOrder: true);
        var lines = (await Small.RequestAsync(number)).Events.Where(line => line.Kind == RequestEventKind.Surveyed).ToList();
        lines.Select(line => line.NoteIsSecret).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_low_grade_is_told_to_the_manager_and_the_owner()
    {
        var (number, candidate) = await program.HeldAsync();
        await Small.Do<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(4, 2, null, "They did not turn up in time"), Small.Rep, default));
        (await program.NoticesAsync(MessageKinds.LowGrade)).Select(notice => notice.UserId).ShouldBe([Small.Manager.UserId, Small.Owner.UserId], ignoreOrder: true);
    }

    [Fact]
    public async Task A_good_grade_alarms_nobody()
    {
        var (number, candidate) = await program.HeldAsync();
        await Small.Do<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(4, 3, true, null), Small.Rep, default));
        (await program.NoticesAsync(MessageKinds.LowGrade)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5, "it helped us")]
    [InlineData(3, "it helped us somewhat")]
    [InlineData(1, "it did not help us")]
    public async Task What_the_requester_says_is_noted_on_the_deal_without_a_name(int grade, string words)
    {
        var (number, candidate) = await program.HeldAsync();
        await Small.Do<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(3, grade, null, "Alpenbank knows"), Small.Rep, default));
        var line = await Small.Database.Read(db => db.HistoryEvents.SingleAsync(row => row.Subject == SubjectKind.Opportunity && row.Verb == "reference-outcome"));
        line.Summary.ShouldBe($"Request #{number}: {words}");
    }

    [Fact]
    public async Task Nobody_else_answers_for_the_requester()
    {
        var (number, candidate) = await program.HeldAsync();
        await Should.ThrowAsync<ForbiddenException>(() => Small.Ask<Surveys>(desk => desk.AnswerAsync(number, candidate, new SurveyReply(3, 3, null, null), Small.Manager, default)));
    }

    [Fact]
    public async Task The_contact_is_thanked_once_in_their_language()
    {
        var (number, candidate) = await program.HeldAsync();
        await Small.Do<Thanks>(desk => desk.SendAsync(number, candidate, "Northwind signed.", Small.Rep, default));
        (await Small.Ask<Thanks>(desk => desk.SendAsync(number, candidate, null, Small.Manager, default))).IsDone.ShouldBeFalse();
        var mail = await program.MailAsync(MessageKinds.Thanks);
        mail.Subject.ShouldBe("Vielen Dank");
        mail.Body.ShouldContain("Northwind signed.");
    }
}
