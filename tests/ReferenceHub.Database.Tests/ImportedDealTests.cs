using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>A deal that came in by a file is as good as any other.</summary>
public abstract class ImportedDealTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task An_imported_deal_goes_the_whole_way_of_a_request_with_an_imported_customer()
    {
        using var database = TestDatabase.Create(provider);
        var (rep, manager) = (Given.User(Roles.Rep), Given.User(Roles.ProgramManager));
        await database.Add(rep, manager);
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account,sector,employees,office_location\nBetatech,medical,1185,Kenya\n", settings => settings with { Activate = true });
        await scene.ImportAsync("opportunity_id,account,deal_stage,engage_date,close_value\n9ME3374G,Cancity,Engaging,10/20/2016,\n");
        var (customerId, dealId) = await database.Read(async db => ((await db.Customers.SingleAsync()).Id, (await db.Opportunities.SingleAsync()).Id));
        var contact = new Contact(database.NextId(), customerId, "Wanjiru Kamau");
        contact.Agree([PermissionScope.SalesCall], null, null);
        await database.Add(contact);

        var need = new RequestNeed { ActivityKey = ActivityKeys.SalesCall, OpportunityId = dealId, Text = "Medical", NeededBy = new DateOnly(2026, 12, 10), Sponsor = "Vera Vogel" };
        var sent = await database.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need, rep.AsViewer(), default));
        sent.Refusal.ShouldBeNull();
        var by = manager.AsViewer();
        await Done<RequestTriage>(desk => desk.AssignAsync(sent.Value, null, by, default));
        await Done<CandidateAsks>(desk => desk.ProposeAsync(sent.Value, customerId, contact.Id, by, default));
        var candidate = await database.Read(db => db.Candidates.Select(row => row.Id).SingleAsync());
        await Done<CandidateAsks>(desk => desk.AskAsync(sent.Value, candidate, null, by, default));
        await Done<CandidateAnswers>(desk => desk.AgreeAsync(sent.Value, candidate, null, "by mail", by, default));
        await Done<CandidateAnswers>(desk => desk.AgreeAsync(sent.Value, candidate, null, "by phone", by, default));
        await Done<CandidateUses>(desk => desk.ScheduleAsync(sent.Value, candidate, database.Clock.Now.AddDays(1), null, null, by, default));
        database.Clock.Advance(TimeSpan.FromDays(2));
        await Done<CandidateUses>(desk => desk.CompleteAsync(sent.Value, candidate, 25, null, rep.AsViewer(), default));

        (await database.Read(db => db.Requests.SingleAsync())).State.ShouldBe(RequestState.Completed);

        async Task Done<TService>(Func<TService, Task<Outcome>> command)
            where TService : notnull => (await database.Ask(command)).Refusal.ShouldBeNull();
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class ImportedDealsOnSqlite() : ImportedDealTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class ImportedDealsOnPostgreSql() : ImportedDealTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class ImportedDealsOnSqlServer() : ImportedDealTests(DatabaseProvider.SqlServer);
