using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Demo;

/// <summary>What the demo program says of itself in one place agrees with what it says in another.</summary>
public sealed class DemoTruthTests(DemoScene scene) : IClassFixture<DemoScene>
{
    [Fact]
    public async Task The_ledger_says_of_every_use_what_its_candidate_says()
    {
        var uses = UseFold.Current(await scene.Database.Read(db => db.LedgerEntries.AsNoTracking().ToListAsync())).ToDictionary(use => use.UseId);
        foreach (var candidate in await scene.Database.Read(db => db.Candidates.AsNoTracking().Where(candidate => candidate.UseId != null).ToListAsync()))
        {
            var expected = candidate.State switch
            {
                CandidateState.OwnerAsked or CandidateState.LegalAsked or CandidateState.CustomerAsked => UseState.Pending,
                CandidateState.Accepted or CandidateState.Scheduled => UseState.Planned,
                CandidateState.Completed => UseState.Done,
                _ => (UseState?)null,
            };
            var use = uses.GetValueOrDefault(candidate.UseId!.Value);
            if (candidate.State != CandidateState.NoShow)
            {
                use?.State.ShouldBe(expected!.Value);
                (use is null).ShouldBe(expected is null, $"{candidate.State}");
            }
        }
    }

    [Fact]
    public async Task Sequences_have_no_gaps_and_end_where_the_ledger_says()
    {
        var ledgers = await scene.Database.Read(db => db.CustomerLedgers.AsNoTracking().ToDictionaryAsync(ledger => ledger.CustomerId, ledger => ledger.Entries));
        var entries = await scene.Database.Read(db => db.LedgerEntries.AsNoTracking().Select(entry => new { entry.CustomerId, entry.Sequence }).ToListAsync());
        foreach (var ledger in entries.GroupBy(entry => entry.CustomerId))
        {
            ledger.Select(entry => entry.Sequence).Order().ShouldBe(Enumerable.Range(1, ledgers[ledger.Key]));
        }
    }

    [Fact]
    public async Task The_comparison_of_the_ledgers_finds_nothing()
    {
        (await scene.Database.Ask<LedgerComparisons, Outcome>(comparisons => comparisons.RunAsync(Viewer.Product, CancellationToken.None))).Refusal.ShouldBeNull();

        var findings = await scene.Database.Read(db => db.LedgerFindings.AsNoTracking().Select(finding => finding.Words).ToListAsync());
        findings.ShouldBeEmpty();
        (await scene.Database.Read(db => db.LedgerComparisons.SingleAsync())).Uses.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task No_limit_is_exceeded_without_an_override()
    {
        var uses = UseFold.Current(await scene.Database.Read(db => db.LedgerEntries.AsNoTracking().ToListAsync())).ToLookup(use => use.CustomerId);
        foreach (var customer in uses)
        {
            var limits = await scene.Database.Ask<UsageQueries, IReadOnlyList<UsageLimit>>(async queries =>
                (await queries.PoliciesAsync(customer.Key, CancellationToken.None)).For(await queries.SubjectAsync(customer.Key, CancellationToken.None)));
            var kept = customer.Where(use => !use.Overridden).ToList();
            foreach (var use in kept.Where(use => use.Counts))
            {
                var others = kept.Where(other => other.UseId != use.UseId).ToList();
                LimitCheck.Allows(limits, others, new UsageAsk(use.ContactId, use.ActivityKey, use.Units, Math.Min(use.Minutes, 30), use.On)).ShouldBeTrue($"{use.ActivityKey} on {use.On}");
            }
        }
    }

    [Fact]
    public async Task The_time_of_a_request_adds_up_to_its_turnaround()
    {
        var book = await scene.Database.Ask<CalendarQueries, CalendarBook>(calendars => calendars.BookAsync(CancellationToken.None));
        var requests = await scene.Database.Read(db => db.Requests.AsNoTracking().Include(request => request.Events).Where(request => request.FirstAcceptedAt != null).ToListAsync());
        requests.Count.ShouldBeGreaterThan(50);
        foreach (var request in requests)
        {
            var time = book.Of(request.CalendarId);
            var parts = request.Events.Where(line => line.At <= request.FirstAcceptedAt).ToList();
            var sum = parts.Sum(line => line.Minutes);
            var whole = time.MinutesBetween(request.SubmittedAt!.Value, request.FirstAcceptedAt!.Value);
            sum.ShouldBeInRange(whole - parts.Count, whole);
            request.TurnaroundMinutes!.Value.ShouldBeInRange(0, whole);
        }
    }

    [Fact]
    public async Task Whatever_is_open_is_still_wanted()
    {
        var late = await scene.Database.Read(db => db.Requests.CountAsync(request =>
            RequestStates.Open.Contains(request.State) && request.FirstAcceptedAt == null && request.NeededBy < new DateOnly(2026, 11, 23)));
        late.ShouldBe(0);
    }
}
