using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

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
    public async Task A_difference_that_is_worded_anew_is_still_the_same_finding()
    {
        await BrokenAsync();
        await program.FindAsync();
        await SetStateAsync(CandidateState.Declined);
        program.Base.Clock.Advance(TimeSpan.FromDays(1));

        (await program.FindAsync()).ShouldHaveSingleItem().Words.ShouldContain("is declined");

        (await program.FindingsAsync()).ShouldHaveSingleItem().FoundAt.ShouldBe(program.Base.Clock.Now.AddDays(-1));
        (await program.NoticesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_comparison_found_that_did_not_come_to_its_end_is_kept_and_told_by_the_next()
    {
        await BrokenAsync();
        const int End = 3;
        program.Meanwhile.Do(() => throw new InvalidOperationException("The power is out"), End);

        await Should.ThrowAsync<InvalidOperationException>(() => program.CompareAsync());

        (await program.FindingsAsync()).ShouldHaveSingleItem();
        (await program.RunsAsync()).ShouldBeEmpty();
        (await program.NoticesAsync()).ShouldBeEmpty();
        (await program.FindAsync()).ShouldHaveSingleItem();
        (await program.NoticesAsync()).ShouldHaveSingleItem().Text.ShouldNotBeNull().ShouldContain("Alpenbank AG: Capacity is held");
        (await program.FindingsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_two_customers_in_a_piece_each_has_findings_of_its_own()
    {
        await BrokenAsync();
        var other = await OtherAsync();

        await program.FindAsync();

        var findings = await program.FindingsAsync();
        findings.Select(finding => (finding.CustomerId, finding.Kind)).ShouldBe([(program.Base.CustomerId, FindingKind.Orphan), (other, FindingKind.Places)], ignoreOrder: true);
        (await program.RunsAsync()).Single().Customers.ShouldBe(2);

        await SetStateAsync(CandidateState.OwnerAsked);
        (await program.FindAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Places);
    }

    [Fact]
    public async Task Of_a_customer_that_is_written_to_all_the_time_what_is_known_stays_and_others_are_compared()
    {
        var busy = await OtherAsync();
        await program.FindAsync();
        await BrokenAsync();
        await program.BreakAsync(db => db.CustomerLedgers.Where(ledger => ledger.CustomerId == busy).ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Entries, 1)));
        program.Meanwhile.AsEntriesAreRead = () => program.Base.Database.Read(
            db => db.CustomerLedgers.Where(ledger => ledger.CustomerId == busy).ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Version, ledger => ledger.Version + 1)));

        (await program.FindAsync()).Select(found => found.Kind).ShouldBe([FindingKind.Places, FindingKind.Orphan]);
        (await program.RunsAsync()).MinBy(run => run.Customers)!.Customers.ShouldBe(1);

        program.Meanwhile.AsEntriesAreRead = null;
        (await program.FindAsync()).ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Orphan);
    }

    [Fact]
    public async Task A_ledger_of_which_nothing_is_left_has_no_finding_that_stands()
    {
        await OtherAsync();
        await program.FindAsync();

        await program.BreakAsync(db => db.LedgerEntries.ExecuteDeleteAsync());
        await program.BreakAsync(db => db.CustomerLedgers.ExecuteDeleteAsync());

        (await program.FindAsync()).ShouldBeEmpty();
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

    // A customer beside the first, whose ledger counts an entry that is not there.
    private async Task<Guid> OtherAsync()
    {
        var other = Given.Customer("Nordmark Energie");
        await program.Base.Database.Add(other);
        var use = new LogUse(other.Id, null, ActivityKeys.SalesCall, DateOnly.FromDateTime(program.Base.Clock.Now), null, "At the fair");
        await program.Base.Do<LedgerService>(desk => desk.LogAsync(use, program.Base.Manager, default));
        await program.BreakAsync(db => db.CustomerLedgers.Where(ledger => ledger.CustomerId == other.Id).ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Entries, 2)));
        return other.Id;
    }

    private Task SetStateAsync(CandidateState state) => program.BreakAsync(db => db.Candidates.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)));

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
