using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>What the request form says and offers when nobody can be asked, when words are not understood, and when they name a day.</summary>
public sealed class FormDemandPageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    private const string Nobody = "industry=banking&product=delta";

    [Fact]
    public async Task Nobody_fits_and_nobody_who_fits_is_open_are_said_apart()
    {
        (await desk.Rep.GetAsync($"/requests/new?{Nobody}")).Text("#rail").ShouldSatisfyAllConditions(
            words => words.ShouldContain("nobody fits"), words => words.ShouldContain("Nobody fits all of this."), words => words.ShouldNotContain("who fits"));
        await TiredAsync("Tired insurer", "insurance");

        (await desk.Rep.GetAsync("/requests/new?industry=insurance")).Text("#rail").ShouldSatisfyAllConditions(
            words => words.ShouldContain("1 fits, none open now"), words => words.ShouldContain("Nobody who fits can be asked now. 1 fits but is closed; the first is free on"));
    }

    [Fact]
    public async Task Unmet_demand_is_offered_once_a_deal_is_chosen_and_until_then_it_says_so()
    {
        var without = await desk.Rep.GetAsync($"/requests/new?{Nobody}");
        without.All("button[formaction='/requests/new/unmet']").ShouldBeEmpty();
        without.Text("#form-demand").ShouldContain("Choose the opportunity, then it can be recorded as unmet demand");
        (await desk.Rep.PostAsync("/requests/new/unmet", ("ActivityKey", ActivityKeys.SalesCall), ("Criteria", Nobody))).Text("#rail [role=alert]").ShouldContain("Choose the opportunity first.");

        (await desk.Rep.GetAsync($"/requests/new?{Nobody}&opportunity={desk.Deal.Id}")).One("button[formaction='/requests/new/unmet']");
        var done = await desk.Rep.PostAsync(
            "/requests/new/unmet", ("ActivityKey", ActivityKeys.SalesCall), ("Criteria", Nobody), ("OpportunityId", desk.Deal.Id.ToString()), ("Text", "Bank on Delta"), ("WantToKnow", "How long it took"));

        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Text("#form-demand").ShouldContain($"Recorded as unmet demand of {desk.Deal.Name}");
        done.All("button[formaction='/requests/new/unmet']").ShouldBeEmpty();
        (done.One("#Text").TextContent, done.One("#WantToKnow").TextContent).ShouldBe(("Bank on Delta", "How long it took"));
        (await desk.App.DataAsync(db => db.UnmetNeeds.SingleAsync(need => need.OpportunityId == desk.Deal.Id))).Criteria.ShouldBe(Nobody);
    }

    [Fact]
    public async Task Tell_me_when_one_is_free_waits_and_says_so()
    {
        var done = await desk.OtherRep.PostAsync("/requests/new/alert", ("ActivityKey", ActivityKeys.SalesCall), ("Criteria", Nobody), ("Text", "Bank on Delta"));

        done.Text("#form-demand").ShouldContain("You are told when one is free.");
        done.All("button[formaction='/requests/new/alert']").ShouldBeEmpty();
        (await desk.App.DataAsync(db => db.FreeAlerts.SingleAsync(alert => alert.UserId == desk.OtherRep.Viewer.UserId))).Criteria.ShouldBe(Nobody);
    }

    [Fact]
    public async Task While_somebody_can_be_asked_neither_is_offered_and_both_are_refused_with_the_reason()
    {
        await desk.App.AddAsync(Given.Customer("Offene Bank"));
        var form = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        form.All("#form-demand, #nobody").ShouldBeEmpty();

        var customer = Given.Customer("Freie Klinik");
        await desk.App.DataAsync(async db =>
        {
            customer.Reclassify((await db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "hospitals")).Id, null);
            db.Add(customer);
            return await db.SaveChangesAsync();
        });
        var refused = await desk.Rep.PostAsync("/requests/new/alert", ("ActivityKey", ActivityKeys.SalesCall), ("Criteria", "industry=hospitals"));
        refused.Text("#rail [role=alert]").ShouldContain("Freie Klinik fits and can be asked now.");
    }

    [Fact]
    public async Task Words_left_over_are_a_dashed_chip_that_says_what_they_do()
    {
        var form = await desk.Rep.GetAsync("/requests/new?q=bank wibble");
        var chip = form.One("#need-chips .chip.text.pref");
        chip.TextContent.ShouldContain("“wibble”");
        form.Text("#need-chips").ShouldContain("not understood: ranks only; in quotes it must be met");

        (await desk.Rep.GetAsync("/requests/new?q=wibble wobble")).Text("main").ShouldSatisfyAllConditions(
            words => words.ShouldContain("not understood: searched in names and places"), words => words.ShouldContain("Nothing of this was understood."));
        (await desk.Rep.GetAsync("/requests/new?q=bank wibble wobble webble wubble")).Text("#need-chips").ShouldContain("not understood: not looked for");
        (await desk.Rep.GetAsync("/requests/new?q=bank")).All("#need-chips .chip.text").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_in_the_words_becomes_needed_by_and_it_says_so()
    {
        var form = await desk.Rep.GetAsync("/requests/new?q=bank before Christmas");
        var year = desk.App.Clock.Now.Year;
        (form.One("#NeededBy").GetAttribute("value"), form.Text("#needed-by-said")).ShouldBe(($"{year}-12-24", "Taken over from your words."));

        var chosen = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.SalesCall), ("Text", "bank before Christmas"), ("NeededBy", desk.Day(9)));
        (chosen.One("#NeededBy").GetAttribute("value"), chosen.Text("#needed-by-said")).ShouldBe((desk.Day(9), ""));
    }

    [Fact]
    public async Task Sent_without_a_day_the_one_in_the_words_holds_and_the_answer_tells_it()
    {
        var sent = await desk.Rep.PostAsync("/requests/new", ("ActivityKey", ActivityKeys.SalesCall), ("OpportunityId", desk.Deal.Id.ToString()), ("Text", "bank before Christmas"), ("Wanted", "1"));

        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Rep.GetAsync(sent.Location!)).Text().ShouldContain($"needed by 24 Dec {desk.App.Clock.Now.Year}, as you wrote");
    }

    [Fact]
    public async Task The_match_beside_the_form_opens_into_its_four_parts()
    {
        await desk.App.AddAsync(Given.Customer("Zählbank"));
        var row = (await desk.Rep.GetAsync("/requests/new")).All("#rail .offer")[0];
        row.QuerySelector(".offer-state")!.TextContent.ShouldContain("past quality", Case.Insensitive);
    }

    private async Task TiredAsync(string name, string industry)
    {
        var customer = Given.Customer(name);
        await desk.App.DataAsync(async db =>
        {
            customer.Reclassify((await db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == industry)).Id, null);
            db.Add(customer);
            return await db.SaveChangesAsync();
        });
        var today = DateOnly.FromDateTime(desk.App.Clock.Now);
        var log = new LogUse(customer.Id, customer.Contacts[0].Id, ActivityKeys.SalesCall, today.AddDays(-3), 30, "A call");
        (await desk.App.AskAsync<LedgerService, Core.Data.Outcome>(ledger => ledger.LogAsync(log, desk.Manager.Viewer, default))).Refusal.ShouldBeNull();
    }
}
