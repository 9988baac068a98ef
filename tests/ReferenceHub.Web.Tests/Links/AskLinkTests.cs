using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Links;

/// <summary>Owner, legal and customer answer one ask from a link.</summary>
public sealed class AskLinkTests(LinkDesk desk) : IClassFixture<LinkDesk>
{
    [Fact]
    public async Task The_owner_says_yes_and_the_customer_is_asked()
    {
        var ask = await desk.AskAsync();
        var token = await desk.TokenAsync(LinkPurpose.OwnerAnswer, ask.CandidateId);
        var owner = desk.App.Anybody();

        var page = await owner.OpenAsync($"/l/{token}");
        page.Text("h1").ShouldBe($"Jonas Weber, may {ask.Customer.Name} be asked?");
        page.Text("main").ShouldContain("Northwind Bank");
        page.Text("main").ShouldContain("Rita Sommer");
        page.Text("main").ShouldContain("Last acted as a reference");
        var said = await owner.SubmitAsync(page, "form[action$='/ask/yes']", ("Note", "Ask in the morning"));

        (await owner.FollowAsync(said)).Text("main").ShouldContain("You agreed");
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.CustomerAsked);
        var line = (await desk.EventsAsync(ask)).Single(line => line.Kind == RequestEventKind.OwnerAgreed);
        (line.ActorName, line.ActorId, line.Source, line.Note, line.NoteIsSecret).ShouldBe(("Jonas Weber", desk.Owner.Viewer.UserId, "by link", "Ask in the morning", true));
        (await desk.MailsAsync(MessageKinds.CustomerAsked, ask.Contact.Email!)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_sent_twice_counts_once_and_the_link_shows_it()
    {
        var ask = await desk.AskAsync();
        var token = await desk.TokenAsync(LinkPurpose.OwnerAnswer, ask.CandidateId);
        var owner = desk.App.Anybody();
        var page = await owner.OpenAsync($"/l/{token}");
        await owner.SubmitAsync(page, "form[action$='/ask/yes']");
        var before = await desk.StateAsync();

        var again = await owner.SubmitAsync(page, "form[action$='/ask/yes']");
        var changed = await owner.SubmitAsync(page, "form[action$='/ask/no']", ("Kind", "NoTime"));

        again.Text("main").ShouldContain("You agreed");
        changed.Text("main").ShouldContain("You agreed");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Legal_says_no_with_a_reason_and_the_requester_does_not_see_it()
    {
        var legal = new LegalPerson(Given.Id(), "Lena Lex", $"lex{Given.Id():N}@people.example");
        await desk.App.AddAsync(legal);
        var ask = await desk.AskAsync(activity: ActivityKeys.Press);
        (await desk.App.AskAsync<CandidateAnswers, Outcome>(answers => answers.AgreeAsync(ask.Number, ask.CandidateId, null, null, desk.Owner.Viewer, default))).Refusal.ShouldBeNull();
        var token = await desk.TokenAsync(LinkPurpose.LegalAnswer, ask.CandidateId);
        var page = await desk.App.Anybody().OpenAsync($"/l/{token}");
        page.Text("h1").ShouldBe("Lena Lex, does anything speak against it?");

        var visitor = desk.App.Anybody();
        await visitor.SubmitAsync(await visitor.OpenAsync($"/l/{token}"), "form[action$='/ask/no']", ("Kind", "Policy"), ("Reason", "The contract forbids CANARY"));

        var candidate = await desk.CandidateAsync(ask);
        (candidate.State, candidate.DeclinedBy, candidate.DeclineKind, candidate.DeclineReason).ShouldBe((CandidateState.Declined, Party.Legal, DeclineKind.Policy, "The contract forbids CANARY"));
        (await desk.Rep.OpenAsync($"/requests/{ask.Number}")).Body.ShouldNotContain("CANARY");
        await desk.App.DataAsync(async db => await db.LegalPeople.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task The_customer_says_yes_sees_what_was_agreed_and_may_take_it_back()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var anna = desk.App.Anybody();
        var page = await anna.OpenAsync($"/l/{token}");
        page.Text("h1").ShouldBe("Anna Keller, would you be a reference for Northwind Bank?");
        page.Text("main").ShouldContain("Call with a prospect, about 30 minutes");
        page.All("main li").Select(line => line.TextContent).ShouldContain("Running cost");
        page.Body.ShouldNotContain("INTERNAL");
        page.Body.ShouldNotContain("secret@northwind.example");

        var agreed = await anna.FollowAsync(await anna.SubmitAsync(page, "form[action$='/ask/yes']"));

        agreed.Text("h1").ShouldBe("Thank you, Anna Keller");
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.Accepted);
        (await desk.EventsAsync(ask))[^1].ShouldSatisfyAllConditions(line => line.Kind.ShouldBe(RequestEventKind.Accepted), line => line.ActorName.ShouldBe("Anna Keller"), line => line.ActorId.ShouldBeNull());
        (await desk.App.DataAsync(db => db.ContactReleases.CountAsync(release => release.SourceId == ask.CandidateId && release.EndsAt == null))).ShouldBe(1);

        var back = await anna.FollowAsync(await anna.SubmitAsync(agreed, "form[action$='/ask/no']", ("Kind", "NoTime")));

        back.Text("main").ShouldContain("You said no to this");
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.Declined);
        (await desk.App.DataAsync(db => db.ContactReleases.CountAsync(release => release.SourceId == ask.CandidateId && release.EndsAt == null))).ShouldBe(0);
        (await UseAsync(ask)).ShouldBeNull("its capacity is free again");
    }

    [Theory]
    [InlineData("yes", "Note")]
    [InlineData("no", "Reason")]
    public async Task An_answer_while_the_requester_is_asked_is_not_taken_and_the_page_says_what_happens_next(string answer, string field)
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var anna = desk.App.Anybody();
        var page = await anna.OpenAsync($"/l/{token}");
        (await desk.App.AskAsync<RequestTriage, Outcome>(triage => triage.HoldAsync(ask.Number, "Which modules?", desk.Manager.Viewer, default))).Refusal.ShouldBeNull();
        var before = await desk.StateAsync();

        var told = await anna.SubmitAsync(page, $"form[action$='/ask/{answer}']", ("Kind", "NoTime"), (field, "Only in the morning"));

        told.Text("[role=alert]").ShouldContain("this page takes your answer as soon as it goes on");
        told.Text("textarea[readonly]").ShouldBe("Only in the morning");
        told.Body.ShouldNotContain("Which modules?");
        (await desk.StateAsync()).ShouldBe(before);

        (await desk.App.AskAsync<RequestTriage, Outcome>(triage => triage.ResumeAsync(ask.Number, "Atlas", desk.Rep.Viewer, default))).Refusal.ShouldBeNull();
        await anna.SubmitAsync(await anna.OpenAsync($"/l/{token}"), "form[action$='/ask/yes']");
        (await desk.CandidateAsync(ask)).State.ShouldBe(CandidateState.Accepted);
    }

