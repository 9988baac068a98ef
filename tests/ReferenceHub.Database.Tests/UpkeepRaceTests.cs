using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Records are merged, proposals decided and reminders written once, however many do it at once.</summary>
public abstract class UpkeepRaceTests(DatabaseProvider provider)
{
    private const int AtOnce = 8;
    private static readonly Viewer Manager = Given.Viewer(name: "Paula Meier");

    [DatabaseFact]
    public async Task Of_many_who_merge_two_records_both_ways_at_once_one_does_and_no_ledger_entry_is_lost()
    {
        using var database = TestDatabase.Create(provider);
        var (one, two) = (Given.Customer("Alpenbank AG"), Given.Customer("Alpenbank"));
        await database.Add(one, two);
        foreach (var id in new[] { one.Id, two.Id, two.Id })
        {
            var log = new LogUse(id, null, ActivityKeys.Analyst, new DateOnly(2026, 1, 5), 30, "Before the program");
            (await database.Ask<LedgerService, Outcome>(ledger => ledger.LogAsync(log, Manager, default))).Refusal.ShouldBeNull();
        }

        var seen = await database.Ask<MergeQueries, MergeComparison>(queries => queries.CompareAsync(one.Id, two.Id, Manager, default));
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(place => MergeAsync(database, seen, turned: place % 2 == 1)));

        answers.Count(answer => answer.IsDone).ShouldBe(1);
        answers.Where(answer => !answer.IsDone).ShouldAllBe(answer => answer.Refusal!.Contains("was merged into", StringComparison.Ordinal));
        var present = await database.Read(db => db.Customers.Present().Select(customer => customer.Id).SingleAsync());
        var entries = await database.Read(db => db.LedgerEntries.OrderBy(entry => entry.Sequence).ToListAsync());
        entries.ShouldAllBe(entry => entry.CustomerId == present);
        entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
    }

    [DatabaseFact]
    public async Task Uses_logged_during_a_merge_end_up_on_the_record_that_stays_or_are_refused_with_it()
    {
        using var database = TestDatabase.Create(provider);
        var (one, two) = (Given.Customer("Alpenbank AG"), Given.Customer("Alpenbank"));
        await database.Add(one, two);
        var seen = await database.Ask<MergeQueries, MergeComparison>(queries => queries.CompareAsync(one.Id, two.Id, Manager, default));
        var logs = Enumerable.Range(0, AtOnce).Select(async place =>
        {
            try
            {
                var log = new LogUse(place % 2 == 0 ? one.Id : two.Id, null, ActivityKeys.Analyst, new DateOnly(2026, 1, 5), 30, "Before the program");
                return (await database.Ask<LedgerService, Outcome>(ledger => ledger.LogAsync(log, Manager, default))).IsDone;
            }
            catch (Exception refused) when (refused is IllegalMoveException or MissingException)
            {
                return false;
            }
        }).ToList();
        var merge = MergeAsync(database, seen, turned: false);
        var logged = (await Task.WhenAll(logs)).Count(done => done);
        (await merge).Refusal.ShouldBeNull();

        var entries = await database.Read(db => db.LedgerEntries.ToListAsync());
        entries.Count.ShouldBe(logged);
        entries.ShouldAllBe(entry => entry.CustomerId == one.Id);
        entries.Select(entry => entry.Sequence).Order().ShouldBe(Enumerable.Range(1, logged));
    }

    [DatabaseFact]
    public async Task A_proposed_field_is_accepted_once()
    {
        using var database = TestDatabase.Create(provider);
        var rep = Given.User();
        var customer = Given.Customer();
        await database.Add(rep, customer);
        var (shown, _, _) = await database.Ask<ProposalService, (CustomerEdit, int, string)>(service => service.ReadAsync(customer.Id, rep.AsViewer(), default));
        var id = (await database.Ask<ProposalService, Outcome<Guid>>(service => service.ProposeAsync(customer.Id, shown with { City = "Graz" }, shown, null, rep.AsViewer(), default))).Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            try
            {
                return (await database.Ask<ProposalService, Outcome>(service => service.AnswerAsync(id, [new FieldAnswer("City", true, null, null)], Manager, default))).IsDone;
            }
            catch (IllegalMoveException)
            {
                return false;
            }
        }));
        answers.Count(done => done).ShouldBe(1);
        (await database.Read(db => db.HistoryEvents.CountAsync(line => line.Verb == "proposal-accepted"))).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task An_owner_gets_one_reminder_from_any_number_of_nodes()
    {
        using var database = TestDatabase.Create(provider);
        var owner = Given.User();
        owner.PasswordHash = "x";
        await database.Add(owner, Given.Customer(ownerId: owner.Id), Given.Customer(ownerId: owner.Id));
        database.Clock.Advance(TimeSpan.FromDays(VerificationReminders.FirstLookDays));
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => database.Do<VerificationReminders>(reminders => reminders.RunAsync(default))));
        (await database.Read(db => db.Notifications.CountAsync())).ShouldBe(1);
    }

    private static Task<Outcome> MergeAsync(TestDatabase database, MergeComparison seen, bool turned)
    {
        var (survivor, other) = turned ? (seen.Other, seen.Survivor) : (seen.Survivor, seen.Other);
        var choice = new MergeChoice(survivor.Version, other.Version, new Dictionary<string, MergeSide>());
        return database.Ask<CustomerMerge, Outcome>(merge => merge.MergeAsync(survivor.Id, other.Id, choice, Manager, default));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class UpkeepRacesOnSqlite() : UpkeepRaceTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class UpkeepRacesOnPostgreSql() : UpkeepRaceTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class UpkeepRacesOnSqlServer() : UpkeepRaceTests(DatabaseProvider.SqlServer);
