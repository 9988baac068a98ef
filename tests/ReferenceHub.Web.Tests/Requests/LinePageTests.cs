using System.Net;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>The line of candidates on the page of a request: its order, several at once, and what a no says.</summary>
public sealed class LinePageTests : IAsyncLifetime
{
    private readonly RequestDesk desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_order_is_shown_and_changed_without_script()
    {
        var (number, line) = await LinedUpAsync();
        var page = await desk.Manager.GetAsync($"/requests/{number}");
        page.All(".line-item").Select(item => item.Id).ShouldBe([$"c-{line[0]}", $"c-{line[1]}", $"c-{line[2]}"]);
        page.Text($"#c-{line[0]}").ShouldContain("Next if needed");
        page.Text($"#c-{line[1]}").ShouldContain("2nd in line");

        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{line[2]}/place", ("Place", "1"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{line[1]}/place/end")).Status.ShouldBe(HttpStatusCode.Redirect);

        var after = await desk.Manager.GetAsync($"/requests/{number}");
        after.All(".line-item").Select(item => item.Id).ShouldBe([$"c-{line[2]}", $"c-{line[0]}"]);
        after.Text($"#c-{line[1]}").ShouldContain("Put in line");
    }

    [Fact]
    public async Task The_order_is_the_programs_and_no_business_of_the_requester()
    {
        var (number, line) = await LinedUpAsync();
        var page = await desk.Rep.GetAsync($"/requests/{number}");
        page.All("[data-line-form]").ShouldBeEmpty();
        page.All("#line-mode").ShouldBeEmpty();
        (await desk.Rep.PostAsync($"/requests/{number}/candidates/{line[2]}/place", ("Place", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_place_that_is_none_is_said_on_the_page()
    {
        var (number, line) = await LinedUpAsync();
        var refused = await desk.Manager.PostAsync($"/requests/{number}/candidates/{line[0]}/place", ("Place", "first"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{Guid.CreateVersion7()}/place", ("Place", "1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{line[0]}/ask")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Manager.PostAsync($"/requests/{number}/candidates/{line[0]}/place", ("Place", "1"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Several_are_ticked_and_asked_at_once()
    {
        var (number, line) = await LinedUpAsync();
        (await desk.Manager.PostAsync($"/requests/{number}/ask-mode", ("Mode", "Several"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await desk.Manager.GetAsync($"/requests/{number}");
        page.All("input[name='Candidates'][form='ask-several']").Count.ShouldBe(3);

        var asked = await desk.Manager.PostAsync($"/requests/{number}/asks", ("Candidates", line[0].ToString()), ("Candidates", line[2].ToString()));
        asked.Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.DetailAsync(number)).Candidates.Where(candidate => candidate.State == CandidateState.OwnerAsked).Select(candidate => candidate.Id).ShouldBe([line[0], line[2]], ignoreOrder: true);
        (await desk.Manager.PostAsync($"/requests/{number}/asks")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_kind_of_a_no_is_kept_from_the_requester_and_closes_the_customer_for_the_request()
    {
        var (number, candidate) = await desk.AskedAsync();
        await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/answer", ("Answer", "no"), ("State", "OwnerAsked"), ("Kind", "TooOften"));

        (await desk.Manager.GetAsync($"/requests/{number}?find=Alpenbank")).ShouldSatisfyAllConditions(
            page => page.Text($"#c-{candidate}").ShouldContain("Asked too often"),
            page => page.Text(".offers details").ShouldContain("Declined for this request"));
        (await desk.Rep.GetAsync($"/requests/{number}")).Body.ShouldNotContain("too often", Case.Insensitive);
    }

    [Fact]
    public async Task Reminders_and_time_outs_are_on_the_timeline()
    {
        var (number, line) = await LinedUpAsync();
        await desk.Manager.PostAsync($"/requests/{number}/candidates/{line[0]}/ask");
        desk.App.Clock.Advance(TimeSpan.FromMinutes(200));
        await desk.App.AskAsync<ReplyWindows, int>(work => work.RunAsync(default));
        (await desk.Manager.GetAsync($"/requests/{number}")).ShouldSatisfyAllConditions(
            page => page.Text($"#c-{line[0]}").ShouldContain("reminded at 80 %"),
            page => page.Text(".events").ShouldContain("reminded Jonas Weber about Alpenbank AG"));

        desk.App.Clock.Advance(TimeSpan.FromDays(2));
        await desk.App.AskAsync<ReplyWindows, int>(work => work.RunAsync(default));
        var after = await desk.DetailAsync(number);
        after.Candidates.Single(candidate => candidate.Id == line[0]).State.ShouldBe(CandidateState.NoAnswer);
        after.Candidates.Single(candidate => candidate.Id == line[1]).State.ShouldBe(CandidateState.OwnerAsked);
    }

    [Fact]
    public async Task What_was_said_not_to_fit_is_told_to_the_program_at_an_alike_need_and_lowers_nothing()
    {
        var first = await SaidNoAsync(DeclineKind.DoesNotFit);
        var (alike, unlike) = (await SubmittedAsync("prefer=industry:banking"), await SubmittedAsync("prefer=industry:insurance"));

        var offers = (await desk.Manager.GetAsync($"/requests/{alike}")).Text(".offers");
        offers.ShouldSatisfyAllConditions(words => words.ShouldContain("Alpenbank AG"), words => words.ShouldContain($"Said not to fit an alike need, #{first}"));
        (await desk.Manager.GetAsync($"/requests/{unlike}")).Text(".offers").ShouldNotContain("Said not to fit");
        (await desk.Rep.GetAsync($"/requests/{alike}")).Body.ShouldNotContain("Said not to fit");
    }

    [Fact]
    public async Task A_customer_that_refused_the_prospect_stands_closed_in_the_form_for_that_prospect()
    {
        var elsewhere = Given.Opportunity(desk.Rep.Viewer.UserId, "Southwind core platform");
        elsewhere.Describe(elsewhere.Facts with { AccountName = "Southwind" });
        await desk.App.AddAsync(elsewhere);
        await SaidNoAsync(DeclineKind.Competitor);

        var closed = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        closed.Text("#rail details").ShouldSatisfyAllConditions(words => words.ShouldContain("1 fits but is closed"), words => words.ShouldContain("Alpenbank AG"), words => words.ShouldContain("Not available for this prospect"));
        closed.All("#rail .offer").ShouldBeEmpty();
        (await desk.Rep.GetAsync($"/requests/new?opportunity={elsewhere.Id}")).Text("#rail .offer").ShouldContain("Alpenbank AG");
    }

    private async Task<int> SubmittedAsync(string criteria)
    {
        var sent = await desk.App.AskAsync<RequestDrafting, Core.Data.Outcome<int>>(requests => requests.SubmitAsync(null, desk.Need() with { Criteria = criteria }, desk.Rep.Viewer, default));
        await desk.App.AskAsync<RequestTriage, Core.Data.Outcome>(triage => triage.AssignAsync(sent.Value, null, desk.Manager.Viewer, default));
        return sent.Value;
    }

    private async Task<int> SaidNoAsync(DeclineKind kind)
    {
        var number = await SubmittedAsync("prefer=industry:banking");
        (await desk.Manager.PostAsync($"/requests/{number}/candidates", ("CustomerId", desk.Customer.Id.ToString()), ("Ask", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var candidate = (await desk.DetailAsync(number)).Candidates.Single().Id;
        await desk.Manager.PostAsync($"/requests/{number}/candidates/{candidate}/answer", ("Answer", "no"), ("State", "OwnerAsked"), ("Kind", kind.ToString()));
        (await desk.DetailAsync(number)).Candidates.Single().State.ShouldBe(CandidateState.Declined);
        return number;
    }

    private async Task<(int Number, Guid[] Line)> LinedUpAsync()
    {
        var (number, first) = await desk.ProposedAsync();
        var others = new[] { Given.Customer("Bodensee Leben", desk.Owner.Viewer.UserId), Given.Customer("Corvina Bank", desk.Owner.Viewer.UserId) };
        await desk.App.AddAsync(others);
        foreach (var other in others)
        {
            await desk.App.AskAsync<CandidateAsks, Core.Data.Outcome>(asks => asks.ProposeAsync(number, other.Id, null, desk.Manager.Viewer, default));
        }

        var candidates = (await desk.DetailAsync(number)).Candidates;
        return (number, [first, .. others.Select(other => candidates.Single(candidate => candidate.CustomerId == other.Id).Id)]);
    }
}
