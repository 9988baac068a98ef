using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Who is told of something, and how it shows in the inbox.</summary>
public sealed class NoticeTests
{
    [Fact]
    public async Task Everybody_named_is_told_once_but_whoever_did_it()
    {
        using var scene = await NoticeScene.MakeAsync();
        var ben = Given.SignedUp();
        await scene.Database.Add(ben);
        await scene.TellAsync("A comment", except: ben.Id, others: [ben.Id, scene.Ada.Id]);
        (await scene.LinesAsync()).ShouldHaveSingleItem().UserId.ShouldBe(scene.Ada.Id);
    }

    [Fact]
    public async Task Who_left_and_who_never_came_is_not_told()
    {
        using var scene = await NoticeScene.MakeAsync();
        var (left, invited) = (Given.SignedUp(), Given.User());
        left.Deactivate(scene.Clock.Now);
        await scene.Database.Add(left, invited);
        await scene.TellAsync("A comment", others: [left.Id, invited.Id]);
        (await scene.LinesAsync()).ShouldHaveSingleItem().UserId.ShouldBe(scene.Ada.Id);
    }

    [Fact]
    public async Task A_stand_in_is_told_what_it_is_about_but_not_what_only_the_absent_may_read()
    {
        using var scene = await NoticeScene.MakeAsync();
        var (ben, cem) = (Given.SignedUp(name: "Ben"), Given.SignedUp(name: "Cem"));
        var today = DateOnly.FromDateTime(scene.Clock.Now);
        await scene.Database.Add(ben, cem);
        await scene.Database.Add(new Absence(Given.Id(), scene.Ada.Id, today, today.AddDays(3), ben.Id, scene.Clock.Now), new Absence(Given.Id(), ben.Id, today, today, cem.Id, scene.Clock.Now));

        await scene.TellAsync("Beta AG: a change is proposed", text: "Health: 40");
        (await scene.LinesAsync(scene.Ada.Id)).ShouldHaveSingleItem().Text.ShouldBe("Health: 40");
        (await scene.LinesAsync(ben.Id)).ShouldBeEmpty("who is away hands on");
        var line = (await scene.LinesAsync(cem.Id)).ShouldHaveSingleItem();
        line.Title.ShouldBe(MessageCatalog.Of(line.Kind).Name);
        line.Text.ShouldBe("You stand in for Ada Berg.");

        scene.Clock.Advance(TimeSpan.FromDays(4));
        await scene.TellAsync("Back again");
        (await scene.LinesAsync()).Count(one => one.Title == "Back again").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_read_is_taken_away_after_a_year_and_what_was_not_stays()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Read");
        await scene.Database.Ask<Inbox, int>(inbox => inbox.ReadAllAsync(scene.Clock.Now, scene.Viewer, default));
        await scene.TellAsync("Unread");
        scene.Clock.Advance(TimeSpan.FromDays(InboxSweep.KeptDays));
        await scene.Database.Do<InboxSweep>(work => work.RunAsync(default));
        (await scene.LinesAsync()).Count.ShouldBe(2);
        await scene.TellAsync("Young");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Database.Ask<Inbox, int>(inbox => inbox.ReadAllAsync(scene.Clock.Now, scene.Viewer, default));
        await scene.TellAsync("New");
        await scene.Database.Do<InboxSweep>(work => work.RunAsync(default));
        (await scene.LinesAsync()).Select(line => line.Title).ShouldBe(["Young", "New"]);
    }

    [Fact]
    public async Task Two_who_stand_in_for_each_other_make_no_circle()
    {
        using var scene = await NoticeScene.MakeAsync();
        var ben = Given.SignedUp();
        var today = DateOnly.FromDateTime(scene.Clock.Now);
        await scene.Database.Add(ben);
        await scene.Database.Add(new Absence(Given.Id(), scene.Ada.Id, today, today, ben.Id, scene.Clock.Now), new Absence(Given.Id(), ben.Id, today, today, scene.Ada.Id, scene.Clock.Now));
        await scene.TellAsync("A comment");
        (await scene.LinesAsync()).ShouldHaveSingleItem().UserId.ShouldBe(scene.Ada.Id);
    }

    [Fact]
    public async Task What_comes_with_a_letter_of_its_own_is_not_mailed_twice()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("An ask", MessageKinds.OwnerAsked);
        (await scene.LinesAsync()).ShouldHaveSingleItem().Mail.ShouldBe(NoticeMail.None);
    }

    [Fact]
    public async Task The_inbox_counts_filters_and_marks_ones_own_lines_alone()
    {
        using var scene = await NoticeScene.MakeAsync();
        var ben = Given.SignedUp();
        await scene.Database.Add(ben);
        await scene.TellAsync("First", others: [ben.Id]);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.TellAsync("Second");

        var first = (await scene.LinesAsync(scene.Ada.Id))[0].Id;
        (await scene.Database.Ask<Inbox, string>(inbox => inbox.MarkAsync(first, true, scene.Viewer, default))).ShouldBe("/requests/1042");
        (await PageAsync(scene, unread: true)).Lines.ShouldHaveSingleItem().Title.ShouldBe("Second");
        (await PageAsync(scene, unread: false)).ShouldSatisfyAllConditions(page => page.Total.ShouldBe(2), page => page.Unread.ShouldBe(1), page => page.Lines[0].Title.ShouldBe("Second"));
        await Should.ThrowAsync<MissingException>(() => scene.Database.Ask<Inbox, string>(inbox => inbox.MarkAsync(first, false, ben.AsViewer(), default)));

        await scene.Database.Ask<Inbox, string>(inbox => inbox.MarkAsync(first, false, scene.Viewer, default));
        (await PageAsync(scene, unread: true)).Unread.ShouldBe(2);
    }

    [Fact]
    public async Task Reading_all_leaves_what_came_after_the_page_was_shown()
    {
        using var scene = await NoticeScene.MakeAsync();
        await scene.TellAsync("Before");
        var shown = scene.Clock.Now;
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.TellAsync("After");
        (await scene.Database.Ask<Inbox, int>(inbox => inbox.ReadAllAsync(shown, scene.Viewer, default))).ShouldBe(1);
        (await PageAsync(scene, unread: true)).Lines.ShouldHaveSingleItem().Title.ShouldBe("After");
    }

    private static Task<InboxPage> PageAsync(NoticeScene scene, bool unread) => scene.Database.Ask<Inbox, InboxPage>(inbox => inbox.PageAsync(unread, 1, scene.Viewer, default));
}
