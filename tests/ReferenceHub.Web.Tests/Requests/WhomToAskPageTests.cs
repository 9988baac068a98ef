using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>The contact that each page proposes to ask, and what it tells of them.</summary>
public sealed class WhomToAskPageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task Search_form_and_matches_name_the_contact_and_never_how_to_reach_them()
    {
        var customer = Given.Customer("Gutenberg Verlag");
        var contact = customer.Contacts[0];
        contact.Describe("Greta Gutenberg", "Head of print", "greta@gutenberg.example", "+49 221 998877", ["de"], "Europe/Berlin");
        await desk.App.AddAsync(customer);

        foreach (var (visitor, address) in new[]
        {
            (desk.Rep, "/references?prefer=language:de"), (desk.Manager, "/references?prefer=language:de"), (desk.Rep, "/requests/new?prefer=language:de"),
        })
        {
            var page = await visitor.GetAsync(address);
            var html = page.Body;
            html.ShouldNotContain("greta@gutenberg", Case.Insensitive, address);
            html.ShouldNotContain("998877", Case.Insensitive, address);
            page.Text().ShouldContain("Greta Gutenberg, Head of print · speaks German", Case.Sensitive, address);
        }

        (await desk.Executive.GetAsync("/references?prefer=language:de")).ShouldSatisfyAllConditions(
            page => page.Text().ShouldContain("Gutenberg Verlag"), page => page.Body.ShouldNotContain("Greta"));
    }

    [Fact]
    public async Task A_hidden_reference_tells_a_common_title_and_the_topic_alone()
    {
        var customer = Given.Customer("Canary Geheimbank", tier: Tier.Confidential);
        customer.Contacts[0].Describe("Carla Canary", "Chief information officer", "carla@canary.example", "+49 221 112233", ["sv"], "Asia/Tokyo");
        customer.Contacts[0].SpeakAbout(["fraud"]);
        await desk.App.AddAsync(customer);

        foreach (var address in new[] { "/references?prefer=language:sv&prefer=usecase:fraud" })
        {
            var page = await desk.Rep.GetAsync(address);
            page.Body.ShouldNotContain("Canary", Case.Insensitive, address);
            page.Body.ShouldNotContain("speaks Swedish", Case.Insensitive, address);
            page.Body.ShouldNotContain("Tokyo", Case.Insensitive, address);
            page.Text().ShouldContain("Chief information officer · speaks about Fraud detection", Case.Sensitive, address);
        }

        var rail = (await desk.Rep.GetAsync("/requests/new?prefer=language:sv&prefer=usecase:fraud")).Text("#rail");
        rail.ShouldContain("Chief information officer · speaks about Fraud detection");
        rail.ShouldNotContain("Canary", Case.Insensitive);
        rail.ShouldNotContain("Tokyo");
    }

    [Fact]
    public async Task In_triage_the_best_contact_stands_chosen_and_another_can_be()
    {
        var second = Given.Contact(desk.Customer, "Zora Zweite");
        second.Describe("Zora Zweite", "Architect", "zora@customer.example", null, ["fi"], null);
        await desk.App.AddAsync(second);
        var number = await desk.SubmittedAsync();
        await desk.Manager.PostAsync($"/requests/{number}/assignment");

        var page = await desk.Manager.GetAsync($"/requests/{number}?find=Alpenbank");
        var choices = page.Document.QuerySelectorAll($"select[form='offer-{desk.Customer.Id}'] option").Select(option => option.TextContent.Trim()).ToList();
        choices.Count.ShouldBe(2);
        choices.ShouldContain(choice => choice.StartsWith("Zora Zweite, Architect", StringComparison.Ordinal));
        page.Body.ShouldNotContain("zora@customer", Case.Insensitive);

        (await desk.Manager.PostAsync($"/requests/{number}/candidates", ("CustomerId", desk.Customer.Id.ToString()), ("ContactId", second.Id.ToString()))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await desk.DetailAsync(number)).Candidates.ShouldHaveSingleItem().ContactName.ShouldBe("Zora Zweite");
    }

    [Fact]
    public async Task A_proposed_candidate_shows_everybody_there_and_another_is_chosen()
    {
        var other = Given.Contact(desk.Customer, "Olga Other");
        var unwilling = Given.Contact(desk.Customer, "Una Willing");
        unwilling.Agree([PermissionScope.Logo], null, null);
        await desk.App.AddAsync(other, unwilling);
        var (number, candidate) = await desk.ProposedAsync();
        var card = $"#contact-{candidate}";

        var closed = await desk.Manager.GetAsync($"/requests/{number}");
        closed.Text(card).ShouldBe("Change contact");
        var page = await desk.Manager.GetAsync(closed.One(card).GetAttribute("href")!.Split('#')[0]);
        page.Text(card).ShouldSatisfyAllConditions(
            words => words.ShouldContain("Olga Other"), words => words.ShouldContain("Una Willing has not agreed to this kind of use (sales call)"), words => words.ShouldContain("minutes left"));
        page.One($"{card} input[value='{unwilling.Id}']").HasAttribute("disabled").ShouldBeTrue();
        (await desk.Rep.GetAsync($"/requests/{number}")).All(card).ShouldBeEmpty();

        var chosen = await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/contact", ("ContactId", other.Id.ToString()));
        chosen.Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await desk.Manager.GetAsync(chosen.Location!)).Text().ShouldSatisfyAllConditions(words => words.ShouldContain("Paula Meier chose another contact at Alpenbank AG"), words => words.ShouldContain("Olga Other"));
        (await desk.Rep.GetAsync(chosen.Location!)).Text().ShouldNotContain("Olga Other");

        var refused = await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/contact", ("ContactId", unwilling.Id.ToString()));
        refused.Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("Una Willing has not agreed to this kind of use");
        refused.One(card).HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task Before_it_is_taken_the_matches_are_there_and_asking_takes_it()
    {
        await desk.App.AddAsync(Given.Customer("Erstbank"));
        var number = await desk.SubmittedAsync();

        var page = await desk.Manager.GetAsync($"/requests/{number}?find=Erstbank");
        page.Text("main").ShouldSatisfyAllConditions(words => words.ShouldContain("nobody has taken the request"), words => words.ShouldContain("Erstbank"));
        page.One(".offer-state .num").TextContent.ShouldNotBeEmpty();
        var customer = page.One(".offer input[name=CustomerId]").GetAttribute("value")!;
        (await desk.Rep.GetAsync($"/requests/{number}")).All(".offer").ShouldBeEmpty();

        (await desk.Manager.PostAsync($"/requests/{number}/candidates", ("CustomerId", customer), ("Ask", "true"))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var detail = await desk.DetailAsync(number);
        (detail.Assignee!.Name, detail.State).ShouldBe(("Paula Meier", RequestState.Sourcing));
    }

    [Fact]
    public async Task The_queue_says_whose_a_request_is_and_takes_and_asks_at_once()
    {
        await desk.App.AddAsync(Given.Customer("Zweitbank"));
        var need = desk.Need() with { Text = "Somebody", Criteria = "prefer=language:de" };
        var number = (await desk.App.AskAsync<RequestDrafting, Core.Data.Outcome<int>>(drafting => drafting.SubmitAsync(null, need, desk.Rep.Viewer, default))).Value;

        var preview = await desk.Manager.GetAsync($"/requests/queue?selected={number}");
        preview.Text("#preview").ShouldSatisfyAllConditions(
            words => words.ShouldContain("Nobody has taken it yet"), words => words.ShouldContain("Take it and ask the chosen one"), words => words.ShouldContain("You become its manager."));
        preview.All("#preview .match .score-of > button").ShouldNotBeEmpty();
        preview.All("#preview .match label details").ShouldBeEmpty("what opens stands beside the label that chooses");

        await desk.Manager.PostAsync($"/requests/{number}/assignment");
        (await desk.Manager.GetAsync($"/requests/queue?selected={number}")).Text("#preview").ShouldSatisfyAllConditions(
            words => words.ShouldContain("You have taken it"), words => words.ShouldContain("Ask the chosen one, owner first"));
    }
}
