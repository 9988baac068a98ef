using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>The product as a process that is killed (<c>kill -9</c>) between its commit and the mail: what it had committed arrives, from the process after it.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private const int Invited = 6;
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User admin = Given.User(Roles.Administrator);
    private readonly List<string> committed = [];

    public void Dispose() => database.Dispose();

    [MailFact]
    public async Task Each_letter_that_was_committed_arrives_and_none_is_lost()
    {
        admin.PasswordHash = new PasswordHasher<User>().HashPassword(admin, WebApp.Password);
        await database.Add(admin);
        using var server = new MailServer();

        // While it is sending: the server took the call and says nothing.
        using (var silent = new SmtpListener(SmtpMood.Silent))
        {
            await KilledAsync(silent.Port, TimeSpan.Zero, () => WaitingAsync(claimed: true));
        }

        (await WaitingAsync(claimed: false)).ShouldBeTrue("it was killed before it had sent them all");
        server.Mails.ShouldBeEmpty();

        // As soon as the last commit was answered.
        await KilledAsync(server.Port, TimeSpan.Zero, () => Task.FromResult(true));

        using var last = await ProductProcess.StartAsync(database.ConnectionString, server.Port, TimeSpan.FromMinutes(10));
        await last.UntilAsync(async () => !await database.Read(db => db.OutboxMessages.AnyAsync(mail => mail.State != OutboxState.Sent)));
        last.Kill();

        committed.Count.ShouldBe(2 * Invited);
        server.Mails.Select(mail => mail.To.Single()).Distinct().ShouldBe(committed, ignoreOrder: true);
        server.Mails.Count.ShouldBeLessThanOrEqualTo(committed.Count + 2, "at most the one that was on its way when it was killed comes twice");
    }

    private async Task KilledAsync(int mailPort, TimeSpan offset, Func<Task<bool>> moment)
    {
        using var product = await ProductProcess.StartAsync(database.ConnectionString, mailPort, offset);
        var visitor = product.Anybody();
        await visitor.SignInAsync(admin.Email!, WebApp.Password);
        var form = await visitor.OpenAsync("/admin/users/new");
        for (var each = 0; each < Invited; each++)
        {
            var address = $"new{committed.Count}@people.example";
            var answer = await visitor.SubmitAsync(form, "form[action='/admin/users']", ("Email", address), ("Name", $"Person {committed.Count}"));
            answer.Location.ShouldNotBeNull(answer.Text("main"));
            committed.Add(address);
        }

        await product.UntilAsync(moment);
        product.Kill();
    }

    private Task<bool> WaitingAsync(bool claimed) => database.Read(db => db.OutboxMessages.AnyAsync(mail => mail.State == OutboxState.Waiting && (!claimed || mail.DueAt > mail.CreatedAt)));
}
