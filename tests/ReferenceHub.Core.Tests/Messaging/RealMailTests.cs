using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>What arrives at a real mail server, read by a program that is not ours.</summary>
public sealed class RealMailTests : IDisposable
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Gespräch mit Ñandú GmbH\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    private readonly MailSettings settings = new() { Host = "127.0.0.1", From = "hub@example.com", TimeoutSeconds = 20 };
    private readonly TestDatabase database;

    public RealMailTests() => database = TestDatabase.Create(configure: services => services.AddSingleton(settings).AddSingleton<IMailSender, SmtpMailSender>());

    public void Dispose() => database.Dispose();

    [MailFact]
    public async Task Text_html_and_calendar_arrive_whole()
    {
        using var server = new MailServer();
        settings.Port = server.Port;
        await WriteAsync();
        await SendAsync();

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.Defects.ShouldBeEmpty();
        mail.To.ShouldBe(["mara@customer.example"]);
        mail.Headers["Subject"].ShouldBe("Referenzgespräch: Dienstag 1. Dezember, 10:00–10:30 (Berlin) „früh“ 🙂");
        mail.Headers["From"].ShouldBe("hub@example.com");
        mail.Headers["Reply-To"].ShouldBe("rita@northwind.example");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Headers["Message-ID"].ShouldEndWith("@example.com>");
        mail.Structure.ShouldBe(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"]);
        mail.Raw.Split("\r\n").ShouldAllBe(line => line.Length <= 998 && line.All(char.IsAscii));

        var (text, html, calendar) = (mail.Part("text/plain"), mail.Part("text/html"), mail.Part("text/calendar"));
        text.Charset.ShouldBe("utf-8");
        text.Text.ShouldContain("vielen Dank für Ihre Unterstützung");
        text.Text.ShouldContain($"https://hub.example/l/{await TokenAsync(text.Text)}");
        html.Text.ShouldContain("Ñandú GmbH");
        html.Text.ShouldContain($"href=\"https://hub.example/l/{await TokenAsync(text.Text)}\"");
        html.Text.ShouldNotContain(OutboxMessage.LinkPlace);
        (calendar.Method, calendar.Charset).ShouldBe(("REQUEST", "utf-8"));
        calendar.Text.ShouldBe(Calendar);
        mail.Part("application/ics").ShouldSatisfyAllConditions(part => part.FileName.ShouldBe("invite.ics"), part => part.Text.ShouldBe(Calendar));
    }

    [MailFact]
    public async Task A_notice_offers_to_call_its_kind_off_by_one_click()
    {
        using var server = new MailServer();
        settings.Port = server.Port;
        var ada = Given.SignedUp(name: "Ada");
        await database.Add(ada);
        await using (var scope = database.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<Notices>().TellAsync(ada.Id, MessageKinds.Comment, "Ben: fertig – très bien", null, "/requests/7", default);
            await scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
        }

        database.Clock.Advance(Notices.Gathering);
        await database.Do<NoticeMails>(work => work.RunAsync(default));
        await SendAsync();
        var mail = server.Mails.ShouldHaveSingleItem();
        mail.Headers["Subject"].ShouldBe("Ben: fertig – très bien");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var address = mail.Headers["List-Unsubscribe"].Trim('<', '>');
        address.ShouldStartWith("https://hub.example/l/");
        mail.Part("text/plain").Text.ShouldContain(address);
        var token = address.Split('/')[^2];
        (await database.Ask<NoticeStops, NoticeStop?>(stops => stops.FindAsync(token, default)))!.Kind.ShouldBe("Comment");
    }

    [MailFact]
    public async Task A_server_that_asks_for_encryption_and_a_password_gets_both()
    {
        using var server = new MailServer(secured: true);
        (settings.Port, settings.StartTls, settings.User, settings.Password) = (server.Port, true, MailServer.User, MailServer.Password);
        using var trusted = new X509Store(StoreName.Root, StoreLocation.CurrentUser, OpenFlags.ReadWrite);
        using var certificate = X509CertificateLoader.LoadCertificate(server.Certificate!.RawData);
        trusted.Add(certificate);
        try
        {
            await WriteAsync();
            await SendAsync();
            (await database.Read(db => db.OutboxMessages.SingleAsync())).LastError.ShouldBeNull();
            server.Mails.ShouldHaveSingleItem().ShouldSatisfyAllConditions(mail => mail.Tls.ShouldBeTrue(), mail => mail.User.ShouldBe(MailServer.User));

            settings.Password = "wrong";
            await WriteAsync();
            await SendAsync();
            server.Mails.Count.ShouldBe(1);
            (await database.Read(db => db.OutboxMessages.CountAsync(mail => mail.State == OutboxState.Waiting))).ShouldBe(1, "a wrong password is put right and then it goes");
        }
        finally
        {
            trusted.Remove(certificate);
        }
    }

    [MailFact]
    public async Task A_server_that_nobody_vouches_for_gets_neither_password_nor_mail()
    {
        using var server = new MailServer(secured: true);
        (settings.Port, settings.StartTls, settings.User, settings.Password) = (server.Port, true, MailServer.User, MailServer.Password);
        await WriteAsync();
        await SendAsync();
        server.Mails.ShouldBeEmpty();
        (await database.Read(db => db.OutboxMessages.SingleAsync())).ShouldSatisfyAllConditions(mail => mail.State.ShouldBe(OutboxState.Waiting), mail => mail.LastError.ShouldNotBeNull());
    }

    [MailFact]
    public async Task What_was_saved_before_a_node_was_killed_arrives_from_another_one()
    {
        const int Letters = 12;
        using var server = new MailServer();
        settings.Port = server.Port;
        for (var number = 0; number < Letters; number++)
        {
            await database.Add(new OutboxMessage(Given.Id(), database.Clock.Now, MessageKinds.Thanks, $"contact{number}@customer.example", $"Letter {number}", "Thank you"));
        }

        // This node dies in the middle of its round, once before and once after the server took the mail.
        using (var dying = NodeWith(new DyingSender(new SmtpMailSender(settings), dieBefore: 3)))
        {
            await Should.ThrowAsync<NodeDiedException>(() => dying.Database.Do<OutboxSender>(sender => sender.RunAsync(default)));
        }

        using (var dying = NodeWith(new DyingSender(new SmtpMailSender(settings), dieAfter: 2)))
        {
            await Should.ThrowAsync<NodeDiedException>(() => dying.Database.Do<OutboxSender>(sender => sender.RunAsync(default)));
        }

        await SendAsync();
        database.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync();
        server.Mails.Select(mail => mail.To[0]).Distinct().Count().ShouldBe(Letters);
        server.Mails.Count.ShouldBe(Letters + 1, "the one that the server had taken comes twice, which beats not at all");
        (await database.Read(db => db.OutboxMessages.CountAsync(mail => mail.State != OutboxState.Sent))).ShouldBe(0);
    }

    private Node NodeWith(IMailSender sender) => new(TestDatabase.Open(database.ConnectionString, database.Clock, services => services.AddSingleton(settings).AddSingleton(sender)));

    private async Task WriteAsync()
    {
        await using var scope = database.Scope();
        var services = scope.ServiceProvider;
        var link = services.GetRequiredService<SignedLinks>().Give(LinkPurpose.CustomerAnswer, Given.Id(), TimeSpan.FromDays(14));
        var values = new Dictionary<string, string?>
        {
            ["activity"] = "Referenzgespräch", ["when"] = "Dienstag 1. Dezember, 10:00–10:30 (Berlin) „früh“ 🙂", ["prospect"] = "Ñandú GmbH", ["requester"] = "Rita Sommer",
            ["purpose"] = string.Concat(Enumerable.Repeat("Wie die Umstellung gelang – und was Sie heute anders machten. ", 20)),
        };
        var to = new Recipient("Mara Vogel", "mara@customer.example", "de", "Europe/Berlin");
        await services.GetRequiredService<Letters>().WriteAsync(new Letter(MessageKinds.UseScheduled, to, values, null, link, new CalendarPart(Calendar, "REQUEST"), "rita@northwind.example"), default);
        await services.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
    }

    private async Task<string> TokenAsync(string text)
    {
        var token = text.Split("https://hub.example/l/")[1][..LinkKey.TokenLength];
        (await database.Ask<SignedLinks, SignedLink?>(links => links.FindOpenAsync(token, default))).ShouldNotBeNull();
        return token;
    }

    private Task SendAsync() => database.Do<OutboxSender>(sender => sender.RunAsync(default));

    private sealed record Node(TestDatabase Database) : IDisposable
    {
        public void Dispose() => Database.Dispose();
    }

    private sealed class NodeDiedException : Exception;

    private sealed class DyingSender(IMailSender real, int dieBefore = int.MaxValue, int dieAfter = int.MaxValue) : IMailSender
    {
        private int sent;

        public async Task SendAsync(System.Net.Mail.MailMessage mail, CancellationToken ct)
        {
            sent++;
            if (sent == dieBefore)
            {
                throw new NodeDiedException();
            }

            await real.SendAsync(mail, ct);
            if (sent == dieAfter)
            {
                throw new NodeDiedException();
            }
        }
    }
}
