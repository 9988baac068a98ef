using System.Net;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>Pages and verbs of requests: who gets them, and what bad input does.</summary>
public sealed class RequestPageTests : IAsyncLifetime
{
    private readonly RequestDesk desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Each_role_sees_a_request_as_it_may()
    {
        var (number, _) = await desk.AskedAsync();
        (await desk.Rep.GetAsync($"/requests/{number}")).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.OK),
            page => page.Text(".strip").ShouldContain("€ 100,000"),
            page => page.All("form[action$='/answer']").ShouldBeEmpty(),
            page => page.Body.ShouldNotContain("Contact ", Case.Sensitive));
        (await desk.Owner.GetAsync($"/requests/{number}")).ShouldSatisfyAllConditions(
            page => page.Text(".strip").ShouldNotContain("100,000"),
            page => page.All("form[action$='/answer']").Count.ShouldBe(1),
            page => page.All("form[action$='/assignment']").ShouldBeEmpty());
        (await desk.Manager.GetAsync($"/requests/{number}")).Text("#use-title").ShouldContain("Alpenbank AG");
        (await desk.OtherRep.GetAsync($"/requests/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Executive.GetAsync($"/requests/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_customer_said_in_confidence_never_reaches_the_requesters_page()
    {
        var (number, candidate) = await desk.AskedAsync();
        await desk.Owner.PostAsync($"/requests/{number}/candidates/{candidate}/answer", ("Answer", "no"), ("State", "OwnerAsked"), ("Note", "canary-renewal"));
        (await desk.Manager.GetAsync($"/requests/{number}")).Body.ShouldContain("canary-renewal");
        foreach (var address in new[] { $"/requests/{number}", "/requests", "/requests?tab=ended" })
        {
            (await desk.Rep.GetAsync(address)).Body.ShouldNotContain("canary-renewal");
        }
    }

    [Fact]
    public async Task A_limit_refuses_with_rule_setter_and_date_and_the_override_leaves_its_mark()
    {
        await desk.AskedAsync();
        var (number, candidate) = await desk.ProposedAsync();
        var refused = await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/ask");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text(".alert-warning").ShouldSatisfyAllConditions(words => words.ShouldContain("set by the program"), words => words.ShouldContain("Free on"));
        (await desk.DetailAsync(number)).Candidates[0].State.ShouldBe(CandidateState.Proposed);

        var half = await desk.Manager.SubmitAsync(refused, ".alert-warning form", ("Sponsor", "Carla Bianchi"));
        half.Status.ShouldBe(HttpStatusCode.BadRequest);
        half.Text("#override-reason-error").ShouldBe("An override says why.");
        half.All("#override-sponsor").Single().GetAttribute("value").ShouldBe("Carla Bianchi");
        half.Text(".alert-warning").ShouldContain("set by the program");
        (await desk.Manager.SubmitAsync(half, ".alert-warning form", ("Sponsor", ""))).Text("#override-sponsor-error").ShouldContain("names the sponsor");
        (await desk.Manager.SubmitAsync(half, ".alert-warning form", ("Sponsor", "Carla Bianchi"), ("Reason", "Board meeting"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Manager.GetAsync($"/requests/{number}")).Text(".list-group").ShouldContain("sponsor Carla Bianchi");
    }

    [Fact]
    public async Task An_illegal_move_gets_409_with_the_reason_and_changes_nothing()
    {
        var (number, candidate) = await desk.AskedAsync();
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/ask")).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.Conflict), page => page.Text("main").ShouldContain("owner asked already"));
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/completion")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/no-show")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Manager.PostAsync($"/requests/{number}/hold/end")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Rep.PostAsync($"/requests/{number}/settlement")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Manager.PostAsync($"/requests/{number}/reopening", ("Reason", "Again"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.DetailAsync(number)).Candidates[0].State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task Unknown_and_foreign_keys_are_404()
    {
        var (number, candidate) = await desk.AskedAsync();
        var (other, _) = await desk.ProposedAsync();
        (await desk.Manager.GetAsync("/requests/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{Guid.NewGuid()}/ask")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Manager.PostAsync($"/requests/{other}/candidates/{candidate}/withdrawal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates", ("CustomerId", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var verb in new[] { "assignment", "hold", "comments", "cancellation", "candidates" })
        {
            (await desk.OtherRep.PostAsync($"/requests/{number}/{verb}", ("Reason", "x"), ("CustomerId", desk.Customer.Id.ToString()))).Status
                .ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Only_the_program_triages_and_only_the_owner_or_the_program_answers()
    {
        var (number, candidate) = await desk.AskedAsync();
        (await desk.Rep.PostAsync($"/requests/{number}/assignment")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.Rep.PostAsync($"/requests/{number}/candidates/{candidate}/answer", ("Answer", "yes"), ("State", "OwnerAsked"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.Owner.PostAsync($"/requests/{number}/cancellation")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.Rep.GetAsync("/requests/queue")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.DetailAsync(number)).Candidates[0].State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task Overlong_text_is_refused_beside_what_was_typed()
    {
        var (number, candidate) = await desk.AskedAsync();
        (await desk.Manager.PostAsync($"/requests/{number}/hold", ("Reason", new string('x', ReferenceRequest.ReasonLength + 1)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Manager.PostAsync($"/requests/{number}/hold")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/answer", ("Answer", "maybe"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var form = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        var refused = await desk.Rep.SubmitAsync(form, "#request-form", ("Text", new string('y', ReferenceRequest.TextLength + 1)), ("NeededBy", desk.Day(14)));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text("[data-error-summary]").ShouldContain("longer than");
        refused.One("#Text").TextContent.ShouldContain("yyyy");
    }

    [Theory]
    [InlineData("ActivityKey", "nonsense")]
    [InlineData("NeededBy", "2020-01-01")]
    [InlineData("NeededBy", "")]
    [InlineData("OpportunityId", "00000000-0000-0000-0000-00000000000a")]
    [InlineData("Wanted", "99")]
    [InlineData("ZoneId", "Mars/Olympus")]
    [InlineData("Text", "")]
    public async Task A_request_that_cannot_be_sent_comes_back_as_typed(string field, string value)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ActivityKey"] = ActivityKeys.SalesCall, ["OpportunityId"] = desk.Deal.Id.ToString(), ["Text"] = "Something nobody knows", ["NeededBy"] = desk.Day(14), ["Wanted"] = "1", ["WantToKnow"] = "Keep me",
        };
        fields[field] = value;
        var page = await desk.Rep.PostAsync("/requests/new", [.. fields.Select(pair => (pair.Key, pair.Value))]);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One("[data-error-summary]").TextContent.ShouldNotBeEmpty();
        page.One("#WantToKnow").TextContent.ShouldContain("Keep me");
    }

    [Fact]
    public async Task An_empty_form_comes_back_with_all_that_it_lacks()
    {
        var page = await desk.Rep.PostAsync("/requests/new", ("ActivityKey", ActivityKeys.SalesCall), ("Wanted", "1"));

        page.Text("[data-error-summary]").ShouldSatisfyAllConditions(
            all => all.ShouldContain("Say which reference you need"), all => all.ShouldContain("Choose the opportunity this is for."), all => all.ShouldContain("Say by when you need it."));
    }

    [Fact]
    public async Task Somebody_elses_deal_is_not_accepted_and_not_told()
    {
        var foreign = Given.Opportunity(desk.OtherRep.Viewer.UserId, "Canary deal");
        await desk.App.AddAsync(foreign);
        var page = await desk.Rep.PostAsync("/requests/new", ("ActivityKey", ActivityKeys.SalesCall), ("OpportunityId", foreign.Id.ToString()), ("Text", "Bank"), ("NeededBy", desk.Day(14)), ("Wanted", "1"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Body.ShouldNotContain("Canary deal");
    }

    [Fact]
    public async Task Overposted_state_and_owner_are_ignored()
    {
        var sent = await desk.Rep.PostAsync(
            "/requests/new",
            ("ActivityKey", ActivityKeys.SalesCall), ("OpportunityId", desk.Deal.Id.ToString()), ("Text", "Bank"), ("NeededBy", desk.Day(14)), ("Wanted", "1"),
            ("State", "Completed"), ("RequesterId", desk.OtherRep.Viewer.UserId.ToString()), ("AssigneeId", desk.Manager.Viewer.UserId.ToString()), ("Number", "7"));
        var number = int.Parse(sent.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        (await desk.DetailAsync(number)).ShouldSatisfyAllConditions(
            request => request.State.ShouldBe(RequestState.Submitted), request => request.Requester.Name.ShouldBe("Rita Sommer"), request => request.Assignee.ShouldBeNull());
    }

    [Fact]
    public async Task Sending_the_form_twice_makes_one_request()
    {
        var form = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        var first = await desk.Rep.SubmitAsync(form, "#request-form", ("Text", "Bank"), ("NeededBy", desk.Day(14)));
        var second = await desk.Rep.SubmitAsync(form, "#request-form", ("Text", "Bank"), ("NeededBy", desk.Day(14)));
        second.Location.ShouldBe(first.Location);
    }

    [Fact]
    public async Task A_draft_is_kept_gone_on_with_and_sent()
    {
        var form = await desk.Rep.GetAsync("/requests/new");
        var kept = await desk.Rep.PostAsync("/requests/drafts", ("ActivityKey", ActivityKeys.Press), ("Text", "Half a thought"), ("Wanted", "1"));
        kept.Location.ShouldBe("/requests?tab=drafts");
        var drafts = await desk.Rep.GetAsync("/requests?tab=drafts");
        var edit = drafts.One("a[data-row-link]").GetAttribute("href")!;
        var page = await desk.Rep.GetAsync(edit);
        page.One("#Text").TextContent.ShouldContain("Half a thought");
        var sent = await desk.Rep.SubmitAsync(page, "#request-form", ("OpportunityId", desk.Deal.Id.ToString()), ("NeededBy", desk.Day(60)));
        sent.Location.ShouldBe(edit.Replace("/edit", "", StringComparison.Ordinal));
        (await desk.Manager.GetAsync(edit)).Status.ShouldBe(HttpStatusCode.OK);
        form.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Chips_are_switched_and_taken_out_without_script()
    {
        var page = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.SalesCall), ("Criteria", "industry=banking&region=dach"), ("Drop", "industry:banking"), ("Wanted", "1"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One("input[name=Criteria]").GetAttribute("value").ShouldBe("region=dach");
        var switched = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.SalesCall), ("Criteria", "region=dach"), ("Switch", "region:dach"), ("Wanted", "1"));
        switched.One("input[name=Criteria]").GetAttribute("value").ShouldBe("prefer=region:dach");
        var reread = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.SalesCall), ("Text", "a bank in DACH"), ("Dropped", "industry=banking"), ("Wanted", "1"));
        reread.One("input[name=Criteria]").GetAttribute("value")!.ShouldNotContain("banking");
    }

    [Fact]
    public async Task Several_requests_are_assigned_at_once_and_refusals_are_said()
    {
        var first = await desk.SubmittedAsync();
        var second = await desk.SubmittedAsync();
        var answer = await desk.Manager.PostAsync(
            "/requests/assignments", ("Numbers", $"{first}"), ("Numbers", $"{second}"), ("Numbers", "999999"), ("ManagerId", desk.Manager.Viewer.UserId.ToString()));
        (await desk.Manager.FollowAsync(answer)).Text("#flash").ShouldContain("2 of 3 assigned");
        (await desk.DetailAsync(second)).Assignee!.Name.ShouldBe("Paula Meier");
        (await desk.Manager.PostAsync($"/requests/{first}/assignment", ("ManagerId", desk.Rep.Viewer.UserId.ToString()))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_verb_never_leads_to_a_foreign_site()
    {
        var number = await desk.SubmittedAsync();
        (await desk.Manager.PostAsync($"/requests/{number}/assignment", ("Back", "https://evil.example/"))).Location.ShouldBe($"/requests/{number}");
    }

    [Fact]
    public async Task The_queue_filters_by_its_address_and_passes_over_nonsense()
    {
        await desk.SubmittedAsync();
        (await desk.Manager.GetAsync("/requests/queue?view=unassigned&type=sales-call&over=1000&state=Submitted")).All("tbody tr").Count.ShouldBe(1);
        (await desk.Manager.GetAsync("/requests/queue?type=press")).Text("main").ShouldContain("Nothing passes these filters");
        (await desk.Manager.GetAsync("/requests/queue?view=x&state=y&sort=z&over=abc&after=-1&selected=999")).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.Manager.GetAsync("/requests/queue?view=breached")).Text("main").ShouldContain("Nothing here");
    }
}
