using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Processes;

/// <summary>Processes in the browser, without script: read, drafted, written, compared, started, filed, shared.</summary>
public sealed class ProcessPagesTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Everybody_reads_how_a_story_comes_about_and_only_the_program_changes_it()
    {
        var story = await StoryAsync();
        var rep = await app.SignedInAsync(Roles.Rep);

        var page = await rep.GetAsync(story);

        page.All(".outline-step").Count.ShouldBe(27);
        page.Text("#step-customer-approval").ShouldContain("Gate: The customer's approval");
        page.Text("#step-metrics").ShouldContain("in parallel with its neighbours");
        page.Text("main").ShouldContain("21 business days from the end of “Consent and release” to “Publish, tag, expiry”");
        page.All("main form").ShouldBeEmpty();
        (await rep.GetAsync($"{story}/print")).All("article.outline-step").Count.ShouldBe(27);
        (await rep.GetAsync("/processes")).Text("main").ShouldContain("first yes in 2 business days, owner → customer");
    }

    [Fact]
    public async Task A_draft_is_written_step_by_step_compared_and_started()
    {
        var story = await StoryAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var editor = await manager.FollowAsync(await manager.SubmitAsync(await manager.GetAsync(story), $"form[action='{story}/versions']"));

        var form = await manager.GetAsync($"{story}/versions/2/steps?stage=write");
        form.One("#Stage option[selected]").GetAttribute("value").ShouldBe("write");
        form.One("input[name=After][checked]").GetAttribute("value").ShouldBe("internal-edit");
        editor = await manager.FollowAsync(await manager.SubmitAsync(form, "form[data-fits]", ("Name", "Proofreading"), ("Days", "2"), ("Checklist", "- Names\n- Figures")));
        editor.Text("#stage-write").ShouldContain("Proofreading");
        editor = await manager.FollowAsync(await manager.SubmitAsync(editor, "#step-proofreading form[action$='/place']:has(input[value=up])", ("place", "4")));
        editor.One("#step-proofreading button[aria-label='Move Proofreading up']").HasAttribute("autofocus").ShouldBeTrue();
        editor = await manager.FollowAsync(await manager.SubmitAsync(editor, "#step-outline form[action$='/removal']"));
        editor.All("#step-outline").ShouldBeEmpty();

        var compared = await manager.GetAsync($"{story}/compare?to=2");
        compared.All("main section:not(#dwell)").Select(section => section.QuerySelector("h2")!.TextContent.Trim()).ShouldBe(["Draft", "Proofreading", "Outline"], ignoreOrder: true);
        (await manager.SubmitAsync(await manager.GetAsync($"{story}/versions/2"), "form[action$='/start']")).Location.ShouldBe($"{story}/versions/2");
        (await manager.GetAsync(story)).Text("main").ShouldContain("Proofreading");
        (await manager.GetAsync($"{story}/versions/2/edit")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_wrong_with_a_draft_is_listed_with_a_link_to_its_step_and_keeps_it_from_starting()
    {
        var story = await StoryAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await manager.PostAsync($"{story}/versions", ("like", "1"));

        var editor = await manager.FollowAsync(await manager.PostAsync($"{story}/versions/2/steps/customer-approval/removal", ("version", "1")));

        editor.One("main a[href$='/steps/publish#After']").TextContent.ShouldBe("Publish, tag, expiry");
        (await manager.GetAsync($"{story}/versions/2")).All("form[action$='/start']").ShouldBeEmpty();
        (await manager.PostAsync($"{story}/versions/2/start", ("StartsOn", "2027-01-04"), ("Version", "2"))).Text("main").ShouldContain("without the gate of the customer's approval");
    }

    [Fact]
    public async Task Whoever_saves_a_step_second_sees_what_the_first_saved_and_loses_nothing()
    {
        var story = await StoryAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await manager.PostAsync($"{story}/versions", ("like", "1"));
        var mine = await manager.GetAsync($"{story}/versions/2/steps/draft");
        await manager.SubmitAsync(await manager.GetAsync($"{story}/versions/2/steps/draft"), "form[data-fits]", ("Days", "4"));

        var refused = await manager.SubmitAsync(mine, "form[data-fits]", ("Name", "First draft"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("#meanwhile-title").ShouldContain("Saved by somebody else");
        refused.One("#Name").GetAttribute("value").ShouldBe("First draft");
        (await manager.SubmitAsync(refused, "form[data-fits]")).Location.ShouldEndWith("edit#step-draft");
        (await manager.PostAsync($"{story}/versions/2/steps/draft/removal", ("version", "1"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_version_is_saved_as_a_file_and_taken_in_again_as_a_draft()
    {
        var story = await StoryAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var file = await manager.Client.GetAsync($"{story}/versions/1/file");
        file.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("written-story-v1.yml");

        var taken = await UploadAsync(manager, await file.Content.ReadAsByteArrayAsync());

        taken.Location.ShouldBe($"{story}/versions/2/edit");
        (await manager.GetAsync($"{story}/compare?from=1&to=2")).Text("main").ShouldContain("They say the same");
    }

    [Theory]
    [InlineData("process: x\nname: X\nkind: production\nmakes: story\nstages: *a", "references within the file")]
    [InlineData("process: x\nname: X\nkind: wizardry", "“kind” is one of: production, recruiting, request")]
    [InlineData("process: ../etc\nname: X\nkind: recruiting", "is no key of a process")]
    [InlineData("\xff\xfe\0", "no text in UTF-8")]
    public async Task A_file_that_is_no_process_is_refused_with_what_is_wrong(string text, string words)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var refused = await UploadAsync(manager, Encoding.Latin1.GetBytes(text.Replace("“", "\"").Replace("”", "\"")));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text("main").ShouldContain(words);
        (await app.DataAsync(db => db.ProcessTemplates.CountAsync())).ShouldBe(10);
    }

    [Fact]
    public async Task Whoever_has_the_address_reads_the_version_in_force_without_names_until_it_is_taken_back()
    {
        var story = await StoryAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        await HeldByAsync(story, manager.Viewer.UserId);
        var made = await manager.FollowAsync(await manager.SubmitAsync(await manager.GetAsync($"{story}/shares"), $"form[action='{story}/shares']", ("recipient", "Studio Lind")));
        var address = new Uri(made.One("#share-address").GetAttribute("value")!).PathAndQuery;

        var read = await app.Anybody().GetAsync(address);

        read.All("article.outline-step").Count.ShouldBe(27);
        read.Body.ShouldNotContain("Maria Berg");
        read.Text("#step-nominate").ShouldContain("<script>alert(1)</script>");
        read.All("#step-nominate script, #step-nominate img").ShouldBeEmpty();
        (await manager.GetAsync($"{story}/shares")).All("#share-address").ShouldBeEmpty();
        await manager.SubmitAsync(await manager.GetAsync($"{story}/shares"), "form[action$='/revocation']");
        (await app.Anybody().GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Times_to_answer_are_written_in_the_process_and_shown_at_the_activity_type()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var page = await manager.GetAsync("/admin/activity-types/sales-call");

        page.Text("main").ShouldContain("The owner answers in 4 business hours");
        page.One("main form a[href^='/processes/']").TextContent.ShouldBe("Sales call");
        await manager.SubmitAsync(page, "form[action*='/admin/activity-types/']", ("OwnerHours", "40"), ("TargetDays", "3"));
        var type = await app.DataAsync(db => db.ActivityTypes.SingleAsync(row => row.Key == "sales-call"));
        (type.TargetBusinessDays, type.OwnerReplyMinutes).ShouldBe((3, 240));
    }

    private async Task HeldByAsync(string story, Guid person)
    {
        var (id, manager) = (Guid.Parse(story.Split('/')[^1]), Given.Viewer(Roles.ProgramManager));
        await app.AskAsync<ProcessDrafts, Outcome<VersionPlace>>(drafts => drafts.DraftAsync(id, null, manager, default));
        await app.AskAsync<ProcessDrafts, Outcome>(drafts => drafts.WriteAsync(id, 2, 1, definition => definition.Rewritten(definition.Find("nominate")! with { HolderId = person, Guidance = "<script>alert(1)</script> ![x](https://tracker.example/x.png)" }), manager, default));
        (await app.AskAsync<ProcessDrafts, Outcome>(drafts => drafts.StartAsync(id, 2, DateOnly.FromDateTime(app.Clock.Now), 2, manager, default))).Refusal.ShouldBeNull();
    }

    private static async Task<Page> UploadAsync(Visitor visitor, byte[] bytes)
    {
        var form = await visitor.GetAsync("/processes/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.One("input[name='__RequestVerificationToken']").GetAttribute("value")!), "__RequestVerificationToken" },
        };
        using var part = new ByteArrayContent(bytes);
        content.Add(part, "file", "process.yml");
        return await Page.ReadAsync(await visitor.Client.PostAsync("/processes/import", content));
    }

    private async Task<string> StoryAsync() => $"/processes/{await app.DataAsync(db => db.ProcessTemplates.Where(process => process.Key == "written-story").Select(process => process.Id).SingleAsync())}";
}
