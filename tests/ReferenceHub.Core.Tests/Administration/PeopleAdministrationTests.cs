using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>People come, change and go; somebody always stays who can manage them.</summary>
public sealed class PeopleAdministrationTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_invitation_makes_an_account_and_a_mail_in_one()
    {
        var admin = await AdministratorAsync();
        var outcome = await Ask<Outcome<Guid>>(people => people.InviteAsync("ada@example.com", new PersonFacts("Ada", Roles.Rep, null), admin.AsViewer(), default));
        outcome.IsDone.ShouldBeTrue();
        var mail = await database.Read(db => db.OutboxMessages.SingleAsync());
        mail.Address.ShouldBe("ada@example.com");
        mail.Body.ShouldContain(OutboxMessage.LinkPlace);
        (await Ask<Outcome<Guid>>(people => people.InviteAsync("ADA@example.com", new PersonFacts("Ada", Roles.Rep, null), admin.AsViewer(), default))).Field.ShouldBe("Email");
    }

    [Fact]
    public async Task The_last_administrator_can_neither_go_nor_lose_the_role()
    {
        var admin = await AdministratorAsync();
        var other = await AdministratorAsync(withPassword: false);
        (await Ask<Outcome>(people => people.DeactivateAsync(admin.Id, other.AsViewer(), default))).IsDone.ShouldBeFalse("the other one never chose a password");
        (await Ask<Outcome>(people => people.EditAsync(admin.Id, 1, new PersonFacts("Ada", Roles.Rep, null), admin.AsViewer(), default))).IsDone.ShouldBeFalse();
        (await database.Read(db => db.Users.SingleAsync(user => user.Id == admin.Id))).Roles.ShouldBe(Roles.Administrator);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        var one = await AdministratorAsync();
        var two = await AdministratorAsync();
        await Task.WhenAll(
            Ask<Outcome>(people => people.DeactivateAsync(two.Id, one.AsViewer(), default)),
            Ask<Outcome>(people => people.DeactivateAsync(one.Id, two.AsViewer(), default)));
        (await database.Read(db => db.Users.CountAsync(user => user.DeactivatedAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_change_a_person_at_once_do_not_overwrite_each_other()
    {
        var admin = await AdministratorAsync();
        var user = Given.User();
        await database.Add(user);
        (await Ask<Outcome>(people => people.EditAsync(user.Id, 1, new PersonFacts("First", Roles.Rep, null), admin.AsViewer(), default))).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<StaleVersionException>(() => Ask<Outcome>(people => people.EditAsync(user.Id, 1, new PersonFacts("Second", Roles.Rep, null), admin.AsViewer(), default)));
    }

    [Fact]
    public async Task Only_administrators_manage_people()
    {
        var user = Given.User();
        await database.Add(user);
        await Should.ThrowAsync<ForbiddenException>(() => Ask<Outcome>(people => people.DeactivateAsync(user.Id, Given.Viewer(Roles.ProgramManager), default)));
    }

    [Fact]
    public async Task A_leaver_hands_customers_and_follow_ups_over()
    {
        var admin = await AdministratorAsync();
        var (leaver, heir) = (Given.User(name: "Leaver"), Given.User(name: "Heir"));
        var customer = Given.Customer(ownerId: leaver.Id);
        var todo = new FollowUp(database.NextId(), SourceKind.Customer, customer.Id, "Call", new DateOnly(2026, 12, 1), leaver.Id, leaver.Id, database.Clock.Now);
        await database.Add(leaver, heir, customer, todo);
        var outcome = await database.Ask<Handover, Outcome<Leftovers>>(handover => handover.GiveAsync(leaver.Id, heir.Id, admin.AsViewer(), default));
        outcome.Value.ShouldBe(new Leftovers(1, 0, 0, 1, 0, 0));
        (await database.Read(db => db.Customers.SingleAsync())).OwnerId.ShouldBe(heir.Id);
        (await database.Read(db => db.FollowUps.SingleAsync())).AssigneeId.ShouldBe(heir.Id);
        (await database.Read(db => db.HistoryEvents.CountAsync(line => line.SubjectId == customer.Id && line.Verb == "handed-over"))).ShouldBe(1);
    }

    private async Task<User> AdministratorAsync(bool withPassword = true)
    {
        if (!await database.Read(db => db.Organisations.AnyAsync()))
        {
            await database.Add(new Organisation("Acme", "Europe/Berlin", "EUR"));
        }

        var user = Given.User(Roles.Administrator);
        user.PasswordHash = withPassword ? "set" : null;
        await database.Add(user);
        return user;
    }

    private Task<T> Ask<T>(Func<PeopleAdministration, Task<T>> question) => database.Ask(question);
}
