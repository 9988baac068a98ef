using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>Invitation, new time and cancellation of a use as they arrive at a real mail server, read by a program that is not ours.</summary>
public sealed class UseMailTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Everybody = [UseProgram.ContactAddress, UseProgram.ProspectAddress, "rep@test.example"];
    private readonly UseProgram program = new();
    private readonly MailSettings settings = new() { Host = "127.0.0.1", From = "references@hub.example", TimeoutSeconds = 20 };

    public Task InitializeAsync() => program.ReadyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => program.Dispose();

    [MailFact]
    public async Task Three_calendars_take_one_entry_its_new_time_and_its_end()
    {
        using var server = new MailServer();
        settings.Port = server.Port;

        var (number, candidate) = await program.ScheduledAsync(program.Days(10));
        var invited = await ArrivedAsync(server, 0);
        await program.ScheduleAsync(number, candidate, program.Days(11), "Room 4; \"Elbe\", left");
        var moved = await ArrivedAsync(server, 3);
        await program.Small.Do<RequestTriage>(desk => desk.CancelAsync(number, null, program.Small.Rep, default));
        var ended = await ArrivedAsync(server, 6);

        foreach (var (mails, method, sequence, start) in new[] { (invited, "REQUEST", "0", "20261203T090000Z"), (moved, "REQUEST", "1", "20261204T090000Z"), (ended, "CANCEL", "2", "20261204T090000Z") })
        {
            mails.Select(mail => mail.To.Single()).ShouldBe(Everybody, ignoreOrder: true);
            foreach (var mail in mails)
            {
                var part = mail.Part("text/calendar");
                (part.Method, part.Charset, part.Encoding).ShouldBe((method, "utf-8", "base64"));
                var entry = Read(part.Text);
                (entry["METHOD"], entry["SEQUENCE"], entry["DTSTART"], entry["ORGANIZER"]).ShouldBe((method, sequence, start, "mailto:references@hub.example"));
                entry["ATTENDEE"].ShouldBe($"mailto:{mail.To.Single()}", "nobody else is named");
                entry["STATUS"].ShouldBe(method == "CANCEL" ? "CANCELLED" : "CONFIRMED");
                mail.Part("application/ics").Text.ShouldBe(part.Text);
            }
        }

        invited.Concat(moved).Concat(ended).Select(mail => Read(mail.Part("text/calendar").Text)["UID"]).Distinct().ShouldHaveSingleItem();
        Read(moved[0].Part("text/calendar").Text)["LOCATION"].ShouldBe("Room 4\\; \"Elbe\"\\, left");
    }

    [MailFact]
    public async Task Headers_and_texts_arrive_whole_in_each_readers_language()
    {
        using var server = new MailServer();
        settings.Port = server.Port;
        await program.ScheduledAsync(program.Days(10));

        var mails = await ArrivedAsync(server, 0);

        foreach (var mail in mails)
        {
            mail.Defects.ShouldBeEmpty();
            mail.Structure.ShouldBe(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"]);
            mail.Raw.Split("\r\n").ShouldAllBe(line => line.Length <= 998 && line.All(char.IsAscii));
            mail.Headers["To"].ShouldBe(mail.To.Single());
            mail.Headers["From"].ShouldBe("references@hub.example");
            mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
            mail.Headers["Subject"].ShouldNotContain("=?");
            mail.Part("text/plain").Charset.ShouldBe("utf-8");
            mail.Part("text/plain").Text.ShouldNotContain("{");
        }

        mails.Select(mail => mail.Headers["Message-ID"]).Distinct().Count().ShouldBe(3);
        var contact = mails.Single(mail => mail.To.Single() == UseProgram.ContactAddress);
        contact.Headers["Reply-To"].ShouldBe("rep@test.example");
        contact.Part("text/plain").Text.ShouldContain("Guten Tag");
        mails.Single(mail => mail.To.Single() == UseProgram.ProspectAddress).Raw.ShouldNotContain(UseProgram.ContactAddress);
    }

    // The next three with a calendar part; whoever sleeps is written to when they are up.
    private async Task<IReadOnlyList<ReceivedMail>> ArrivedAsync(MailServer server, int before)
    {
        program.Small.Clock.Advance(TimeSpan.FromHours(5));
        using var node = TestDatabase.Open(program.Small.Database.ConnectionString, program.Small.Clock, services => services.AddSingleton(settings).AddSingleton<IMailSender, SmtpMailSender>());
        await node.Do<OutboxSender>(sender => sender.RunAsync(default));
        var entries = server.Mails.Where(mail => mail.Structure.Contains("text/calendar")).Skip(before).ToList();
        entries.Count.ShouldBe(3);
        return entries;
    }

    // Lines are unfolded; of each the name without its parameters, and the value.
    private static Dictionary<string, string> Read(string calendar)
    {
        calendar.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var entry = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var value = line.IndexOf(line.Contains("mailto:", StringComparison.Ordinal) ? ":mailto:" : ":", StringComparison.Ordinal);
            var name = line[..value].Split(';')[0];
            if (name is not ("BEGIN" or "END"))
            {
                entry.TryAdd(name, line[(value + 1)..]).ShouldBeTrue($"{name} stands there once");
            }
        }

        return entry;
    }
}
