using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>When notices are mailed, and how many mails they make.</summary>
public sealed class NoticeMailTests
{
    [Fact]
    public async Task A_few_notices_are_a_mail_each_after_a_short_wait()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("First", text: "One line\nand another");
        await scene.TellAsync("Second");
        (await scene.MailAsync()).ShouldBeEmpty("more may come");

        scene.Clock.Advance(Notices.Gathering);
        var mails = await scene.MailAsync();
        mails.Select(mail => mail.Subject).ShouldBe(["First", "Second"]);
        mails[0].Address.ShouldBe(scene.Ada.Email);
        mails[0].Body.ShouldContain("One line\nand another");
        mails[0].Body.ShouldContain("https://hub.example/requests/1042");
        mails[0].Html!.ShouldContain("href=\"https://hub.example/requests/1042\"");
        mails[0].UnsubscribeLinkId.ShouldNotBeNull();
        mails[0].Body.ShouldContain(OutboxMessage.StopPlace);
        (await scene.MailAsync()).Count.ShouldBe(2, "nothing is mailed twice");
    }

    [Fact]
    public async Task A_storm_is_one_digest()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.InOneAsync(async notices =>
        {
            for (var number = 1; number <= 500; number++)
            {
                await notices.TellAsync(scene.Ada.Id, MessageKinds.RecordsToConfirm, $"Record {number}", null, $"/references/{number}", default);
            }
        });
        scene.Clock.Advance(Notices.Gathering);
        var mail = (await scene.MailAsync()).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("500 messages from Northwind Systems ReferenceHub");
        mail.Body.Split("- Record ").Length.ShouldBe(41);
        mail.Body.ShouldContain("and 460 more in your inbox");
        (await scene.LinesAsync()).ShouldAllBe(line => line.Mail == NoticeMail.Mailed);
    }

    [Fact]
    public async Task A_storm_that_goes_on_is_waited_for_but_not_for_ever()
    {
        using var scene = await NoticeScene.MakeAsync();
        var mails = new List<OutboxMessage>();
        var minutes = 0;
        while (mails.Count == 0)
        {
            await scene.TellAsync($"At {minutes} a");
            await scene.TellAsync($"At {minutes} b");
            await scene.TellAsync($"At {minutes} c");
            scene.Clock.Advance(TimeSpan.FromMinutes(1));
            minutes++;
            mails = await scene.MailAsync();
        }

        minutes.ShouldBe((int)NoticeMails.LongestHold.TotalMinutes);
        mails.ShouldHaveSingleItem().Subject.ShouldStartWith("45 messages");
    }

    [Fact]
    public async Task What_was_read_meanwhile_is_not_mailed()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Seen");
        await scene.Database.Ask<Inbox, int>(inbox => inbox.ReadAllAsync(scene.Clock.Now, scene.Viewer, default));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        (await scene.MailAsync()).ShouldBeEmpty();
        (await scene.LinesAsync()).ShouldHaveSingleItem().Mail.ShouldBe(NoticeMail.None);
    }

    [Fact]
    public async Task Who_leaves_before_the_mail_goes_gets_none()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Late");
        await scene.Database.Change(async db => (await db.Users.SingleAsync(user => user.Id == scene.Ada.Id)).Deactivate(scene.Clock.Now));
        scene.Clock.Advance(TimeSpan.FromHours(1));
        (await scene.MailAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Off_means_the_inbox_alone_also_for_what_waits_already()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Waiting");
        await scene.ChooseAsync(Delivery.Off);
        await scene.TellAsync("Later");
        scene.Clock.Advance(TimeSpan.FromDays(1));
        (await scene.MailAsync()).ShouldBeEmpty();
        (await scene.LinesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_digest_comes_at_its_time_in_the_person_s_zone()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.Database.Change(async db => (await db.Users.SingleAsync(user => user.Id == scene.Ada.Id)).ChooseZone("America/New_York"));
        await scene.ChooseAsync(Delivery.Digest, digestAt: (17 * 60) + 30);
        await scene.TellAsync("One");
        await scene.TellAsync("Two");
        (await scene.LinesAsync()).ShouldAllBe(line => line.MailDueAt == new DateTime(2026, 11, 23, 22, 30, 0, DateTimeKind.Utc));

        scene.Clock.MoveTo(new DateTime(2026, 11, 23, 22, 29, 0, DateTimeKind.Utc));
        (await scene.MailAsync()).ShouldBeEmpty();
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var mail = (await scene.MailAsync()).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("2 messages from Northwind Systems ReferenceHub");
        mail.Html!.ShouldContain("<li>");
    }

    [Fact]
    public async Task Nothing_is_mailed_in_quiet_hours_and_all_of_it_after_them()
    {
        using var scene = await NoticeScene.MakeAsync();
        scene.Clock.MoveTo(new DateTime(2026, 11, 23, 20, 15, 0, DateTimeKind.Utc));
        await scene.TellAsync("At night");
        scene.Clock.Advance(TimeSpan.FromHours(3));
        (await scene.MailAsync()).ShouldBeEmpty();
        scene.Clock.MoveTo(new DateTime(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc));
        (await scene.MailAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_node_that_was_down_wakes_nobody_up()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("In the day");
        scene.Clock.MoveTo(new DateTime(2026, 11, 23, 23, 0, 0, DateTimeKind.Utc));
        (await scene.MailAsync()).ShouldBeEmpty();
        scene.Clock.MoveTo(new DateTime(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc));
        (await scene.MailAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Any_number_of_nodes_mail_once()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Once");
        scene.Clock.Advance(Notices.Gathering);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.Database.Do<NoticeMails>(work => work.RunAsync(default))));
        (await scene.MailsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_tells_nobody()
    {
        using var scene = await NoticeScene.MakeAsync();
        await using var scope = scene.Database.Scope();
        var (db, notices) = (scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>(), scope.ServiceProvider.GetRequiredService<Notices>());
        await db.WriteAsync(async ct =>
        {
            await notices.TellAsync(scene.Ada.Id, MessageKinds.Comment, "Not so", null, "/", ct);
            await db.SaveChangesAsync(ct);
            return Outcome.Refuse("Not today.");
        });
        (await scene.LinesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_and_texts_stay_text_in_mails()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("<b>Evil</b> [click](https://evil.example) {{link}}", text: "# Not a heading\n1. not a list\n<script>alert(1)</script>");
        scene.Clock.Advance(Notices.Gathering);
        var mail = (await scene.MailAsync()).ShouldHaveSingleItem();
        mail.Body.ShouldContain("# Not a heading\n1. not a list\n<script>alert(1)</script>");
        mail.Html!.ShouldContain("&lt;b&gt;Evil&lt;/b&gt; [click](https://evil.example)");
        mail.Html!.ShouldNotContain("<script");
        mail.Html!.ShouldNotContain("href=\"https://evil.example");
    }

    [Theory]
    [InlineData(MessageKinds.Comment, false)]
    [InlineData(MessageKinds.Digest, true)]
    public async Task The_link_under_a_mail_calls_its_kind_off_twice_is_harmless_and_others_stay(string about, bool all)
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Waiting");
        var link = new SignedLink(Given.Id(), LinkPurpose.Unsubscribe, scene.Ada.Id, scene.Clock.Now, scene.Clock.Now.AddDays(1), 5).For(scene.Ada.Id, about);
        var (key, token) = LinkKey.Make(Given.Id(), link.Id, scene.Clock.Now);
        await scene.Database.Add(link, key);

        (await scene.Database.Ask<NoticeStops, NoticeStop?>(stops => stops.FindAsync(token, default)))!.Name.ShouldBe("Ada Berg");
        (await scene.Database.Read(db => db.NoticeChoices.CountAsync())).ShouldBe(0, "looking changes nothing");
        await scene.Database.Ask<NoticeStops, NoticeStop?>(stops => stops.StopAsync(token, default));
        await scene.Database.Ask<NoticeStops, NoticeStop?>(stops => stops.StopAsync(token, default));
        var off = await scene.Database.Read(db => db.NoticeChoices.Where(choice => choice.Delivery == Delivery.Off).CountAsync());
        off.ShouldBe(all ? MessageCatalog.All.Count(kind => kind.IsNotice) : 1);
        scene.Clock.Advance(Notices.Gathering);
        (await scene.MailAsync()).ShouldBeEmpty();

        (await scene.Database.Ask<NoticeStops, NoticeStop?>(stops => stops.StopAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), default))).ShouldBeNull();
        scene.Clock.Advance(TimeSpan.FromDays(1));
        (await scene.Database.Ask<NoticeStops, NoticeStop?>(stops => stops.FindAsync(token, default))).ShouldBeNull("it has run out");
    }

    [Fact]
    public async Task One_person_who_cannot_be_mailed_keeps_nobody_else_from_their_mail()
    {
        using var scene = await NoticeScene.MakeAsync();
        var (first, last) = (Given.SignedUp(name: "Bo First"), Given.SignedUp(name: "Zoe Last"));
        await scene.Database.Add(first, last);
        await scene.TellAsync("A kind of the past", except: null, others: [first.Id, last.Id]);
        await scene.Database.Change(async db => await db.Notifications.Where(line => line.UserId != last.Id).ExecuteUpdateAsync(set => set.SetProperty(line => line.Kind, "gone")));
        scene.Clock.Advance(Notices.Gathering);
        await Should.ThrowAsync<AggregateException>(() => scene.MailAsync());
        (await scene.MailsAsync()).Select(mail => mail.Address).ShouldBe([last.Email!]);
    }
}
