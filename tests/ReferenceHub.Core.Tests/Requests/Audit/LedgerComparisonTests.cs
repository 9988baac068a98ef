using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Audit;

/// <summary>Each way in which a ledger can be broken is found, and nothing that is sound is called broken.</summary>
public sealed class LedgerComparisonTests : IAsyncLifetime
{
    private AuditProgram program = null!;

    public async Task InitializeAsync() => program = await AuditProgram.MakeAsync();

    public Task DisposeAsync()
    {
        program.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_ledger_that_went_every_way_of_a_request_has_no_difference()
    {
        (await program.FindAsync()).ShouldBeEmpty();
        var (declined, candidate) = await program.Base.AskedAsync();
        (await program.FindAsync()).ShouldBeEmpty();
        await program.Base.Do<CandidateAnswers>(desk => desk.DeclineAsync(declined, candidate, "Busy", null, program.Base.Owner, default));
        (await program.FindAsync()).ShouldBeEmpty();
        var (missed, absent) = await program.ScheduledAsync();
        (await program.FindAsync()).ShouldBeEmpty();
        program.Base.Clock.Advance(TimeSpan.FromDays(3));
        await program.Base.Do<CandidateUses>(desk => desk.NoteNoShowAsync(missed, absent, null, program.Base.Rep, default));
        (await program.FindAsync()).ShouldBeEmpty();
        program.Base.Clock.Advance(TimeSpan.FromDays(100));
        await program.CompletedAsync();
        (await program.FindAsync()).ShouldBeEmpty();

        var last = (await program.RunsAsync()).MaxBy(run => run.EndedAt)!;
        (last.Customers, last.Uses, last.Found, last.IsRunning).ShouldBe((1, 3, 0, false));
    }

    [Fact]
    public async Task A_candidate_that_was_never_asked_makes_no_ledger_wrong()
    {
        var number = await program.Base.SubmitAsync();
        await program.Base.ProposeAsync(number);
        await program.Base.Do<RequestTriage>(desk => desk.CancelAsync(number, "No longer needed", program.Base.Rep, default));

        (await program.FindAsync()).ShouldBeEmpty();
        (await program.RunsAsync()).ShouldHaveSingleItem().Customers.ShouldBe(0);
    }

    [Fact]
    public async Task An_entry_that_was_removed_leaves_a_gap()
    {
        await program.ScheduledAsync();
        await program.BreakEntriesAsync(entries => entries.Where(entry => entry.Sequence == 2).ExecuteDeleteAsync());

        (await program.FindAsync()).ShouldBe([(FindingKind.Places, "An entry is missing: place 2.")]);
    }

    [Fact]
    public async Task Entries_removed_at_the_end_are_missed_since_the_ledger_counts_them()
    {
        var (number, _) = await program.ScheduledAsync();
        await program.BreakEntriesAsync(entries => entries.Where(entry => entry.Sequence > 1).ExecuteDeleteAsync());

        var found = await program.FindAsync();

        found.ShouldContain((FindingKind.Places, "Entries are missing: places 2 to 4."));
        found.ShouldContain((FindingKind.Differs, $"Request {number} has it on 25 Nov 2026, the ledger on 7 Dec 2026. Request {number} says scheduled, the ledger pending."));
    }

    [Fact]
    public async Task Two_entries_at_one_place_are_found()
    {
        await program.ScheduledAsync();
        await program.BreakAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_LedgerEntries_CustomerId_Sequence\""));
        await program.BreakEntriesAsync(entries => entries.Where(entry => entry.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Sequence, 1)));

        var found = await program.FindAsync();

        found.ShouldContain((FindingKind.Places, "An entry is missing: place 2. Twice there: 1."));
    }

    [Fact]
    public async Task A_ledger_that_counts_too_few_or_has_no_row_is_found()
    {
        await program.Base.AskedAsync();
        await program.BreakAsync(db => db.CustomerLedgers.ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Entries, 0)));
        (await program.FindAsync()).ShouldBe([(FindingKind.Places, "There are entries beyond the last that the ledger counts.")]);

        await program.BreakAsync(db => db.CustomerLedgers.ExecuteDeleteAsync());
        (await program.FindAsync()).ShouldBe([(FindingKind.Places, "Entries stand here, but the ledger has no row that counts them.")]);
    }

    [Fact]
    public async Task Capacity_that_is_held_for_a_candidate_that_fell_away_is_an_orphan()
    {
        var (number, candidate) = await program.Base.AskedAsync();
        await program.BreakAsync(db => db.Candidates.Where(row => row.Id == candidate).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CandidateState.Withdrawn)));

        (await program.FindAsync()).ShouldBe([(FindingKind.Orphan, $"Capacity is held, but the candidate of request {number} is withdrawn.")]);
    }

    [Fact]
    public async Task Capacity_that_is_held_for_a_request_that_ended_or_is_gone_is_an_orphan()
    {
        var (number, _) = await program.Base.AskedAsync();
        await program.BreakAsync(db => db.Requests.Where(row => row.Number == number).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RequestState.Cancelled)));
        (await program.FindAsync()).ShouldBe([(FindingKind.Orphan, $"Capacity is held, but request {number} has ended.")]);

        await program.BreakEntriesAsync(entries => entries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SourceId, program.Base.Database.NextId())));
        (await program.FindAsync()).ShouldContain((FindingKind.Orphan, "Capacity is held for a request that is not there."));
    }

    [Fact]
    public async Task A_use_that_a_request_counts_on_is_missed_when_its_entries_are_gone()
    {
        var (number, _) = await program.ScheduledAsync();
        await program.BreakEntriesAsync(entries => entries.ExecuteDeleteAsync());

        (await program.FindAsync()).ShouldBe(
        [
            (FindingKind.Places, "Entries are missing: places 1 to 4."),
            (FindingKind.Missing, $"Request {number} counts on a use (scheduled) that the ledger does not hold."),
        ]);
    }

    [Fact]
    public async Task A_use_that_was_released_while_its_request_counts_on_it_is_missed()
    {
        var (number, _) = await program.AcceptedAsync();
        var use = (await program.Base.UsesAsync()).Single().UseId;
        await program.BreakEntriesAsync(entries => entries.Where(entry => entry.Sequence == 2).ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Kind, LedgerKind.Released).SetProperty(entry => entry.State, UseState.Released).SetProperty(entry => entry.StartsRest, false)));

        (await program.FindAsync()).ShouldBe([(FindingKind.Missing, $"Request {number} counts on a use (accepted) that the ledger has released.")]);
        (await program.FindingsAsync()).Single().UseId.ShouldBe(use);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("contact")]
    [InlineData("activity")]
    [InlineData("state")]
    public async Task A_ledger_that_says_something_else_than_the_request_is_found(string what)
    {
        var (number, _) = await program.ScheduledAsync();
        await program.BreakEntriesAsync(entries => Last(entries).ExecuteUpdateAsync(set => Broken(set, what)));

        var (kind, words) = (await program.FindAsync()).ShouldHaveSingleItem();

        kind.ShouldBe(FindingKind.Differs);
        words.ShouldBe(what switch
        {
            "day" => $"Request {number} has it on 25 Nov 2026, the ledger on 1 Jan 2027.",
            "contact" => $"Request {number} names another contact than the ledger.",
            "activity" => $"Request {number} is for another activity than the ledger says.",
            _ => $"Request {number} says scheduled, the ledger done.",
        });
    }

    [Fact]
    public async Task What_somebody_put_right_after_a_use_may_differ_from_its_request()
    {
        await program.CompletedAsync();
        var use = (await program.Base.UsesAsync()).Single();
        await program.Base.Do<LedgerService>(desk => desk.CorrectAsync(
            program.Base.CustomerId, use.UseId, new CorrectUse(use.On.AddDays(-1), null, 20), "It was the day before", program.Base.Manager, default));

        (await program.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Memory_that_says_something_else_than_the_entries_is_found_and_read_anew()
    {
        await program.Base.AskedAsync();
        (await program.FindAsync()).ShouldBeEmpty();
        await program.BreakEntriesAsync(entries => entries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Units, 3)));
        program.Base.Clock.Advance(LedgerAudit.FeedTime + TimeSpan.FromSeconds(1));

        (await UnitsInMemoryAsync()).ShouldBe(1);

        (await program.FindAsync()).ShouldBe([(FindingKind.Memory, "What was kept in memory for lists and matching was not what the entries say.")]);

        (await UnitsInMemoryAsync()).ShouldBe(3);
        (await program.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_held_for_nobody_is_given_back_by_a_person_with_a_reason_and_only_while_nobody_waits()
    {
        var (_, candidate) = await program.Base.AskedAsync();
        await SetStateAsync(candidate, CandidateState.Withdrawn);
        await program.FindAsync();
        var finding = (await program.FindingsAsync()).Single().Id;
        await Should.ThrowAsync<ForbiddenException>(() => ReleaseAsync(finding, program.Base.Rep));

        await SetStateAsync(candidate, CandidateState.OwnerAsked);
        (await ReleaseAsync(finding)).Refusal.ShouldNotBeNull();
        (await program.Base.UsesAsync()).ShouldHaveSingleItem();

        await SetStateAsync(candidate, CandidateState.Withdrawn);
        (await ReleaseAsync(finding)).Refusal.ShouldBeNull();
        (await program.Base.UsesAsync()).ShouldBeEmpty();
        (await program.Base.Database.Read(db => db.LedgerEntries.OrderBy(entry => entry.Sequence).LastAsync())).Note.ShouldBe("The candidate was withdrawn");
        (await program.FindingsAsync()).Single().GoneAt.ShouldNotBeNull();
        (await ReleaseAsync(finding)).Refusal.ShouldNotBeNull();
        (await program.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_asked_for_again_between_the_look_and_the_release_stays_held()
    {
        var (_, candidate) = await program.Base.AskedAsync();
        await SetStateAsync(candidate, CandidateState.Withdrawn);
        await program.FindAsync();
        var finding = (await program.FindingsAsync()).Single().Id;

        program.Meanwhile.Do(() => program.Base.Database.Read(
            db => db.Candidates.Where(row => row.Id == candidate).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CandidateState.OwnerAsked))));

        (await ReleaseAsync(finding)).Refusal.ShouldNotBeNull().ShouldContain("not held for nobody any more");
        (await program.Base.UsesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_is_repaired()
    {
        await program.ScheduledAsync();
        await program.BreakEntriesAsync(entries => entries.Where(entry => entry.Sequence == 2).ExecuteDeleteAsync());
        var before = await EntriesAsync();

        await program.FindAsync();

        (await EntriesAsync()).ShouldBe(before);
    }

    private async Task<int> UnitsInMemoryAsync() => await program.Base.Ask<UsageOverlay, int>(async overlay =>
    {
        await overlay.EnsureLoadedAsync(default);
        return overlay.Of(program.Base.CustomerId).Uses.Single().Units;
    });

    private Task SetStateAsync(Guid candidate, CandidateState state) =>
        program.BreakAsync(db => db.Candidates.Where(row => row.Id == candidate).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)));

    private Task<Outcome> ReleaseAsync(Guid finding, Viewer? by = null) =>
        program.Base.Ask<OrphanRelease>(desk => desk.ReleaseAsync(finding, "The candidate was withdrawn", by ?? program.Base.Manager, default));

    private static IQueryable<LedgerEntry> Last(IQueryable<LedgerEntry> entries) => entries.Where(entry => !entries.Any(later => later.Sequence > entry.Sequence));

    private static void Broken(Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<LedgerEntry> set, string what)
    {
        switch (what)
        {
            case "day":
                set.SetProperty(entry => entry.On, new DateOnly(2027, 1, 1));
                break;
            case "contact":
                set.SetProperty(entry => entry.ContactId, (Guid?)null);
                break;
            case "activity":
                set.SetProperty(entry => entry.ActivityKey, ActivityKeys.Press);
                break;
            default:
                set.SetProperty(entry => entry.State, UseState.Done);
                break;
        }
    }

    private Task<List<string>> EntriesAsync() => program.Base.Database.Read(db => db.LedgerEntries.AsNoTracking().OrderBy(entry => entry.Sequence)
        .Select(entry => entry.Sequence + "/" + entry.UseId + "/" + entry.Units).ToListAsync());
}
