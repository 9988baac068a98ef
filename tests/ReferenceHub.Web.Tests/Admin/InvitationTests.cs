using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Admin;

/// <summary>From an invitation to the first sign-in, by mail and link.</summary>
public sealed class InvitationTests : IDisposable
{
    private const string Password = "quiet-otter-lantern-9";
    private readonly string folder = Path.Combine(TestRun.Folder, "mail", Path.GetRandomFileName());
    private readonly WebApp app;

    public InvitationTests() => app = new WebApp(settings: new() { ["Mail:Folder"] = folder });

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_signs_in()
    {
        var admin = await app.SignedInAsync(Roles.Administrator);
        var page = await admin.GetAsync("/admin/users/new");
        (await admin.SubmitAsync(page, "form[action='/admin/users']", ("Email", "ada@example.com"), ("Name", "Ada"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var link = await LinkAsync();

        var outsider = app.Anybody();
        for (var look = 0; look < 3; look++)
        {
            (await outsider.GetAsync(link)).Text("main").ShouldContain("ada@example.com");
        }

        (await app.DataAsync(db => db.SignedLinks.SingleAsync())).Uses.ShouldBe(0, "looking changes nothing");
        var form = await outsider.GetAsync(link);
        (await outsider.SubmitAsync(form, "form[action$='/password']", ("Password", "Password1234"))).Status.ShouldBe(HttpStatusCode.OK);
        (await outsider.SubmitAsync(form, "form[action$='/password']", ("Password", Password))).Location.ShouldBe("/account/login");
        (await outsider.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await outsider.SignInAsync("ada@example.com", Password);
        var token = link.Split('/')[^1];
        app.Logs.Lines.ShouldNotContain(line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_ends_sessions_and_a_newer_link_replaces_the_older()
    {
        var admin = await app.SignedInAsync(Roles.Administrator);
        var rep = await app.SignedInAsync(Roles.Rep);
        await admin.PostAsync($"/admin/users/{rep.Person!.Id}/password-link");
        var first = await LinkAsync();
        await admin.PostAsync($"/admin/users/{rep.Person.Id}/password-link");
        var second = await LinkAsync();
        var outsider = app.Anybody();
        (await outsider.GetAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.SubmitAsync(await outsider.GetAsync(second), "form[action$='/password']", ("Password", Password))).Location.ShouldBe("/account/login");
        (await rep.GetAsync("/account/profile")).Location!.ShouldStartWith("/account/login");
    }

    [Fact]
    public async Task A_part_that_is_switched_off_is_nowhere()
    {
        var admin = await app.SignedInAsync(Roles.Administrator | Roles.ProgramManager);
        (await admin.GetAsync("/today")).Status.ShouldBe(HttpStatusCode.OK);
        var page = await admin.GetAsync("/admin/organisation");
        foreach (var box in page.All("input[name=Modules]"))
        {
            box.RemoveAttribute("checked");
        }

        (await admin.SubmitAsync(page, "form[action='/admin/organisation']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await admin.GetAsync("/today")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync("/metrics")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync("/admin/organisation")).All("nav a[href='/today']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_who_change_the_organisation_at_once_do_not_overwrite_each_other()
    {
        var admin = await app.SignedInAsync(Roles.Administrator);
        var one = await admin.GetAsync("/admin/organisation");
        var two = await admin.GetAsync("/admin/organisation");
        (await admin.SubmitAsync(one, "form[action='/admin/organisation']", ("Name", "First"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await admin.SubmitAsync(two, "form[action='/admin/organisation']", ("Name", "Second"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.DataAsync(db => db.Organisations.SingleAsync())).Name.ShouldBe("First");
    }

    private async Task<string> LinkAsync()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await app.AskAsync<OutboxSender, bool>(async sender =>
        {
            await sender.RunAsync(default);
            return true;
        });
        var mail = (await File.ReadAllTextAsync(Directory.GetFiles(folder).Single())).Replace("=\r\n", "", StringComparison.Ordinal);
        return "/l/" + mail.Split("https://localhost/l/")[1][..LinkKey.TokenLength];
    }
}
