using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests.Scheduling;

namespace ReferenceHub.Core.Tests.Requests.Windows;

/// <summary>A request that cannot be looked after keeps no other from its turn, however old it is.</summary>
public sealed class OneBadRowTests : IAsyncLifetime, IDisposable
{
    private readonly UseProgram program = new();

    private SmallProgram Small => program.Small;

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_others_expire()
    {
        var (bad, good) = (await Small.SubmitAsync(), await Small.SubmitAsync());
        await RefuseAsync("Requests", $"OLD.Number = {bad}");
        Small.Clock.Advance(TimeSpan.FromDays(20));
        await Should.ThrowAsync<AggregateException>(() => Small.Ask<RequestExpiry, int>(job => job.RunAsync(default)));
        (await Small.RequestAsync(good)).State.ShouldBe(RequestState.Expired);
        (await Small.RequestAsync(bad)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task The_others_are_reminded_of()
    {
        var (bad, _) = await program.ScheduledAsync(program.Days(7));
        var (good, candidate) = await program.AcceptedAsync(new("Eva Lang", "Two deals of the year"));
        await Small.Do<CandidateUses>(desk => desk.ScheduleAsync(good, candidate, program.Days(7, 12), null, new("Eva Lang", "Two deals of the year"), Small.Manager, default));
        await RefuseAsync("Candidates", $"OLD.RequestId = (SELECT Id FROM Requests WHERE Number = {bad})");
        Small.Clock.MoveTo(program.Days(6, 13));
        await Should.ThrowAsync<AggregateException>(() => Small.Ask<UseReminders, int>(job => job.RunAsync(default)));
        (await program.CandidateAsync(candidate)).UseRemindedAt.ShouldNotBeNull();
    }

    private Task RefuseAsync(string table, string when) => Small.Database.Read(db =>
        db.Database.ExecuteSqlRawAsync(string.Concat("CREATE TRIGGER Bad BEFORE UPDATE ON ", table, " WHEN ", when, " BEGIN SELECT RAISE(ABORT, 'a bad row'); END")));
}
