using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>What is agreed lies ahead and within two years; a slip of the keyboard is answered in words, and what was typed is kept.</summary>
public sealed class AheadTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(AheadRule.FurthestDays, true)]
    [InlineData(AheadRule.FurthestDays + 1, false)]
    public async Task A_date_lies_ahead_and_within_two_years(int days, bool fine)
    {
        var (number, candidate) = await program.AcceptedAsync();
        var set = await Small.Ask<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Days(days, 8), null, null, Small.Rep, default));
        set.IsDone.ShouldBe(fine, set.Refusal);
        var offered = await Small.Ask<UseTimes>(desk => desk.OfferAsync(number, candidate, [program.Days(days, 10)], Small.Rep, default));
        offered.IsDone.ShouldBe(fine && days < AheadRule.FurthestDays, offered.Refusal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(AheadRule.FurthestDays + 1)]
    public async Task A_promise_that_is_not_put_off_is_refused_in_words(int days)
    {
        var number = await Small.SubmitAsync();
        var promised = (await Small.RequestAsync(number)).DueAt;
        var outcome = await Small.Ask<RequestTriage>(desk => desk.AgreeLaterDateAsync(number, program.Days(days), "Fair in Munich", Small.Manager, default));
        outcome.Refusal.ShouldNotBeNull();
        (await Small.RequestAsync(number)).DueAt.ShouldBe(promised);
    }

    [Fact]
    public async Task Whoever_hears_of_another_place_is_not_told_of_another_time()
    {
        var (number, candidate) = await program.ScheduledAsync(program.Days(7));
        await program.SentAsync();
        var before = (await program.MailsAsync()).Select(mail => mail.Id).ToHashSet();
        await program.ScheduleAsync(number, candidate, program.Days(7), "Room 4");
        var told = (await program.MailsAsync()).Where(mail => !before.Contains(mail.Id)).ToList();
        told.Select(mail => mail.Kind).ShouldBe([MessageKinds.UseScheduled, MessageKinds.ProspectInvited, MessageKinds.UseEntry], ignoreOrder: true);
        told.ShouldAllBe(mail => mail.Body.Contains("Room 4", StringComparison.Ordinal));
        told.Single(mail => mail.Kind == MessageKinds.UseEntry).Subject.ShouldContain("New place");
    }
}
