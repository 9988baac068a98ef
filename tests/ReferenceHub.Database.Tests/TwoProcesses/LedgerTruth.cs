using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Usage;

namespace ReferenceHub.Database.Tests.TwoProcesses;

/// <summary>What must be true of the ledgers afterwards, told from their entries and by the definition of the limits alone.</summary>
internal sealed class LedgerTruth
{
    private static readonly HashSet<DateOnly> NoHolidays = [];
    private readonly TestDatabase database;
    private readonly List<LedgerEntry> entries;
    private readonly List<CustomerLedger> ledgers;
    private readonly List<UsagePolicy> policies;
    private readonly PolicyEdition edition;
    private readonly List<Customer> customers;
    private readonly Dictionary<string, ActivityType> types;
    private readonly List<Asked> asked;

    private LedgerTruth(TestDatabase database, Rows rows)
    {
        this.database = database;
        (entries, ledgers, policies, edition, customers, asked) = (rows.Entries, rows.Ledgers, rows.Policies, rows.Edition, rows.Customers, rows.Asked);
        types = rows.Types.ToDictionary(type => type.Key, StringComparer.Ordinal);
    }

    public static async Task<LedgerTruth> ReadAsync(TestDatabase database) => new(database, await database.Read(async db => new Rows(
        await db.LedgerEntries.AsNoTracking().OrderBy(entry => entry.CustomerId).ThenBy(entry => entry.Sequence).ToListAsync(),
        await db.CustomerLedgers.AsNoTracking().ToListAsync(),
        await db.UsagePolicies.AsNoTracking().ToListAsync(),
        await db.PolicyEditions.AsNoTracking().SingleAsync(),
        await db.Customers.AsNoTracking().Include(customer => customer.Contacts).ToListAsync(),
        await db.ActivityTypes.AsNoTracking().ToListAsync(),
        await db.Requests.AsNoTracking().SelectMany(request => request.Candidates, (request, candidate) => new Asked(
            candidate.Id, candidate.CustomerId, candidate.ContactId, candidate.State, candidate.UseId, candidate.ReplyDueAt, request.ActivityKey, request.NeededBy!.Value,
            db.Opportunities.Where(deal => deal.Id == request.OpportunityId).Select(deal => deal.AmountMinor).First())).ToListAsync())));

    public void PlacesHaveNoGaps()
    {
        foreach (var ledger in ledgers)
        {
            var places = entries.Where(entry => entry.CustomerId == ledger.CustomerId).Select(entry => entry.Sequence).ToList();
            places.ShouldBe(Enumerable.Range(1, places.Count));
            ledger.Entries.ShouldBe(places.Count);
        }

        entries.Select(entry => entry.CustomerId).Distinct().Except(ledgers.Select(ledger => ledger.CustomerId)).ShouldBeEmpty();
    }

    public void EachReservationWasAllowedWhenItWasMade()
    {
        entries.ShouldContain(entry => entry.Kind == LedgerKind.Reserved);
        foreach (var ledger in entries.GroupBy(entry => entry.CustomerId))
        {
            var stands = new Dictionary<Guid, Use>();
            foreach (var entry in ledger)
            {
                if (entry.Kind == LedgerKind.Reserved)
                {
                    var history = HistoryOf(asked.Single(ask => ask.CandidateId == entry.SourceId), [.. stands.Values]);
                    new DayByDay(history).Allows(entry.On).ShouldBeTrue($"place {entry.Sequence} of {history}");
                }

                stands[entry.UseId] = entry.AsUse();
            }
        }
    }

    // Nothing was given back meanwhile: whatever was refused is refused by what stands at the end.
    public void EachRefusalWasRight(IReadOnlyDictionary<Guid, bool> answers)
    {
        answers.Count.ShouldBe(AskedProgram.Asks);
        foreach (var ask in asked.Where(ask => !answers[ask.CandidateId]))
        {
            var history = HistoryOf(ask, [.. Stands.Where(use => use.CustomerId == ask.CustomerId && use.SourceId != ask.CandidateId)]);
            (ask.State != CandidateState.Proposed || !new DayByDay(history).Allows(ask.NeededBy)).ShouldBeTrue($"refused without need: {history}");
        }
    }

    public void LedgerAndRequestsSayTheSame(IReadOnlyDictionary<Guid, bool> answers)
    {
        foreach (var ask in asked)
        {
            var held = Stands.Where(use => use.SourceId == ask.CandidateId).ToList();
            if (ask.State == CandidateState.Proposed)
            {
                answers[ask.CandidateId].ShouldBeFalse("somebody was told that it is asked");
                held.ShouldBeEmpty("held for somebody who is not asked");
            }
            else
            {
                held.ShouldHaveSingleItem().UseId.ShouldBe(ask.UseId!.Value);
                ask.ReplyDueAt.ShouldNotBeNull("held without a time-out");
            }
        }

        Stands.Count.ShouldBe(asked.Count(ask => ask.State != CandidateState.Proposed), "units that nobody asks for");
    }

    // A reservation is orphaned if it still waits when the time to answer is over (twice that for staff) and the watch over it has run.
    public async Task NothingIsHeldPastItsTimeOutAsync()
    {
        database.Clock.MoveTo(asked.Max(ask => ask.ReplyDueAt)!.Value.AddDays(30));
        await database.Ask<ReplyWindows, int>(windows => windows.RunAsync(default));
        var after = await ReadAsync(database);
        after.Stands.ShouldBeEmpty();
        after.asked.ShouldAllBe(ask => ask.State == CandidateState.Proposed || ask.State == CandidateState.NoAnswer);
        after.PlacesHaveNoGaps();
    }

    private IReadOnlyList<Use> Stands => UseFold.Current(entries);

    private UsageHistory HistoryOf(Asked ask, IReadOnlyList<Use> uses)
    {
        var customer = customers.Single(customer => customer.Id == ask.CustomerId);
        var type = types[ask.ActivityKey];
        var large = ask.AmountMinor is { } minor && minor / 100m > edition.HeldBackAbove;
        return new UsageHistory(
            UsageSubject.Of(customer, new HashSet<Guid>()), policies, edition.HeldBackPercent, NoHolidays, uses,
            new UsageAsk(ask.ContactId, type.Key, type.Units, type.Minutes, ask.NeededBy, large));
    }

    private sealed record Asked(
        Guid CandidateId, Guid CustomerId, Guid? ContactId, CandidateState State, Guid? UseId, DateTime? ReplyDueAt, string ActivityKey, DateOnly NeededBy, long? AmountMinor);

    private sealed record Rows(
        List<LedgerEntry> Entries, List<CustomerLedger> Ledgers, List<UsagePolicy> Policies, PolicyEdition Edition, List<Customer> Customers, List<ActivityType> Types, List<Asked> Asked);
}
