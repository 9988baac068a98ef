using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>Content before people, on the form, on a request and in the queue; what it closed is counted everywhere.</summary>
public sealed class ContentInsteadTests : IAsyncLifetime
{
    private readonly RequestDesk desk = new();
    private Asset story = null!;

    public async Task InitializeAsync()
    {
        await desk.InitializeAsync();
        var atlas = await desk.App.DataAsync(db => db.Terms.Where(term => term.Kind == TermKind.Product && term.Key == "atlas").Select(term => term.Id).SingleAsync());
        story = new Asset(Given.Id(), desk.Customer.Id, AssetKind.Story, "How they moved", "en", DateOnly.FromDateTime(desk.App.Clock.Now).AddDays(-5));
        story.Describe(null, "In 14 weeks.", null);
        story.About([atlas]);
        await desk.App.AddAsync(story);
    }

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Beside_the_form_content_comes_before_people_and_says_why()
    {
        var rail = await FormAsync();

        rail.Text("#ready").ShouldSatisfyAllConditions(words => words.ShouldContain("How they moved"), words => words.ShouldContain("Story · Atlas · English"));
        rail.Body.IndexOf("id=\"ready\"", StringComparison.Ordinal).ShouldBeLessThan(rail.Body.IndexOf("Matching references", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_opportunity_the_form_says_so_and_keeps_everything()
    {
        var refused = await UseAsync(("Text", "Runs Atlas in Oslo"), ("WantToKnow", "How long it took"), ("ProspectContact", "Henrik Sand"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text("main").ShouldContain("Choose the opportunity this is for.");
        refused.One("#Text").TextContent.ShouldBe("Runs Atlas in Oslo");
        refused.One("#WantToKnow").TextContent.ShouldBe("How long it took");
        refused.One("#ProspectContact").GetAttribute("value").ShouldBe("Henrik Sand");
        (await desk.App.DataAsync(db => db.Requests.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Chosen_on_the_form_it_closes_the_ask_and_is_counted_in_metrics_on_its_page_and_the_deals()
    {
        var done = await UseAsync(("OpportunityId", desk.Deal.Id.ToString()));

        (await desk.Rep.GetAsync(done.Location!)).Text(".strip").ShouldContain("Answered with How they moved");
        (await desk.Rep.GetAsync($"/opportunities/{desk.Deal.Id}")).Text("main").ShouldSatisfyAllConditions(
            words => words.ShouldContain("Answered with How they moved"), words => words.ShouldContain("Put a story beside it"));
        (await desk.Rep.GetAsync($"/content/{story.Id}")).Text("main").ShouldContain("Answered 1 request");
        var metrics = await desk.Manager.GetAsync("/metrics");
        metrics.Text("main").ShouldContain("1 deflected");
        var rows = await desk.Manager.GetAsync(metrics.One("a[href*='figure=deflected']").GetAttribute("href")!);
        rows.Text("main").ShouldSatisfyAllConditions(words => words.ShouldContain("1 row"), words => words.ShouldContain("How they moved"));
        (await desk.Executive.GetAsync("/metrics")).ShouldSatisfyAllConditions(page => page.Text("main").ShouldContain("1 deflected"), page => page.All("a[href*='figure=deflected']").ShouldBeEmpty());
    }

    [Fact]
    public async Task The_question_before_it_names_the_content_and_waits_for_the_opportunity()
    {
        var button = (await FormAsync()).One("#ready button");

        button.GetAttribute("data-confirm-title").ShouldBe("Use “How they moved” instead of people?");
        (button.GetAttribute("data-confirm-of"), button.HasAttribute("data-confirm-mild")).ShouldBe(("OpportunityId", true));
    }

    [Fact]
    public async Task A_request_answered_with_content_tells_what_was_said_and_leads_to_the_opportunity()
    {
        var done = await UseAsync(("OpportunityId", desk.Deal.Id.ToString()));

        var page = await desk.Rep.GetAsync(done.Location!);

        page.Text("main").ShouldSatisfyAllConditions(
            words => words.ShouldNotContain("not said"), words => words.ShouldNotContain("NDA"), words => words.ShouldNotContain("accepted of"), words => words.ShouldNotContain("Nobody was considered"));
        page.One($".strip a[href='/opportunities/{desk.Deal.Id}']:not(.fw-medium)").TextContent.ShouldBe("Share it from the opportunity");
        (await desk.Rep.GetAsync($"/palette?q={done.Location!.Split('/')[^1]}")).Body.ShouldSatisfyAllConditions(words => words.ShouldContain("Deflected"), words => words.ShouldNotContain("Content used"));
    }

    [Fact]
    public async Task Who_is_a_candidate_is_no_longer_counted_among_those_to_add()
    {
        var number = await SentForAtlasAsync();
        await desk.Manager.PostAsync($"/requests/{number}/assignment");
        (await desk.Manager.GetAsync($"/requests/{number}?find=Alpenbank")).Text("#add summary").ShouldContain("1 fits, 1 open now");

        await desk.App.AskAsync<CandidateAsks, Outcome>(asks => asks.ProposeAsync(number, desk.Customer.Id, null, desk.Manager.Viewer, default));

        (await desk.Manager.GetAsync($"/requests/{number}?find=Alpenbank")).Text("#add summary").ShouldContain("nobody else fits");
    }

    [Fact]
    public async Task A_draft_is_closed_by_the_same_button()
    {
        await desk.Rep.PostAsync("/requests/drafts", ("ActivityKey", "sales-call"), ("Text", "Runs Atlas"), ("OpportunityId", desk.Deal.Id.ToString()), ("Wanted", "1"));
        var number = await desk.App.DataAsync(db => db.Requests.Select(request => request.Number).SingleAsync());
        var form = await desk.Rep.GetAsync($"/requests/{number}/edit");

        var done = await desk.Rep.PostAsync(form.One("#ready button").GetAttribute("formaction")!, Fields(("Draft", $"{number}"), ("OpportunityId", desk.Deal.Id.ToString())));

        done.Location.ShouldBe($"/requests/{number}");
        (await desk.DetailAsync(number)).State.ShouldBe(RequestState.Deflected);
    }

    [Fact]
    public async Task On_a_request_the_requester_and_the_manager_have_the_button_and_the_owner_of_a_candidate_has_not()
    {
        var (number, _) = await AskedForAtlasAsync();

        (await desk.Owner.GetAsync($"/requests/{number}")).All("#ready").ShouldBeEmpty();
        (await desk.Rep.GetAsync($"/requests/{number}")).All("#ready form").Count.ShouldBe(1);
        (await desk.Manager.GetAsync($"/requests/queue?selected={number}")).All("#ready form").Count.ShouldBe(1);
        var done = await desk.Manager.SubmitAsync(await desk.Manager.GetAsync($"/requests/{number}"), "#ready form");

        done.Location.ShouldBe($"/requests/{number}");
        (await desk.DetailAsync(number)).Content!.Id.ShouldBe(story.Id);
        (await desk.Rep.GetAsync($"/requests/{number}")).All("#ready").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_permission_withdrawn_since_the_page_was_opened_is_said_on_it()
    {
        var number = await SentForAtlasAsync();
        var page = await desk.Rep.GetAsync($"/requests/{number}");
        await desk.App.DataAsync(async db =>
        {
            (await db.Permissions.SingleAsync(row => row.Scope == PermissionScope.Story)).Limit(["nordics"], []);
            return await db.SaveChangesAsync();
        });

        var refused = await desk.Rep.SubmitAsync(page, "#ready form");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("limited to regions");
        (await desk.DetailAsync(number)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task Relaxing_a_criterion_of_the_form_is_one_click_and_the_words_do_not_bring_it_back()
    {
        var relaxed = await desk.Rep.PostAsync("/requests/preview", Fields(("Text", "Runs Atlas, retail"), ("Criteria", "industry=retail&product=atlas"), ("Relax", "product=atlas")));

        relaxed.All("#need-chips .chip").ShouldHaveSingleItem().TextContent.ShouldContain("Atlas");
        (await desk.Rep.PostAsync("/requests/preview", Fields(("Text", "Runs Atlas, retail"), ("Criteria", "product=atlas"), ("Dropped", relaxed.One("[name=Dropped]").GetAttribute("value")!))))
            .All("#need-chips .chip").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whom_another_asked_for_the_same_deal_is_marked_in_triage()
    {
        var (first, _) = await desk.AskedAsync();
        var second = await desk.SubmittedAsync();
        await desk.App.AskAsync<RequestTriage, Outcome>(triage => triage.AssignAsync(second, null, desk.Manager.Viewer, default));

        (await desk.Manager.GetAsync($"/requests/{second}?find=Alpenbank")).Text("#add").ShouldContain($"asked in #{first}: owner asked");
    }

    [Fact]
    public async Task What_a_request_left_unmet_is_recorded_once_by_one_click()
    {
        var number = await SentForAtlasAsync();
        await desk.Manager.PostAsync($"/requests/{number}/assignment");
        await desk.Manager.PostAsync($"/requests/{number}/ending", ("How", "unfulfilled"), ("Reason", "Nobody in Oslo"));

        var page = await desk.Rep.GetAsync($"/requests/{number}");
        (await desk.Rep.SubmitAsync(page, "#unmet form")).Status.ShouldBe(HttpStatusCode.Redirect);
        await desk.Manager.PostAsync($"/requests/{number}/unmet-need");

        var need = (await desk.App.DataAsync(db => db.UnmetNeeds.AsNoTracking().ToListAsync())).ShouldHaveSingleItem();
        (need.OpportunityId, need.Criteria).ShouldBe((desk.Deal.Id, "product=atlas"));
        (await desk.Rep.GetAsync($"/requests/{number}")).ShouldSatisfyAllConditions(shown => shown.Text("#unmet").ShouldContain("Recorded as unmet demand"), shown => shown.All("#unmet form").ShouldBeEmpty());
    }

    [Fact]
    public async Task A_request_that_is_still_open_left_nothing_unmet()
    {
        var number = await SentForAtlasAsync();

        (await desk.Rep.GetAsync($"/requests/{number}")).All("#unmet").ShouldBeEmpty();
        (await desk.Rep.PostAsync($"/requests/{number}/unmet-need")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static (string, string?)[] Fields(params (string Name, string? Value)[] over) =>
        [.. new (string Name, string? Value)[] { ("ActivityKey", "sales-call"), ("Text", "Runs Atlas"), ("Wanted", "1") }.Where(field => over.All(one => one.Name != field.Name)), .. over];

    private Task<Testing.Web.Page> FormAsync() => desk.Rep.PostAsync("/requests/preview", Fields());

    private Task<Testing.Web.Page> UseAsync(params (string Name, string? Value)[] fields) => desk.Rep.PostAsync($"/requests/new/content/{story.Id}", Fields(fields));

    private async Task<int> SentForAtlasAsync()
    {
        var sent = await desk.App.AskAsync<RequestDrafting, Outcome<int>>(drafting => drafting.SubmitAsync(null, desk.Need() with { Criteria = "product=atlas" }, desk.Rep.Viewer, default));
        return sent.Value;
    }

    private async Task<(int Number, Guid CandidateId)> AskedForAtlasAsync()
    {
        var number = await SentForAtlasAsync();
        await desk.App.AskAsync<RequestTriage, Outcome>(triage => triage.AssignAsync(number, null, desk.Manager.Viewer, default));
        await desk.App.AskAsync<CandidateAsks, Outcome>(asks => asks.ProposeAsync(number, desk.Customer.Id, null, desk.Manager.Viewer, default));
        var candidate = (await desk.DetailAsync(number)).Candidates.Single().Id;
        await desk.App.AskAsync<CandidateAsks, Outcome>(asks => asks.AskAsync(number, candidate, null, desk.Manager.Viewer, default));
        return (number, candidate);
    }
}
