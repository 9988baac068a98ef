using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Usage;

/// <summary>Policies in the browser: new, whole, switched, and their versions.</summary>
public sealed class PolicyPagesTests : IDisposable
{
    private const string Form = "form[data-fits]";
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_limit_of_a_tier_is_added_and_binds_from_then_on()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var answer = await manager.SubmitAsync(
            await manager.GetAsync("/usage/policies/new"), Form, ("Scope", "Tier"), ("Tier", "Lighthouse"), ("Measure", "Units"), ("Amount", "2"), ("Window", "CalendarQuarter"), ("Per", "Customer"));

        answer.Location.ShouldBe("/usage/policies");
        var page = await manager.OpenAsync("/usage/policies");
        page.Text("main").ShouldContain("Limit of 2 units per customer in a calendar quarter");
        page.Text("main").ShouldContain("customers of the Lighthouse tier");
        (await app.DataAsync(db => db.PolicySets.SingleAsync())).Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("Tier", "Tier_error", "Choose the tier")]
    [InlineData("Segment", "IndustryId_error", "Choose an industry, a region or a product")]
    [InlineData("Customer", "CustomerId_error", "Choose the customer")]
    public async Task What_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(string scope, string error, string words)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var page = await manager.SubmitAsync(await manager.GetAsync("/usage/policies/new"), Form, ("Scope", scope), ("Amount", "7"));

        page.Text($"#{error}").ShouldContain(words);
        page.One("#Amount").GetAttribute("value").ShouldBe("7");
        (await app.DataAsync(db => db.UsagePolicies.CountAsync())).ShouldBe(9);
    }

    [Fact]
    public async Task Rests_between_uses_of_the_same_kind_are_added_one_for_each()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (string, string?)[] rest = [("Kind", "SameRest"), ("Days", "60"), ("Per", "Customer"), ("Enabled", "true"), ("Window", "Rolling")];

        (await manager.PostAsync("/usage/policies", rest)).Text("#ActivityKeys_error").ShouldContain("Tick the activities");
        await manager.PostAsync("/usage/policies", [.. rest, ("ActivityKeys", "sales-call"), ("ActivityKeys", "event")]);

        var page = await manager.GetAsync("/usage/policies");
        page.Text("main").ShouldContain("Rest of 60 days between sales call uses of a customer");
        page.Text("main").ShouldContain("Rest of 60 days between event uses of a customer");
    }

    [Fact]
    public async Task A_rest_between_same_kinds_that_is_changed_stays_one_for_one_activity()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (string, string?)[] rest = [("Kind", "SameRest"), ("Days", "60"), ("Per", "Customer"), ("Enabled", "true"), ("Window", "Rolling"), ("ActivityKeys", "sales-call")];
        await manager.PostAsync("/usage/policies", rest);
        var policy = await app.DataAsync(db => db.UsagePolicies.SingleAsync(row => row.Days == 60));

        var page = await manager.PostAsync($"/usage/policies/{policy.Id}", [.. rest, ("ActivityKeys", "event"), ("Version", policy.Version.ToString(CultureInfo.InvariantCulture))]);

        page.Text("#ActivityKeys_error").ShouldContain("tick one here, and add policies for the others");
        (await app.DataAsync(db => db.UsagePolicies.SingleAsync(row => row.Id == policy.Id))).Version.ShouldBe(policy.Version);
    }

    [Fact]
    public async Task A_blackout_needs_its_days()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (string, string?)[] blackout = [("Kind", "Blackout"), ("Closes", "Between"), ("From", "2026-12-20"), ("Enabled", "true"), ("Window", "Rolling")];

        (await manager.PostAsync("/usage/policies", blackout)).Text("#Until_error").ShouldContain("Say the last day");
        (await manager.PostAsync("/usage/policies", [.. blackout, ("Until", "2026-12-10")])).Text("#Until_error").ShouldContain("comes before the first");
        (await manager.PostAsync("/usage/policies", [.. blackout, ("Until", "2027-01-06")])).Location.ShouldBe("/usage/policies");

        (await manager.GetAsync("/usage/policies")).Text("main").ShouldContain("Blackout from 20 Dec 2026 to 6 Jan 2027");
    }

    [Fact]
    public async Task Limits_of_one_customer_and_of_contacts_are_listed_with_who_set_them()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var customer = Given.Customer("Nordmark Energie");
        customer.Contacts[0].Describe("Greta Holm", "CIO", null, null, ["en"], null);
        customer.Contacts[0].Agree(Enum.GetValues<PermissionScope>(), minutesPerQuarter: 45, wishes: null);
        await app.AddAsync(customer);
        await app.AddAsync(new UsagePolicy(app.NextId(), PolicyPer.Customer, [], new PolicyTerms(PolicyMeasure.Uses, 3, LimitWindow.Rolling(365))).ForCustomer(customer.Id, PolicySetter.Customer));

        var found = await manager.PostAsync("/usage/policies", ("Find", "1"), ("CustomerName", "nordmark"), ("Scope", "Customer"), ("Amount", "1"), ("Days", "90"), ("Enabled", "true"));
        found.Text("#CustomerId").ShouldContain("Nordmark Energie");
        (await manager.SubmitAsync(found, Form, ("CustomerId", customer.Id.ToString()))).Location.ShouldBe("/usage/policies");

        var rows = (await manager.GetAsync("/usage/policies")).All("#own-title").Single().Closest("section")!.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row => row.Contains("Limit of 1 use per customer in 90 days") && row.Contains("the program"));
        rows.ShouldContain(row => row.Contains("Limit of 3 uses per customer in 365 days") && row.Contains("the customer"));
        rows.ShouldContain(row => row.Contains("Limit of 45 minutes for this contact in 90 days") && row.Contains("Greta Holm of Nordmark Energie") && row.Contains("the contact"));
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_shown_and_not_overwritten()
    {
        var (one, other) = (await app.SignedInAsync(Roles.ProgramManager), await app.SignedInAsync(Roles.ProgramManager));
        var policy = await CallPolicyAsync();
        var seen = await other.GetAsync($"/usage/policies/{policy.Id}");
        await one.SubmitAsync(await one.GetAsync($"/usage/policies/{policy.Id}"), Form, ("Amount", "2"));

        var met = await other.SubmitAsync(seen, Form, ("Amount", "3"));

        met.Status.ShouldBe(HttpStatusCode.Conflict);
        met.Text("#meanwhile").ShouldContain("Limit of 2 sales call, analyst or press uses");
        met.One("#Amount").GetAttribute("value").ShouldBe("3");
        (await CallPolicyAsync()).Amount.ShouldBe(2);
        (await other.SubmitAsync(met, Form)).Location.ShouldBe("/usage/policies");
        (await CallPolicyAsync()).Amount.ShouldBe(3);
    }

    [Fact]
    public async Task A_shipped_blackout_is_switched_on_in_one_click()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var quarterEnd = await app.DataAsync(db => db.UsagePolicies.SingleAsync(policy => policy.Closes == BlackoutRule.QuarterEnd));

        await manager.SubmitAsync(await manager.GetAsync("/usage/policies"), $"form[action$='{quarterEnd.Id}/switch']");

        (await app.DataAsync(db => db.UsagePolicies.SingleAsync(policy => policy.Id == quarterEnd.Id))).Enabled.ShouldBeTrue();
        (await manager.PostAsync($"/usage/policies/{quarterEnd.Id}/removal", ("Version", (quarterEnd.Version + 1).ToString(CultureInfo.InvariantCulture)))).Location.ShouldBe("/usage/policies");
        (await manager.GetAsync("/usage/policies")).Text().ShouldContain("is switched off, not removed");
    }

    [Fact]
    public async Task A_draft_is_changed_compared_and_put_in_force()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Maria Berg");
        var drafted = await manager.SubmitAsync(await manager.GetAsync("/usage/policies"), "form[action$='/versions']", ("Name", "Two calls a quarter"));
        var at = drafted.Location!;
        (await manager.GetAsync(at)).Text("main").ShouldContain("Nothing: it says the same.");
        var edition = Guid.Parse(at[(at.LastIndexOf('/') + 1)..]);
        var calls = (await app.DataAsync(db => db.UsagePolicies.Where(policy => policy.EditionId == edition).ToListAsync())).Single(policy => policy.ActivityKeys.Contains(ActivityKeys.SalesCall));

        (await manager.SubmitAsync(await manager.GetAsync($"/usage/policies/{calls.Id}"), Form, ("Amount", "2"))).Location.ShouldBe(at);
        (await manager.SubmitAsync(await manager.GetAsync(at), "form[action$='/held-back']", ("Percent", "50"), ("Above", "500000"))).Location.ShouldBe(at);

        var page = await manager.GetAsync(at);
        page.Text("main").ShouldContain("Limit of 1 sales call, analyst or press use per customer in 90 days, for every customer → Limit of 2 sales call, analyst or press uses per customer in 90 days");
        page.Text("main").ShouldContain("50 % of each limit per customer, rounded down, is kept for deals above EUR 500,000");
        page.All($"a[href='{at}/what-if']").Count.ShouldBe(1);
        (await manager.SubmitAsync(page, "form[action$='/start']", ("StartsOn", "2026-11-01"))).Text("#StartsOn_error").ShouldContain("today or later");
        (await manager.SubmitAsync(page, "form[action$='/start']", ("StartsOn", "2026-11-23"))).Location.ShouldBe(at);

        var inForce = await manager.GetAsync("/usage/policies");
        inForce.Text("#in-force-title").ShouldBe("In force: version 2, Two calls a quarter");
        inForce.Text("#versions").ShouldContain("until 22 Nov");
        (await manager.SubmitAsync(page, "form[action$='/start']", ("StartsOn", "2026-11-24"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_planned_version_is_called_off_and_a_draft_deleted()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var at = (await manager.PostAsync("/usage/policies/versions", ("Name", "From spring"))).Location!;
        await manager.SubmitAsync(await manager.GetAsync(at), "form[action$='/start']", ("StartsOn", "2027-03-01"));

        var planned = await manager.GetAsync(at);
        planned.Text("main").ShouldContain("Planned, from 1 Mar");
        planned.All("form[action$='/deletion']").ShouldBeEmpty();
        await manager.SubmitAsync(planned, "form[action$='/calling-off']");
        (await manager.SubmitAsync(await manager.GetAsync(at), "form[action$='/deletion']")).Location.ShouldBe("/usage/policies");
        (await manager.GetAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/held-back", "Percent", "101", "#held-back")]
    [InlineData("/start", "StartsOn", "2026-11-01", "#start")]
    [InlineData("/calling-off", "Version", "99", "main")]
    [InlineData("/deletion", "Version", "99", "main")]
    public async Task The_address_of_a_refusal_leads_back_to_the_version(string verb, string field, string value, string form)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var at = (await manager.PostAsync("/usage/policies/versions", ("Name", "Tried"))).Location!;

        var refused = await manager.PostAsync(at + verb, (field, value));

        refused.Text(form).ShouldNotBeEmpty();
        refused.All("[data-error-summary], .is-invalid").ShouldNotBeEmpty();
        (await manager.GetAsync(at + verb)).Location.ShouldBe(at);
    }

    [Fact]
    public async Task A_name_in_which_nothing_can_be_seen_is_none()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var refused = await manager.PostAsync("/usage/policies/versions", ("Name", "\u200B\uFEFF"));

        refused.Text("#Name_error").ShouldContain("Say what it is about.");
        (await app.DataAsync(db => db.PolicyEditions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_amount_that_a_seller_typed_makes_no_deal_large_until_it_is_confirmed()
    {
        var (manager, rep) = (await app.SignedInAsync(Roles.ProgramManager), await app.SignedInAsync(Roles.Rep));
        await app.AddAsync(Given.Customer("Nordmark Energie"));
        var edition = await app.DataAsync(db => db.PolicyEditions.SingleAsync());
        await app.AskAsync<EditionService, Outcome>(editions => editions.HoldBackAsync(edition.Id, 100, 50_000, edition.Version, manager.Viewer, default));
        var deal = (await rep.PostAsync("/opportunities", ("Name", "Huge"), ("Amount", "900000"), ("Currency", "EUR"), ("Stage", "proposal"))).Location!;
        var form = $"/requests/new?opportunity={deal[(deal.LastIndexOf('/') + 1)..]}";

        (await rep.GetAsync(form)).Text("#rail").ShouldContain("kept for deals above EUR 50,000");
        (await rep.GetAsync(deal)).Text("#amount-unconfirmed").ShouldContain("Not confirmed by a program manager yet");
        (await rep.GetAsync(deal)).All("form[action$='/amount-confirmation']").ShouldBeEmpty();
        (await manager.SubmitAsync(await manager.GetAsync(deal), "form[action$='/amount-confirmation']")).Location.ShouldBe(deal);

        (await rep.GetAsync(form)).Text("#rail").ShouldNotContain("kept for deals");
        (await rep.GetAsync(deal)).All("#amount-unconfirmed").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_kept_says_how_much_of_which_limit_and_in_which_currency()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var at = $"/usage/policies/versions/{(await app.DataAsync(db => db.PolicyEditions.SingleAsync())).Id}";
        await manager.SubmitAsync(await manager.GetAsync(at), "form[action$='/held-back']", ("Percent", "25"), ("Above", "500000"));

        (await manager.GetAsync(at)).Text("#held-back").ShouldContain("kept for deals above EUR 500,000. Now that is 1 of 4 units, nothing of 1 use.");

        await app.DataAsync(async db =>
        {
            (await db.Organisations.SingleAsync()).Edit("Acme", "Europe/Berlin", "USD", 1);
            return await db.SaveChangesAsync();
        });
        var page = await manager.GetAsync(at);
        page.Text("#held-back").ShouldContain("above EUR 500,000; no deal is large, as the program reckons in USD now: say the amount anew");
        (page.One("#Above").GetAttribute("value") ?? "").ShouldBeEmpty();
    }

    [Fact]
    public async Task Marketing_looks_and_changes_nothing()
    {
        var marketing = await app.SignedInAsync(Roles.Marketing);

        var page = await marketing.GetAsync("/usage/policies");

        page.Text("main").ShouldContain("Rest of 30 days between uses of a contact");
        page.All("main form[method=post], main a[href*='/usage/policies/new']").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_kept_for_large_deals_is_free_in_the_form_of_one_alone()
    {
        var (manager, rep) = (await app.SignedInAsync(Roles.ProgramManager), await app.SignedInAsync(Roles.Rep));
        var (customer, deal) = (Given.Customer("Nordmark Energie"), Given.Opportunity(rep.Viewer.UserId));
        await app.AddAsync(customer, deal);
        var edition = await app.DataAsync(db => db.PolicyEditions.SingleAsync());
        (await app.AskAsync<EditionService, Outcome>(editions => editions.HoldBackAsync(edition.Id, 100, 50_000, edition.Version, manager.Viewer, default))).Refusal.ShouldBeNull();

        var without = (await rep.GetAsync("/requests/new")).Text("#rail");
        var with = (await rep.GetAsync($"/requests/new?opportunity={deal.Id}")).Text("#rail");

        without.ShouldContain("kept for deals above EUR 50,000, set by the program");
        with.ShouldNotContain("kept for deals");
        with.ShouldContain("Nordmark Energie");
    }

    [Fact]
    public async Task Whoever_is_refused_before_a_renewal_reads_rule_and_setter_and_neither_cause_nor_day()
    {
        var (manager, rep) = (await app.SignedInAsync(Roles.ProgramManager), await app.SignedInAsync(Roles.Rep));
        var customer = Given.Customer("Nordmark Energie");
        customer.Confide(new CustomerSecrets { RenewalOn = new DateOnly(2026, 12, 10) });
        await app.AddAsync(customer);
        var renewal = await app.DataAsync(db => db.UsagePolicies.SingleAsync(policy => policy.Closes == BlackoutRule.Renewal));
        await app.AskAsync<PolicyService, Outcome>(policies => policies.SwitchAsync(renewal.Id, true, renewal.Version, manager.Viewer, default));

        foreach (var address in new[] { "/requests/new", "/references", $"/references/{customer.Id}" })
        {
            var page = await rep.GetAsync(address);
            page.Text("main").ShouldContain("Not asked for the time being, set by the program", Case.Sensitive, address);
            page.Text("main").ShouldNotContain("11 Dec", Case.Sensitive, address);
            page.Text("main").ShouldNotContain("renewal", Case.Insensitive, address);
        }
    }

    private Task<UsagePolicy> CallPolicyAsync() => app.DataAsync(async db =>
        (await db.UsagePolicies.AsNoTracking().ToListAsync()).Single(policy => policy.ActivityKeys.Contains(ActivityKeys.SalesCall)));
}