    [Fact]
    public async Task What_ships_is_read_in_the_readers_language()
    {
        var ask = await desk.AskCustomerAsync(await desk.CustomerAsync("de"));
        await desk.App.DataAsync(async db => await db.Requests.Where(row => row.Number == ask.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.ProspectIndustry, "insurance").SetProperty(row => row.ProspectRegion, "ch")));
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var anna = desk.App.Anybody();

        var page = await anna.OpenAsync($"/l/{token}");
        page.Text(".ask-facts").ShouldContain("Versicherungen, Schweiz");
        page.Text(".ask-facts").ShouldContain("Ein Gespräch von etwa 30 Minuten zwischen Ihnen beiden");
        page.Text("footer").ShouldContain("Es geschieht nichts");
        (await anna.OpenAsync($"/l/{token}?lang=fr")).Text(".ask-facts").ShouldContain("Assurance, Suisse");

        var said = await anna.FollowAsync(await anna.SubmitAsync(page, "form[action$='/ask/no']", ("Kind", "NoTime")));
        said.Text("main").ShouldContain("Für diese Anfrage fragen wir Sie nicht noch einmal.");
        said.Text("footer").ShouldNotContain("Es geschieht nichts");
    }

    [Fact]
    public async Task A_no_needs_a_reason_and_keeps_what_was_typed()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var anna = desk.App.Anybody();
        var page = await anna.OpenAsync($"/l/{token}");
        var before = await desk.StateAsync();

        var wrong = await anna.SubmitAsync(page, "form[action$='/ask/no']", ("Reason", "Back from leave in March"));

        wrong.Text("[role=alert]").ShouldContain("Choose a reason.");
        wrong.Text("textarea[name=Reason]").ShouldBe("Back from leave in March");
        (await anna.PostAsync($"/l/{token}/ask/no", ("Kind", "99"))).Text("[role=alert]").ShouldContain("Choose a reason.");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_tabs_at_once_make_one_answer()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var (one, other) = (desk.App.Anybody(), desk.App.Anybody());
        var (left, right) = (await one.OpenAsync($"/l/{token}"), await other.OpenAsync($"/l/{token}"));

        var answers = await Task.WhenAll(
            one.SubmitAsync(left, "form[action$='/ask/yes']"), other.SubmitAsync(right, "form[action$='/ask/yes']"), one.SubmitAsync(left, "form[action$='/ask/yes']"));

        answers.ShouldAllBe(answer => (int)answer.Status < 400);
        (await desk.EventsAsync(ask)).Count(line => line.Kind == RequestEventKind.Accepted).ShouldBe(1);
        (await desk.LinkAsync(LinkPurpose.CustomerAnswer, ask.CandidateId)).Uses.ShouldBe(1);
        (await UseAsync(ask))!.State.ShouldBe(UseState.Planned);
    }

    [Fact]
    public async Task A_yes_that_a_rule_refuses_changes_nothing_and_names_no_secret()
    {
        var ask = await desk.AskCustomerAsync();
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        await desk.App.DataAsync(async db =>
        {
            (await db.Permissions.SingleAsync(row => row.CustomerId == ask.Customer.Id && row.Scope == PermissionScope.SalesCall)).Record(PermissionStatus.Denied, null, "SECRET", desk.App.Clock.Now);
            return await db.SaveChangesAsync();
        });
        var before = await desk.StateAsync();

        var page = await desk.App.Anybody().PostAsync($"/l/{token}/ask/yes");

        page.Text("[role=alert]").ShouldContain("could not be taken");
        (await desk.StateAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("en", "would you be a reference")]
    [InlineData("de", "wären Sie Referenz")]
    [InlineData("fr", "seriez-vous notre référence")]
    [InlineData("es", "¿sería usted nuestra referencia")]
    [InlineData("pl", "would you be a reference")]
    public async Task The_customer_reads_page_and_mail_in_their_language_and_may_choose_another(string language, string title)
    {
        var ask = await desk.AskCustomerAsync(await desk.CustomerAsync(language));
        var token = await desk.TokenAsync(LinkPurpose.CustomerAnswer, ask.CandidateId);
        var page = await desk.App.Anybody().OpenAsync($"/l/{token}");
        page.Text("h1").ShouldContain(title);
        page.All("header nav a").Count.ShouldBe(3);
        var (chosen, other) = language == "de" ? ("fr", "seriez-vous") : ("de", "wären Sie");

        var choice = await desk.App.Anybody().OpenAsync($"/l/{token}/ask?lang={chosen}");

        choice.Text("h1").ShouldContain(other);
        choice.One("form[action*='/ask/yes']").GetAttribute("action").ShouldBe($"/l/{token}/ask/yes?lang={chosen}");
    }

    private Task<Use?> UseAsync(Asked ask) => desk.App.DataAsync(async db =>
        UseFold.Current(await db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == ask.Customer.Id).ToListAsync()).SingleOrDefault(use => use.SourceId == ask.CandidateId));
}
