using System.Net;
using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Web;
using ReferenceHub.Web.Tests.Requests;

namespace ReferenceHub.Web.Tests.Usage;

/// <summary>The form that plans a use for another day; the load calendar sends the same one.</summary>
public sealed class UseMovePageTests : IAsyncLifetime
{
    private readonly RequestDesk desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_mark_leads_to_the_form_and_the_move_comes_back_to_the_calendar_with_undo()
    {
        await desk.AskedAsync();
        var calendar = await desk.Manager.GetAsync("/usage?sort=name");
        var link = calendar.All(".load a.use").ShouldHaveSingleItem();

        var form = await desk.Manager.GetAsync(link.GetAttribute("href")!);
        form.Text("main").ShouldContain("asked, not answered yet");
        var moved = await desk.Manager.SubmitAsync(form, "form[action$='/move']", ("On", desk.Day(21)));

        moved.Location.ShouldBe("/usage?sort=name");
        var after = await desk.Manager.GetAsync("/usage?sort=name");
        after.Text("#flash").ShouldContain("Alpenbank AG moved from 7 Dec 2026 to 14 Dec 2026");
        after.Text("#flash").ShouldContain("after 7 Dec 2026, by when it is needed");
        (await OnAsync()).ShouldBe(Day(21));

        (await desk.Manager.SubmitAsync(after, "#flash form")).Location.ShouldBe("/usage?sort=name");
        (await OnAsync()).ShouldBe(Day(14));
    }

    [Fact]
    public async Task A_refused_move_says_why_and_offers_the_first_day_that_works()
    {
        await desk.AskedAsync();
        await LogAsync(120);
        var at = await AddressAsync();

        var refused = await desk.Manager.PostAsync(at, ("Was", desk.Day(14)), ("On", desk.Day(100)), ("Back", "/usage"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("[role=alert]").ShouldContain("per customer");
        refused.Text("[role=alert]").ShouldContain("set by the program");
        refused.Text("[role=alert] button").ShouldContain("Move to");
        (await OnAsync()).ShouldBe(Day(14));
        (await desk.Manager.SubmitAsync(refused, "[role=alert] form")).Location.ShouldBe("/usage");
        (await OnAsync()).ShouldBe(Day(210));
    }

    [Fact]
    public async Task An_old_page_is_told_where_the_use_is_now_and_moves_nothing()
    {
        await desk.AskedAsync();
        var at = await AddressAsync();
        await desk.Manager.PostAsync(at, ("Was", desk.Day(14)), ("On", desk.Day(21)));

        var late = await desk.Manager.PostAsync(at, ("Was", desk.Day(14)), ("On", desk.Day(28)));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text("[role=alert]").ShouldContain("Somebody else has moved it to 14 Dec 2026");
        (await OnAsync()).ShouldBe(Day(21));
    }

    [Fact]
    public async Task An_agreed_time_is_explained_and_leads_to_the_request()
    {
        var (number, candidate) = await desk.AskedAsync();
        await desk.App.AskAsync<CandidateAnswers, Outcome>(answers => answers.AgreeAsync(number, candidate, null, null, desk.Owner.Viewer, default));
        await desk.App.AskAsync<CandidateAnswers, Outcome>(answers => answers.AgreeAsync(number, candidate, null, "by phone", desk.Manager.Viewer, default));
        (await desk.App.AskAsync<CandidateUses, Outcome>(uses => uses.ScheduleAsync(number, candidate, desk.App.Clock.Now.AddDays(3), null, null, desk.Manager.Viewer, default))).Refusal.ShouldBeNull();
        var at = await AddressAsync();

        var page = await desk.Manager.GetAsync(at);

        page.Text("main").ShouldContain("Everybody has this time in their calendar");
        page.All($"main a[href='/requests/{number}#c-{candidate}']").ShouldNotBeEmpty();
        (await desk.Manager.PostAsync(at, ("Was", desk.Day(3)), ("On", desk.Day(10)))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await OnAsync()).ShouldBe(Day(3));
    }

    [Fact]
    public async Task The_requester_may_move_others_may_not_and_a_foreign_customer_has_no_such_use()
    {
        await desk.AskedAsync();
        var at = await AddressAsync();
        var marketing = await desk.App.SignedInAsync(Roles.Marketing);

        (await desk.Rep.GetAsync(at)).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.Rep.PostAsync(at, ("Was", desk.Day(14)), ("On", desk.Day(15)))).Location!.ShouldStartWith("/requests/");
        (await desk.OtherRep.GetAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Owner.PostAsync(at, ("Was", desk.Day(15)), ("On", desk.Day(16)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await marketing.PostAsync(at, ("Was", desk.Day(15)), ("On", desk.Day(16)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await marketing.GetAsync("/usage")).All(".load a.use").ShouldBeEmpty();
        (await desk.Manager.GetAsync(at.Replace(desk.Customer.Id.ToString(), desk.App.NextId().ToString(), StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_without_a_sensible_day_shows_itself_again()
    {
        await desk.AskedAsync();
        var at = await AddressAsync();

        (await desk.Manager.PostAsync(at, ("Was", desk.Day(14)), ("On", "soon"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Manager.PostAsync(at, ("On", desk.Day(21)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Manager.PostAsync(at, ("Was", desk.Day(14)), ("On", desk.Day(-1)))).Text("[role=alert]").ShouldContain("lies ahead");
        (await desk.Manager.PostAsync(at, ("Was", desk.Day(14)), ("On", desk.Day(21)), ("Back", "https://evil.example/"))).Location.ShouldBe("/usage");
    }

    private async Task<string> AddressAsync()
    {
        var use = (await desk.App.AskAsync<UsageQueries, CustomerUsage>(queries => queries.CustomerAsync(desk.Customer.Id, default))).Uses.Single(use => use.Source == UseSource.Request);
        return $"/usage/customers/{desk.Customer.Id}/uses/{use.UseId}/move";
    }

    private async Task<DateOnly> OnAsync() =>
        (await desk.App.AskAsync<UsageQueries, CustomerUsage>(queries => queries.CustomerAsync(desk.Customer.Id, default))).Uses.Single(use => use.Source == UseSource.Request).On;

    private DateOnly Day(int fromToday) => DateOnly.ParseExact(desk.Day(fromToday), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task LogAsync(int fromToday) => (await desk.App.AskAsync<LedgerService, Outcome>(service =>
        service.LogAsync(new LogUse(desk.Customer.Id, null, ActivityKeys.SalesCall, Day(fromToday), null, "Agreed outside"), desk.Manager.Viewer, default))).Refusal.ShouldBeNull();
}
