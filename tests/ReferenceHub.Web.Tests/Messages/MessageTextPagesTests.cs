using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Messages;

/// <summary>Texts of messages, edited in the browser.</summary>
public sealed class MessageTextPagesTests : IDisposable
{
    private const string German = "/admin/messages/customer-asked?language=de";
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_text_is_edited_kept_in_history_and_given_up_again()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Paula Meier");
        var page = await manager.GetAsync(German);
        page.Text("#Body").ShouldContain("Guten Tag {{name}},");
        (await manager.SubmitAsync(page, "form#text", ("Subject", "Bitte an {{name}}"), ("Body", "Hallo {{name}}\r\n\r\n[Antwort]({{link}})"))).Location.ShouldBe(German);

        var after = await manager.GetAsync(German);
        after.One("[name=Subject]").GetAttribute("value").ShouldBe("Bitte an {{name}}");
        after.Text("main").ShouldContain("Changed the text of “Ask to the customer” by Paula Meier");
        (await manager.GetAsync("/admin/messages")).Text("main").ShouldContain("Ask to the customer A contact is asked to be a reference. German");
        (await manager.GetAsync("/admin/messages/customer-asked")).Text("#Body").ShouldContain("Hello {{name}},");

        await manager.SubmitAsync(after, "form[action*='/shipped']");
        var back = await manager.GetAsync(German);
        back.Text("#Body").ShouldContain("Guten Tag {{name}},");
        back.Text("main").ShouldContain("Bitte an {{name}}", Case.Sensitive, "what was dropped is kept under Changes");
        (await app.DataAsync(db => db.MessageTemplates.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("Hello", "[Answer]({{link}}) {{contract}}", "There is no place {{contract}} in this message.", "#Body_error")]
    [InlineData("Hello {{foo}}", "[Answer]({{link}})", "There is no place {{foo}} in this message.", "#Subject_error")]
    [InlineData("Hello", "[Answer]({{link}}) {{name}", "is no place", "#Body_error")]
    [InlineData("Hello", "Please answer", "Without {{link}} nobody can answer.", "#Body_error")]
    [InlineData("Hello {{link}}", "[Answer]({{link}})", "A subject has no room for links", "#Subject_error")]
    [InlineData("Hello", "[Answer]({{link}}) [x](javascript:alert(1))", "javascript:alert(1)", "#Body_error")]
    [InlineData("", "[Answer]({{link}})", "Write a subject.", "#Subject_error")]
    public async Task What_cannot_be_sent_is_refused_where_it_was_typed_and_nothing_is_lost(string subject, string body, string because, string where)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var refused = await manager.SubmitAsync(await manager.GetAsync(German), "form#text", ("Subject", subject), ("Body", body));
        refused.Text(where).ShouldContain(because);
        refused.Text("#Body").ShouldContain(body);
        (await app.DataAsync(db => db.MessageTemplates.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_sees_both()
    {
        var (one, other) = (await app.SignedInAsync(Roles.ProgramManager), await app.SignedInAsync(Roles.Administrator));
        var (first, second) = (await one.GetAsync(German), await other.GetAsync(German));
        await one.SubmitAsync(first, "form#text", ("Subject", "Von Eins"));
        var stale = await other.SubmitAsync(second, "form#text", ("Subject", "Von Zwei"));
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.One("[name=Subject]").GetAttribute("value").ShouldBe("Von Zwei");
        stale.Text("section").ShouldContain("Von Eins");
        (await app.DataAsync(db => db.MessageTemplates.SingleAsync())).Subject.ShouldBe("Von Eins");

        (await other.SubmitAsync(stale, "form#text")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.DataAsync(db => db.MessageTemplates.SingleAsync())).Subject.ShouldBe("Von Zwei");
    }

    [Fact]
    public async Task A_preview_saves_nothing_and_may_run_nothing()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var preview = await manager.PostAsync("/admin/messages/customer-asked/preview?language=de", ("Subject", "Für {{name}}"), ("Body", "**Hallo** <script>alert(1)</script> {{prospect}}\n\n[Antwort]({{link}})"));
        preview.Text("strong").ShouldBe("Für Anna Berg Hallo");
        preview.All("script").ShouldBeEmpty();
        preview.Text("main").ShouldContain("Rheinische Versicherung AG");
        preview.One("a.button").GetAttribute("href").ShouldStartWith("https://");
        var policy = preview.Response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("sandbox");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldNotContain("unsafe");

        var plain = await manager.PostAsync("/admin/messages/customer-asked/preview?language=de", ("Subject", "Für {{name}}"), ("Body", "**Hallo**\n\n[Antwort]({{link}})"), ("plain", "true"));
        plain.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        plain.Body.ShouldContain("Subject: Für Anna Berg\n\nHallo");
        (await manager.PostAsync("/admin/messages/customer-asked/preview", ("Subject", "x"), ("Body", "{{nope}} {{link}}"))).Body.ShouldContain("There is no place {{nope}}");
        (await app.DataAsync(db => db.MessageTemplates.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("/admin/messages/no-such-kind")]
    [InlineData("/admin/messages/customer-asked?language=xx")]
    [InlineData("/admin/messages/comment?language=de")]
    [InlineData("/admin/messages/customer-asked?activity=no-such-type")]
    [InlineData("/admin/messages/comment?activity=sales-call")]
    public async Task There_are_texts_only_of_what_there_is(string address) =>
        (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_text_for_one_activity_type_stands_beside_the_general_one()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.GetAsync("/admin/messages?activity=site-visit")).One("a[href='/admin/messages/customer-asked?activity=site-visit']").TextContent.ShouldBe("Ask to the customer");
        var page = await manager.GetAsync("/admin/messages/customer-asked?activity=site-visit");
        await manager.SubmitAsync(page, "form#text", ("Subject", "Visit us"));
        (await manager.GetAsync("/admin/messages/customer-asked?activity=site-visit")).One("[name=Subject]").GetAttribute("value").ShouldBe("Visit us");
        (await manager.GetAsync("/admin/messages/customer-asked")).One("[name=Subject]").GetAttribute("value").ShouldNotBe("Visit us");
    }

    [Fact]
    public async Task An_administrator_sees_that_letters_wait_but_neither_customers_nor_their_contacts()
    {
        var mail = new OutboxMessage(Given.Id(), app.Clock.Now, MessageKinds.CustomerAsked, "canary@customer.example", "About canary AG", "Hello");
        var invitation = new OutboxMessage(Given.Id(), app.Clock.Now, MessageKinds.Invitation, "new@northwind.example", "Your account", "Hello");
        await app.AddAsync(mail, invitation);
        var seen = (await (await app.SignedInAsync(Roles.Administrator)).GetAsync("/admin/messages/outbox")).Body;
        seen.ShouldNotContain("canary");
        seen.ShouldContain("Ask to the customer");
        seen.ShouldContain("new@northwind.example");
        (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync("/admin/messages/outbox")).Body.ShouldContain("canary@customer.example");
    }
}
