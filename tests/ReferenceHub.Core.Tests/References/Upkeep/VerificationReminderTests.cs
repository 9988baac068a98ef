using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.References.Upkeep;

public sealed class VerificationReminderTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User owner = Given.User(name: "Jonas Weber");

    public VerificationReminderTests() => owner.PasswordHash = "x";

    private DateOnly Today => DateOnly.FromDateTime(database.Clock.Now);

    [Fact]
    public async Task An_owner_gets_one_mail_for_all_records_that_fell_due()
    {
        await AddAsync(("Alpha AG", -3), ("Beta AG", 0), ("Gamma AG", 4));
        await RunAsync();

        var mail = (await MailsAsync()).ShouldHaveSingleItem();
        mail.Address.ShouldBe(owner.Email);
        mail.Subject.ShouldBe("2 customer records to confirm");
        mail.Body.ShouldContain("Alpha AG");
        mail.Body.ShouldContain("Beta AG");
        mail.Body.ShouldNotContain("Gamma AG");
        mail.Body.ShouldContain("/references/verification");
    }

    [Fact]
    public async Task A_reminder_is_no_change_of_the_record()
    {
        var customer = (await AddAsync(("Alpha AG", 0))).Single();
        var before = await database.Read(db => db.Customers.Where(row => row.Id == customer.Id).Select(row => row.Version).SingleAsync());
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(1);
        (await database.Read(db => db.Customers.Where(row => row.Id == customer.Id).Select(row => row.Version).SingleAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task A_record_is_reminded_once_when_due_then_weekly_while_overdue()
    {
        await AddAsync(("Alpha AG", 0));
        await RunAsync();
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(1);

        database.Clock.Advance(TimeSpan.FromDays(6));
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(1);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_confirmed_record_is_reminded_again_at_its_next_day_only()
    {
        var customer = (await AddAsync(("Alpha AG", 0))).Single();
        await RunAsync();
        (await database.Ask<VerificationService, Outcome<DateOnly>>(service => service.ConfirmAsync([customer.Id], owner.AsViewer(), default))).IsDone.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(179));
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(1);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_record_never_confirmed_is_reminded_of_once_it_has_settled_in()
    {
        await database.Add(owner, Given.Customer("Alpha AG", owner.Id));
        await RunAsync();
        (await MailsAsync()).ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromDays(VerificationReminders.FirstLookDays));
        await RunAsync();
        await RunAsync();
        (await MailsAsync()).ShouldHaveSingleItem().Body.ShouldContain("Alpha AG, never confirmed");
    }

    [Fact]
    public async Task Who_cannot_sign_in_is_not_written_to_and_two_nodes_write_one_mail()
    {
        await AddAsync(("Alpha AG", -1));
        await database.Change(async db => (await db.Users.SingleAsync(user => user.Id == owner.Id)).Deactivate(database.Clock.Now));
        await RunAsync();
        (await MailsAsync()).ShouldBeEmpty();

        await database.Change(async db => (await db.Users.SingleAsync(user => user.Id == owner.Id)).Reactivate());
        await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());
        (await MailsAsync()).Count.ShouldBe(1);
    }

    public void Dispose() => database.Dispose();

    private async Task<List<Customer>> AddAsync(params (string Name, int DueIn)[] records)
    {
        var customers = records.Select(record => VerificationTests.Record(record.Name, owner, Today.AddDays(record.DueIn), database.Clock.Now)).ToList();
        await database.Add([owner, .. customers]);
        return customers;
    }

    private Task RunAsync() => database.Do<VerificationReminders>(reminders => reminders.RunAsync(default));

    private Task<List<Told>> MailsAsync() => database.ToldAsync();
}
