using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.References.Upkeep;

public sealed class VerificationTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer(name: "Paula Meier");
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User owner = Given.User(name: "Jonas Weber");
    private readonly User other = Given.User(name: "Vera Stein");

    private DateOnly Today => DateOnly.FromDateTime(database.Clock.Now);

    [Fact]
    public async Task An_owner_sees_the_own_records_and_the_program_all_of_them_by_owner()
    {
        await database.Add(owner, other, Record("Alpha", owner, -3), Record("Beta", owner, 10), Record("Gamma", other, -1), Record("Delta", null, 200), Record("Never", other, null));

        var mine = await ListAsync(new VerificationFilter(), owner.AsViewer());
        mine.Lines.ShouldHaveSingleItem().Name.ShouldBe("Alpha");
        (mine.Overdue, mine.Soon, mine.Fresh).ShouldBe((1, 1, 0));

        var all = await ListAsync(new VerificationFilter(), Manager);
        all.Lines.Select(line => line.Name).ShouldBe(["Never", "Alpha", "Gamma"], ignoreOrder: true);
        all.Owners.Single(one => one.OwnerId == other.Id).Overdue.ShouldBe(2);
        all.Owners.Single(one => one.OwnerId is null).Total.ShouldBe(1);
        (await ListAsync(new VerificationFilter(OwnerId: other.Id), Manager)).Total.ShouldBe(2);
        (await ListAsync(new VerificationFilter(VerificationView.Fresh, Unowned: true), Manager)).Lines.ShouldHaveSingleItem().Name.ShouldBe("Delta");
        (await ListAsync(new VerificationFilter(), Given.Viewer(Roles.Rep))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_retired_forbidden_or_archived_is_left_in_peace()
    {
        var (retired, forbidden, archived) = (Record("Retired", owner, -3), Record("Forbidden", owner, -3), Record("Archived", owner, -3));
        retired.Retire(null);
        forbidden.ForbidUse("Law suit");
        archived.Archive(null, database.Clock.Now);
        await database.Add(owner, retired, forbidden, archived);
        (await ListAsync(new VerificationFilter(), Manager)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task All_that_is_ticked_is_confirmed_in_one_go_with_a_line_of_history_each()
    {
        var (alpha, gamma) = (Record("Alpha", owner, -3), Record("Gamma", owner, -1));
        await database.Add(owner, alpha, gamma);
        (await ConfirmAsync([alpha.Id, gamma.Id, alpha.Id], owner.AsViewer())).IsDone.ShouldBeTrue();

        (await ListAsync(new VerificationFilter(), Manager)).Total.ShouldBe(0);
        var lines = await database.Read(db => db.HistoryEvents.Where(line => line.Verb == "verified").ToListAsync());
        lines.Select(line => line.SubjectId).ShouldBe([alpha.Id, gamma.Id], ignoreOrder: true);
        lines.ShouldAllBe(line => line.ActorName == "Jonas Weber" && line.Changes[0].Before != line.Changes[0].After);
    }

    [Fact]
    public async Task One_foreign_record_among_the_ticked_confirms_none()
    {
        var (alpha, gamma) = (Record("Alpha", owner, -3), Record("Gamma", other, -1));
        await database.Add(owner, other, alpha, gamma);
        await Should.ThrowAsync<ForbiddenException>(() => ConfirmAsync([alpha.Id, gamma.Id], owner.AsViewer()));
        await Should.ThrowAsync<MissingException>(() => ConfirmAsync([alpha.Id, Given.Id()], owner.AsViewer()));
        (await ListAsync(new VerificationFilter(), Manager)).Total.ShouldBe(2);
        (await ConfirmAsync([], Manager)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_confirmation_holds_as_long_as_the_organisation_says()
    {
        var alpha = Record("Alpha", owner, -3);
        await database.Add(owner, alpha);
        await database.Change(async db => (await db.Organisations.SingleAsync()).VerifyEvery(90));
        (await ConfirmAsync([alpha.Id], Manager)).Value.ShouldBe(Today.AddDays(90));
        Should.Throw<ArgumentException>(() => new Organisation("Meridian", "Europe/Berlin", "EUR").VerifyEvery(0));
    }

    public void Dispose() => database.Dispose();

    internal static Customer Record(string name, User? owner, DateOnly? verifyBy, DateTime now)
    {
        var customer = Given.Customer(name, owner?.Id);
        if (verifyBy is { } day)
        {
            customer.Verify(owner?.Id, now.AddDays(-180), day.AddDays(-180));
        }

        return customer;
    }

    private Customer Record(string name, User? of, int? dueIn) => Record(name, of, dueIn is { } days ? Today.AddDays(days) : null, database.Clock.Now);

    private Task<VerificationList> ListAsync(VerificationFilter filter, Viewer viewer) =>
        database.Ask<VerificationQueries, VerificationList>(queries => queries.PageAsync(filter, viewer, default));

    private Task<Outcome<DateOnly>> ConfirmAsync(Guid[] ids, Viewer by) =>
        database.Ask<VerificationService, Outcome<DateOnly>>(service => service.ConfirmAsync(ids, by, default));
}
