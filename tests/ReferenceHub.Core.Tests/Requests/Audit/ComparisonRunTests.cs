using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Audit;

/// <summary>How comparisons run: told once, one at a time, each night, in pieces.</summary>
public sealed class ComparisonRunTests : IAsyncLifetime
{
    private AuditProgram program = null!;

    public async Task InitializeAsync() => program = await AuditProgram.MakeAsync();

    public Task DisposeAsync()
    {
        program.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_finding_is_told_to_the_program_manager_once_and_again_only_when_it_comes_back()
    {
        await BrokenAsync();
        await program.FindAsync();
        await program.FindAsync();

        var notice = (await program.NoticesAsync()).ShouldHaveSingleItem();
        (notice.UserId, notice.Path).ShouldBe((program.Base.Manager.UserId, "/usage/comparison"));
        notice.Text.ShouldNotBeNull().ShouldContain("Alpenbank AG: Capacity is held");
        (await program.FindingsAsync()).ShouldHaveSingleItem();

        await SetStateAsync(CandidateState.OwnerAsked);
        program.Base.Clock.Advance(TimeSpan.FromHours(1));
        (await program.FindAsync()).ShouldBeEmpty();
        (await program.FindingsAsync()).Single().GoneAt.ShouldBe(program.Base.Clock.Now);
        (await program.NoticesAsync()).Count.ShouldBe(1);

        await SetStateAsync(CandidateState.Withdrawn);
        await program.FindAsync();
        (await program.NoticesAsync()).Count.ShouldBe(2);
        (await program.FindingsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task While_one_runs_no_other_begins_and_one_that_died_is_taken_over()
    {
        await BrokenAsync();
        await program.Base.Database.Add(LedgerComparison.Begin(program.Base.Clock.Now));

        var refused = await program.CompareAsync();
        refused.Refusal.ShouldNotBeNull().ShouldContain("running already");
        (await program.FindingsAsync()).ShouldBeEmpty();

        program.Base.Clock.Advance(LedgerComparison.Patience);
        (await program.FindAsync()).ShouldHaveSingleItem();
        (await program.RunsAsync()).ShouldHaveSingleItem().IsRunning.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_at_once_write_each_finding_once()
    {
        await BrokenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => program.CompareAsync())));

        outcomes.ShouldContain(outcome => outcome.IsDone);
        (await program.FindingsAsync()).ShouldHaveSingleItem();
        (await program.NoticesAsync()).ShouldHaveSingleItem();
        (await program.RunsAsync()).ShouldAllBe(run => !run.IsRunning);
    }

    [Fact]
    public async Task Only_who_sets_limits_starts_one()
    {
        await Should.ThrowAsync<ForbiddenException>(() => program.CompareAsync(program.Base.Rep));
        await Should.ThrowAsync<ForbiddenException>(() => program.Base.Ask<ComparisonQueries, ComparisonPage>(queries => queries.ReadAsync(1, program.Base.Rep, default)));
    }

    [Fact]
    public async Task Each_night_has_one_comparison_and_a_night_that_was_missed_is_made_up_for()
    {
        await NightAsync();
        await NightAsync();
        (await program.RunsAsync()).Count.ShouldBe(1);

        program.Base.Clock.MoveTo(new DateTime(2026, 11, 24, 0, 59, 0, DateTimeKind.Utc));
        await NightAsync();
        (await program.RunsAsync()).Count.ShouldBe(1);
        program.Base.Clock.MoveTo(new DateTime(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc));
        await NightAsync();
        (await program.RunsAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-23T09:42", "2026-11-23T01:00")]
    [InlineData("Europe/Berlin", "2026-11-23T00:30", "2026-11-22T01:00")]
    [InlineData("Europe/Berlin", "2027-03-28T01:00", "2027-03-28T01:00")]
    [InlineData("America/Los_Angeles", "2026-11-23T09:42", "2026-11-22T10:00")]
    public void It_is_due_from_two_in_the_morning_of_the_program(string zone, string now, string due) =>
        NightlyComparison.DueAt(zone, Utc(now)).ShouldBe(Utc(due));

    [Fact]
    public async Task Ledgers_are_read_in_pieces()
    {
        var now = program.Base.Clock.Now;
        var customers = Enumerable.Range(0, (2 * LedgerPieces.MostCustomers) + 1).Select(place => new Customer(program.Base.Database.NextId(), new CompanyFacts { Name = $"Customer {place}" }, null, now)).ToList();
        await program.Base.Database.Add(customers);
        await program.Base.Database.Add(customers.Select(customer => new CustomerLedger(customer.Id)));

        var pieces = await program.Base.Ask<LedgerPieces, IReadOnlyList<IReadOnlyList<Guid>>>(reader => reader.AllAsync(default));

        pieces.Select(piece => piece.Count).ShouldBe([LedgerPieces.MostCustomers, LedgerPieces.MostCustomers, 1]);
        (await program.FindAsync()).ShouldBeEmpty();
        (await program.RunsAsync()).Single().Customers.ShouldBe(customers.Count);
    }

    private Task NightAsync() => program.Base.Database.Do<NightlyComparison>(work => work.RunAsync(default));

    private async Task BrokenAsync()
    {
        await program.Base.AskedAsync();
        await SetStateAsync(CandidateState.Withdrawn);
    }

    private Task SetStateAsync(CandidateState state) => program.BreakAsync(db => db.Candidates.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
