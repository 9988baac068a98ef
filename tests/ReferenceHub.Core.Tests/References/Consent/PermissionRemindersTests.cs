using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.References.Consent;

/// <summary>Who is told when that a permission ends.</summary>
public sealed class PermissionRemindersTests : IDisposable
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User owner = Given.SignedUp(name: "Jonas Lindner");
    private readonly User manager = Given.SignedUp(Roles.ProgramManager, "Paula Meier");

    [Theory]
    [InlineData(61, 0)]
    [InlineData(60, 2)]
    [InlineData(30, 2)]
    [InlineData(14, 2)]
    [InlineData(0, 2)]
    [InlineData(-1, 0)]
    public async Task Owner_and_manager_are_told_in_the_last_sixty_days(int daysLeft, int mails)
    {
        await CustomerAsync(daysLeft);
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(mails);
    }

    [Fact]
    public async Task Each_last_day_is_told_of_twice_and_no_more()
    {
        await CustomerAsync(70);
        var told = new List<int>();
        for (var day = 0; day <= 71; day++)
        {
            var before = (await MailsAsync()).Count;
            await RunAsync();
            if ((await MailsAsync()).Count > before)
            {
                told.Add(70 - day);
            }

            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        told.ShouldBe([60, 14]);
    }

    [Fact]
    public async Task A_new_last_day_is_told_of_anew()
    {
        var customer = await CustomerAsync(10);
        await RunAsync();
        await database.Change(async db =>
        {
            var permission = await db.Permissions.SingleAsync(row => row.CustomerId == customer.Id && row.Scope == PermissionScope.SalesCall);
            permission.Record(PermissionStatus.Granted, Today.AddDays(40), "New form", FakeClock.Start);
        });
        await RunAsync();
        (await MailsAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Everything_that_ends_comes_in_one_mail_each()
    {
        await CustomerAsync(50, "Alpenbank AG");
        await CustomerAsync(12, "Rheinische Versicherung AG");
        await RunAsync();
        var mails = await MailsAsync();
        mails.Select(mail => mail.Address).ShouldBe([owner.Email, manager.Email], ignoreOrder: true);
        mails.ShouldAllBe(mail => mail.Subject == "2 permissions end soon" && mail.Body.Contains("Alpenbank AG") && mail.Body.Contains("in 12 days"));
    }

    [Fact]
    public async Task An_owner_hears_of_their_own_customers_only()
    {
        await CustomerAsync(50, "Alpenbank AG");
        var stranger = Given.SignedUp();
        await database.Add(stranger);
        await RunAsync();
        (await MailsAsync()).ShouldNotContain(mail => mail.Address == stranger.Email);
    }

    [Fact]
    public async Task Archived_customers_and_refusals_are_left_out()
    {
        var archived = await CustomerAsync(10);
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == archived.Id)).Archive(null, FakeClock.Start));
        await RunAsync();
        (await MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_is_no_edit()
    {
        var customer = await CustomerAsync(10);
        var before = await PermissionAsync(customer);
        await RunAsync();
        var after = await PermissionAsync(customer);
        after.ExpiryRemindedFor.ShouldBe(after.ValidUntil);
        after.Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task Whoever_has_not_taken_up_the_invitation_is_not_written_to()
    {
        await CustomerAsync(10);
        var invited = Given.User(Roles.ProgramManager);
        await database.Add(invited);
        await RunAsync();
        (await MailsAsync()).Select(mail => mail.Address).ShouldBe([owner.Email, manager.Email], ignoreOrder: true);
    }

    public void Dispose() => database.Dispose();

    private async Task<Customer> CustomerAsync(int daysLeft, string? name = null)
    {
        if (!await database.Read(db => db.Users.AnyAsync(user => user.Id == owner.Id)))
        {
            await database.Add(owner, manager);
        }

        var customer = Given.Customer(name, owner.Id);
        customer.Permissions.Find(row => row.Scope == PermissionScope.SalesCall)!.Record(PermissionStatus.Granted, Today.AddDays(daysLeft), "Form", FakeClock.Start);
        customer.Permissions.Find(row => row.Scope == PermissionScope.Press)!.Record(PermissionStatus.Denied, null, "Mail", FakeClock.Start);
        await database.Add(customer);
        return customer;
    }

    private Task<Permission> PermissionAsync(Customer customer) =>
        database.Read(db => db.Permissions.SingleAsync(row => row.CustomerId == customer.Id && row.Scope == PermissionScope.SalesCall));

    private Task RunAsync() => database.Do<PermissionReminders>(work => work.RunAsync(default));

    private Task<List<Told>> MailsAsync() => database.ToldAsync();
}
