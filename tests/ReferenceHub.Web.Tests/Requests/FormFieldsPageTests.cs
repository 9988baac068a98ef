using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>The request form: fields by activity type, the prospect from the deal, lists of requirements, asking for a colleague.</summary>
public sealed class FormFieldsPageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task Each_type_shows_its_fields_and_a_field_that_holds_something_stays()
    {
        (await desk.Rep.GetAsync("/requests/new?type=sales-call")).ShouldSatisfyAllConditions(page => page.All("#Requirements").ShouldBeEmpty(), page => page.One("#WantToKnow"));
        (await desk.Rep.GetAsync("/requests/new?type=rfp")).ShouldSatisfyAllConditions(page => page.One("#Requirements"), page => page.All("#WantToKnow, #ProspectContact").ShouldBeEmpty());
        var kept = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.Rfp), ("WantToKnow", "How long it took"), ("Wanted", "1"));
        kept.One("#WantToKnow").TextContent.ShouldContain("How long it took");
    }

    [Fact]
    public async Task The_prospect_is_taken_over_from_the_deal_and_what_was_typed_stays()
    {
        var (bank, insurer) = (Given.Opportunity(desk.Rep.Viewer.UserId, "Bank deal"), Given.Opportunity(desk.Rep.Viewer.UserId, "Insurer deal"));
        bank.Describe(bank.Facts with { IndustryKey = "banking", RegionKey = "dach", Employees = 4000 });
        insurer.Describe(insurer.Facts with { IndustryKey = "insurance", RegionKey = "dach", Employees = 900 });
        await desk.App.AddAsync(bank, insurer);

        var page = await desk.Rep.GetAsync($"/requests/new?opportunity={bank.Id}");
        Prospect(page).ShouldBe(("banking", "dach", "4000"));
        var other = await desk.Rep.SubmitAsync(page, "#request-form", ("OpportunityId", insurer.Id.ToString()), ("ProspectStaff", "1234"), ("Text", ""));
        Prospect(other).ShouldBe(("insurance", "dach", "1234"));
    }

    [Fact]
    public async Task A_list_of_requirements_is_read_line_by_line_and_the_ticked_references_are_asked_for()
    {
        var customer = Given.Customer("Rheinbank");
        var industry = await desk.App.DataAsync(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "banking"));
        customer.Reclassify(industry.Id, null);
        await desk.App.AddAsync(customer);

        var page = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.Rfp), ("Requirements", "1. A bank\n2. Wibblewobble frobnicates"), ("Wanted", "1"));

        page.Text("#cover-table").ShouldSatisfyAllConditions(
            words => words.ShouldContain("1 reference meets 1 of 2 lines"), words => words.ShouldContain("Rheinbank"), words => words.ShouldContain("not understood: answer it yourself"));
        var asked = await desk.Rep.PostAsync(
            "/requests/preview", ("ActivityKey", ActivityKeys.Rfp), ("Requirements", "A bank"), ("Wanted", "1"), ("Pick", customer.Id.ToString()), ("Pick", desk.Customer.Id.ToString()), ("TakePicks", "true"));
        asked.All("input[name=Preferred]").Select(input => input.GetAttribute("value")).ShouldBe([customer.Id.ToString(), desk.Customer.Id.ToString()]);
        asked.One("#Wanted").GetAttribute("value").ShouldBe("2");
    }

    [Fact]
    public async Task A_list_of_requirements_alone_is_sent_and_names_the_request()
    {
        var page = await desk.Rep.GetAsync($"/requests/new?type=rfp&opportunity={desk.Deal.Id}");
        var sent = await desk.Rep.SubmitAsync(page, "#request-form", ("Requirements", "1. Settles in TARGET2\r\n2. Runs on Azure"), ("NeededBy", desk.Day(14)));

        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Rep.GetAsync(sent.Location!)).One("dl.facts details[open]").TextContent.ShouldContain("Settles in TARGET2");
        (await desk.Rep.GetAsync("/requests")).Text("main").ShouldContain("2 requirements: Settles in TARGET2…");
        (await desk.Manager.GetAsync("/account/inbox")).Text("main").ShouldContain("2 requirements: Settles in TARGET2…");
    }

    [Fact]
    public async Task A_refused_sending_tells_that_the_draft_is_kept()
    {
        var kept = await TypedAsync(("Text", "A bank"));
        var number = Value(kept, "Draft");
        var refused = await desk.Rep.SubmitAsync(await desk.Rep.GetAsync($"/requests/{number}/edit"), "#request-form");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text("[data-error-summary] h2").ShouldBe($"Not sent yet; draft #{number} is kept. Please look at this:");
        var unkept = await desk.Rep.SubmitAsync(await desk.Rep.GetAsync("/requests/new"), "#request-form", ("Text", "A bank"));
        unkept.Text("[data-error-summary] h2").ShouldBe("Not sent yet. Please look at this:");
    }

    [Fact]
    public async Task More_is_unfolded_by_an_error_that_is_in_it_and_by_no_other()
    {
        var page = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        (await desk.Rep.SubmitAsync(page, "#request-form", ("Text", "Bank"), ("NeededBy", ""))).ShouldSatisfyAllConditions(
            refused => refused.Text("[data-error-summary]").ShouldContain("Say by when you need it."), refused => refused.All("#more[open]").ShouldBeEmpty());
        (await desk.Rep.SubmitAsync(page, "#request-form", ("Text", "Bank"), ("NeededBy", desk.Day(0)))).ShouldSatisfyAllConditions(
            refused => refused.One("#more[open] #Sponsor_error").TextContent.ShouldContain("Name a manager"));
    }

    [Fact]
    public async Task A_request_for_a_colleague_says_who_wrote_it()
    {
        var page = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        var sent = await desk.Rep.SubmitAsync(
            page, "#request-form", ("Text", "Bank"), ("NeededBy", desk.Day(14)), ("For", desk.OtherRep.Viewer.UserId.ToString()), ("ProspectEmail", "henrik@northwind.example"), ("ContentTried", "The story of Alpenbank"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.OtherRep.GetAsync(sent.Location!)).Text("main").ShouldSatisfyAllConditions(
            words => words.ShouldContain("by Rita Sommer for Daniel Costa"), words => words.ShouldContain("henrik@northwind.example"), words => words.ShouldContain("The story of Alpenbank"));
        (await desk.Rep.GetAsync(sent.Location!)).Status.ShouldBe(HttpStatusCode.OK);
        (await desk.OtherRep.GetAsync($"{sent.Location}/edit")).One("#ContentTried").TextContent.ShouldContain("The story of Alpenbank");
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_before_it_is_sent()
    {
        var page = await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.SalesCall), ("OpportunityId", desk.Deal.Id.ToString()), ("NeededBy", desk.Day(0)), ("Wanted", "1"));
        page.Text("#send-warnings").ShouldContain("Name a manager who stands behind the rush");
        (await desk.Rep.PostAsync("/requests/preview", ("ActivityKey", ActivityKeys.SalesCall), ("OpportunityId", desk.Deal.Id.ToString()), ("NeededBy", desk.Day(14)), ("Wanted", "1")))
            .Text("#send-warnings").Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_address_of_the_prospect_is_told_at_its_field()
    {
        var page = await desk.Rep.GetAsync($"/requests/new?opportunity={desk.Deal.Id}");
        var refused = await desk.Rep.SubmitAsync(page, "#request-form", ("Text", "Bank"), ("NeededBy", desk.Day(14)), ("ProspectEmail", "henrik at northwind"));
        refused.One("#ProspectEmail_error").TextContent.ShouldContain("no e-mail address");
    }

    [Fact]
    public async Task While_it_is_typed_a_draft_is_kept_and_a_second_window_is_told()
    {
        (await TypedAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
        var first = await TypedAsync(("Text", "A bank"));
        var (number, version) = (Value(first, "Draft"), Value(first, "DraftVersion"));
        first.Response.Headers.GetValues("HX-Replace-Url").ShouldBe([$"/requests/{number}/edit"]);
        await TypedAsync(("Text", "A bank in DACH"), ("Draft", number), ("DraftVersion", version));

        var behind = await TypedAsync(("Text", "An insurer"), ("Draft", number), ("DraftVersion", version));
        behind.Text().ShouldContain("changed in another window");
        (await desk.Rep.GetAsync($"/requests/{number}/edit")).One("#Text").TextContent.ShouldContain("A bank in DACH");
        var over = behind.One("button[name=Over]").GetAttribute("value");
        await TypedAsync(("Text", "An insurer"), ("Draft", number), ("DraftVersion", version), ("Over", over));
        var page = await desk.Rep.GetAsync($"/requests/{number}/edit");
        page.One("#Text").TextContent.ShouldContain("An insurer");

        (await desk.OtherRep.PostAsync($"/requests/drafts/{number}/removal")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.Rep.PostAsync($"/requests/drafts/{number}/removal")).Location.ShouldBe("/requests?tab=drafts");
        (await TypedAsync(("Text", "More"), ("Draft", number), ("DraftVersion", version))).Text().ShouldContain("thrown away in another window");
    }

    [Fact]
    public async Task Drafts_that_name_nobody_yet_are_told_apart_by_what_was_begun()
    {
        await TypedAsync(("Text", "An insurer that left its mainframe"));
        var wish = Given.Customer("Wunschkunde AG");
        wish.Activate();
        await desk.App.AddAsync(wish);
        await TypedAsync(("Text", ""), ("WantToKnow", "How long it took"), ("Preferred", wish.Id.ToString()));

        var drafts = (await desk.Rep.GetAsync("/requests?tab=drafts")).All(".lead-cell").Select(cell => cell.TextContent).ToList();

        drafts.ShouldNotContain(words => words.Contains("No opportunity yet", StringComparison.Ordinal));
        drafts.ShouldContain(words => words.Contains("An insurer that left its mainframe", StringComparison.Ordinal) && words.Contains("sales call", StringComparison.OrdinalIgnoreCase));
        drafts.ShouldContain(words => words.Contains("How long it took", StringComparison.Ordinal) && words.Contains("asks for Wunschkunde AG", StringComparison.Ordinal));
    }

    private static string Value(Page page, string name) => page.One($"input[name={name}]").GetAttribute("value")!;

    private static (string?, string?, string?) Prospect(Page page) =>
        (page.One("#ProspectIndustry option[selected]").GetAttribute("value"), page.One("#ProspectRegion option[selected]").GetAttribute("value"), page.One("#ProspectStaff").GetAttribute("value"));

    private async Task<Page> TypedAsync(params (string Field, string? Value)[] values)
    {
        desk.Rep.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        try
        {
            return await desk.Rep.PostAsync("/requests/drafts", [("ActivityKey", ActivityKeys.SalesCall), ("Wanted", "1"), .. values]);
        }
        finally
        {
            desk.Rep.Client.DefaultRequestHeaders.Remove("HX-Request");
        }
    }
}
