using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;
using ReferenceHub.Web.Features.Usage.WhatIf;

namespace ReferenceHub.Web.Tests.Usage;

/// <summary>Trying a draft of the policies on a past period.</summary>
public sealed class WhatIfPageTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_manager_replays_the_last_quarter_and_sees_both_side_by_side()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        var (draft, customer) = (await DraftAsync(manager.Viewer), await AskedAsync());

        var page = await manager.GetAsync($"/usage/policies/versions/{draft}/what-if");
        page.Text("main").ShouldContain("23 Aug 2026 to 22 Nov 2026");
        page.One("form[action$='/what-if'] button[name=Period][value=quarter]");
        var sent = await manager.PostAsync($"/usage/policies/versions/{draft}/what-if", ("Period", "quarter"));

        sent.Location.ShouldNotBeNull().ShouldStartWith("/usage/policies/what-if/");
        var figures = await ReadyAsync(manager, sent.Location!);
        Row(figures, "Refused").ShouldBe(["0", "1", "1 more worse"]);
        Row(figures, "Fulfilment").ShouldBe(["100 %", "0 %", "100 points less worse"]);
        Row(figures, "Median delay").ShouldBe(["0", "0", "the same"]);
        Row(figures, "Limit of 0 sales call uses per customer in 30 days").ShouldBe(["0", "1"]);
        figures.Text("#changed tbody tr").ShouldContain("Nordmark Energie");
        figures.One($"#changed a[href='/usage/customers/{customer.Id}']");
        figures.Text("#changed tbody tr").ShouldContain("differs");
        figures.One($"a[href='/usage/policies/versions/{draft}']").TextContent.ShouldContain("Save with a start date");

        var list = await manager.GetAsync($"/usage/policies/versions/{draft}/what-if");
        list.Text("tbody").ShouldContain("Maria Berg Done");
    }

    [Fact]
    public async Task Days_that_cannot_be_replayed_are_refused_beside_them()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var at = $"/usage/policies/versions/{await DraftAsync(manager.Viewer)}/what-if";

        (await manager.PostAsync(at)).Text("main").ShouldContain("Choose the first day.");
        (await manager.PostAsync(at, ("From", "2026-10-01"))).Text("main").ShouldContain("Choose the last day.");
        var wrong = await manager.PostAsync(at, ("From", "2026-10-01"), ("To", "2026-09-01"));
        wrong.Text("main").ShouldContain("Choose a last day not before the first");
        wrong.One("input[name=From]").GetAttribute("value").ShouldBe("2026-10-01");
        (await manager.PostAsync(at, ("From", "nonsense"), ("To", "2026-09-01"))).Status.ShouldNotBe(HttpStatusCode.InternalServerError);
        (await app.DataAsync(db => db.WhatIfRuns.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Marketing_looks_at_figures_and_starts_nothing()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var marketing = await app.SignedInAsync(Roles.Marketing);
        await AskedAsync();
        var draft = await DraftAsync(manager.Viewer);
        var run = await RunAsync(draft, manager.Viewer);

        var page = await marketing.GetAsync($"/usage/policies/what-if/{run}");
        page.Text("#changed").ShouldContain("Nordmark Energie");
        page.All("main form, main a:contains('Save with')").ShouldBeEmpty();
        (await marketing.GetAsync($"/usage/policies/versions/{draft}/what-if")).All("main form").ShouldBeEmpty();
        (await marketing.PostAsync($"/usage/policies/versions/{draft}/what-if", ("Period", "quarter"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_replay_that_goes_on_tells_how_far_it_is_and_one_that_failed_offers_to_start_again()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var draft = await DraftAsync(manager.Viewer);
        var run = await BeginAsync(draft, manager.Viewer);
        var at = $"/usage/policies/what-if/{run}";

        (await manager.GetAsync(at)).One($"[hx-get='{at}/progress']").GetAttribute("hx-trigger").ShouldBe("load delay:700ms, every 1s");
        (await manager.GetAsync($"{at}/progress")).Text().ShouldContain("Waits for its turn");
        await app.AskAsync<WhatIfService, bool>(async service =>
        {
            await service.BeatAsync(run, 42, default);
            return true;
        });
        var progress = await manager.GetAsync($"{at}/progress");
        progress.Text().ShouldContain("42 % gone through");
        progress.Response.Headers.Contains("HX-Refresh").ShouldBeFalse();

        await app.DataAsync(async db =>
        {
            (await db.WhatIfRuns.SingleAsync(row => row.Id == run)).Fail(app.Clock.Now);
            return await db.SaveChangesAsync();
        });
        (await manager.GetAsync($"{at}/progress")).Response.Headers.GetValues("HX-Refresh").ShouldBe(["true"]);
        var failed = await manager.GetAsync(at);
        failed.Text("main").ShouldContain("It ended without figures");
        (await manager.SubmitAsync(failed, "form[action$='/what-if']")).Location!.ShouldStartWith("/usage/policies/what-if/");
    }

    [Fact]
    public async Task A_replay_whose_node_is_gone_is_carried_through_by_another()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var run = await BeginAsync(await DraftAsync(manager.Viewer), manager.Viewer);
        app.Clock.Advance(WhatIfRun.Patience);

        await app.AskAsync<LostReplays, bool>(async work =>
        {
            await work.RunAsync(default);
            return true;
        });

        (await ReadyAsync(manager, $"/usage/policies/what-if/{run}")).Text("#figures").ShouldContain("Fulfilment");
    }

    [Fact]
    public async Task A_replay_of_a_draft_that_was_changed_since_says_so()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var draft = await DraftAsync(manager.Viewer);
        var run = await RunAsync(draft, manager.Viewer);
        (await manager.GetAsync($"/usage/policies/what-if/{run}")).Text("main").ShouldNotContain("was changed since");

        await ForbidAsync(draft, ActivityKeys.Event, manager.Viewer);

        (await manager.GetAsync($"/usage/policies/what-if/{run}")).Text(".alert").ShouldContain("Version 2 was changed since this replay");
    }

    [Fact]
    public async Task What_is_in_force_or_unknown_is_not_replayed()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var inForce = await app.DataAsync(db => db.PolicyEditions.Select(edition => edition.Id).SingleAsync());
        (await manager.GetAsync($"/usage/policies/versions/{inForce}/what-if")).Text("main").ShouldContain("nothing to compare them with");
        (await manager.GetAsync($"/usage/policies/versions/{app.NextId()}/what-if")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync($"/usage/policies/what-if/{app.NextId()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // The cells of the row that begins so.
    private static IEnumerable<string> Row(Page page, string name) => page.All("tbody tr").Single(row => row.Children[0].TextContent.Trim().StartsWith(name, StringComparison.Ordinal))
        .Children.Skip(1).Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // Most replays are done when the answer comes; on a busy machine this one may take a few looks.
    private static async Task<Page> ReadyAsync(Visitor visitor, string address)
    {
        for (var look = 0; look < 600 && !(await visitor.GetAsync($"{address}/progress")).Response.Headers.Contains("HX-Refresh"); look++)
        {
            await Task.Yield();
        }

        return await visitor.GetAsync(address);
    }

    private async Task<Guid> RunAsync(Guid draft, Viewer by)
    {
        var run = await BeginAsync(draft, by);
        await app.AskAsync<WhatIfService, bool>(async service =>
        {
            await service.RunAsync(run, null, default);
            return true;
        });
        return run;
    }

    private async Task<Guid> BeginAsync(Guid draft, Viewer by) =>
        (await app.AskAsync<WhatIfService, Outcome<Guid>>(service => service.BeginAsync(draft, Today.AddDays(-60), Today, by, default))).Value;

    private async Task<Guid> DraftAsync(Viewer by)
    {
        var draft = (await app.AskAsync<EditionService, Outcome<Guid>>(service => service.DraftAsync("Stricter", null, by, default))).Value;
        await ForbidAsync(draft, ActivityKeys.SalesCall, by);
        return draft;
    }

    private Task<Outcome<Guid>> ForbidAsync(Guid draft, string activity, Viewer by) => app.AskAsync<PolicyService, Outcome<Guid>>(service =>
        service.AddAsync(new PolicySpec { ActivityKeys = [activity], Terms = new PolicyTerms(PolicyMeasure.Uses, 0, LimitWindow.Rolling(30)) }, draft, by, default));

    // A call that was asked three weeks ago.
    private async Task<Customer> AskedAsync()
    {
        var customer = Given.Customer("Nordmark Energie");
        customer.Contacts.Add(Given.Contact(customer));
        await app.AddAsync(customer);
        app.Clock.Advance(TimeSpan.FromDays(-21));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
            var reserving = scope.ServiceProvider.GetRequiredService<ReservationService>();
            var outcome = await db.WriteAsync(async ct =>
            {
                var answer = await reserving.ReserveAsync(
                    new ReserveUse(customer.Id, customer.Contacts[0].Id, ActivityKeys.SalesCall, Today.AddDays(-10), UseSource.Request, app.NextId()), Given.Viewer(), ct);
                await db.SaveChangesAsync(ct);
                return answer.Outcome;
            });
            outcome.IsDone.ShouldBeTrue(outcome.Refusal);
        }

        app.Clock.Advance(TimeSpan.FromDays(21));
        return customer;
    }
}
