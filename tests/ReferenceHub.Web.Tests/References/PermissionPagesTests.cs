using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

/// <summary>Permissions in the browser: the signed file, the matrix, the lists, taking consent back.</summary>
public sealed class PermissionPagesTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task A_signed_form_is_given_and_handed_out_to_be_saved_only()
    {
        var customer = await CustomerAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await UploadAsync(manager, customer, "../../consent.pdf", "%PDF-1.7 signed")).Status.ShouldBe(HttpStatusCode.Redirect);

        var matrix = await manager.GetAsync($"/references/{customer.Id}?tab=permissions");
        matrix.Text("#permissions").ShouldContain("consent.pdf");
        using var file = await manager.Client.GetAsync($"/references/{customer.Id}/permissions/story/evidence");
        file.ShouldSatisfyAllConditions(
            answer => answer.StatusCode.ShouldBe(HttpStatusCode.OK),
            answer => answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment"),
            answer => answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("consent.pdf"),
            answer => answer.Headers.GetValues("X-Content-Type-Options").ShouldContain("nosniff"),
            answer => answer.Headers.GetValues("Content-Security-Policy").ShouldContain(policy => policy.Contains("sandbox")));
        (await file.Content.ReadAsStringAsync()).ShouldBe("%PDF-1.7 signed");
    }

    [Theory]
    [InlineData("consent.pdf", "<html><script>alert(1)</script>")]
    [InlineData("consent.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    public async Task A_hostile_file_comes_back_with_the_reason_and_what_was_typed(string name, string content)
    {
        var customer = await CustomerAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var page = await UploadAsync(manager, customer, name, content, "Form of 3 March");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("main").ShouldContain("This file can't be taken");
        ((IHtmlInputElement)page.One("[name=Evidence]")).Value.ShouldBe("Form of 3 March");
        (await app.DataAsync(db => db.Attachments.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Others_see_neither_the_file_nor_its_name(Roles roles)
    {
        var customer = await CustomerAsync();
        await UploadAsync(await app.SignedInAsync(Roles.ProgramManager), customer, "secret-canary.pdf", "%PDF-1.7", "Canary of the evidence");
        var other = await app.SignedInAsync(roles);
        (await other.GetAsync($"/references/{customer.Id}/permissions/story/evidence")).Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var tab in new[] { "overview", "permissions" })
        {
            (await other.GetAsync($"/references/{customer.Id}?tab={tab}")).Body.ShouldNotContain("canary", Case.Insensitive);
        }
    }

    [Fact]
    public async Task A_region_or_scope_that_no_form_offers_is_not_found()
    {
        var customer = await CustomerAsync();
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        (await manager.PostAsync($"/references/{customer.Id}/permissions/story", ("Status", "Granted"), ("Evidence", "Form"), ("Regions", "atlantis"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync($"/references/{customer.Id}/permissions/karaoke")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Consent_is_withdrawn_after_the_list_was_seen_without_script()
    {
        var customer = await CustomerAsync();
        var asset = new Asset(Given.Id(), customer.Id, AssetKind.Story, "How they moved", "en", new DateOnly(2026, 1, 1));
        asset.Describe("https://www.example.org/story", null, null);
        await app.DataAsync(async db =>
        {
            db.Add(asset);
            return await db.SaveChangesAsync();
        });
        var marketing = await app.SignedInAsync(Roles.Marketing);
        var page = await marketing.GetAsync($"/references/{customer.Id}/withdrawal?scopes=Story");
        page.Text("#pulled").ShouldContain("How they moved");
        var again = await marketing.SubmitAsync(page, "form[action$='/withdrawal']", ("Source", ""));
        again.Text("main").ShouldContain("Say how the customer told us");
        (await marketing.SubmitAsync(again, "form[action$='/withdrawal']", ("Source", "Call of 3 March"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.DataAsync(db => db.Assets.AsNoTracking().SingleAsync(row => row.Id == asset.Id))).State.ShouldBe(AssetState.Withdrawn);
        (await marketing.GetAsync("/today")).Text("main").ShouldContain("Take down “How they moved”");
    }

    [Fact]
    public async Task The_manager_reads_what_is_used_without_a_permission()
    {
        var customer = await CustomerAsync();
        await app.DataAsync(async db =>
        {
            (await db.Permissions.SingleAsync(row => row.CustomerId == customer.Id && row.Scope == PermissionScope.Rfp)).Record(PermissionStatus.Denied, null, "Mail", FakeClock.Start);
            (await db.Customers.SingleAsync(row => row.Id == customer.Id)).ListForRfps(true);
            return await db.SaveChangesAsync();
        });
        (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync("/references/permissions")).Text("main").ShouldContain("Listed for RFPs");
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references/permissions")).Text("main").ShouldContain("Everything in use is permitted");
    }

    public void Dispose() => app.Dispose();

    private async Task<Customer> CustomerAsync()
    {
        var customer = Given.Customer("Harbour Ltd");
        await app.DataAsync(async db =>
        {
            db.Add(customer);
            return await db.SaveChangesAsync();
        });
        return customer;
    }

    private static async Task<Page> UploadAsync(Visitor visitor, Customer customer, string name, string content, string evidence = "")
    {
        var address = $"/references/{customer.Id}/permissions/story";
        var form = (await visitor.GetAsync(address)).Document.QuerySelector("form[enctype='multipart/form-data']")!;
        using var parts = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
        {
            parts.Add(new StringContent(field.Value), field.Name!);
        }

        parts.Add(new StringContent("Granted"), "Status");
        parts.Add(new StringContent(evidence), "Evidence");
        parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name);
        return await Page.ReadAsync(await visitor.Client.PostAsync(address, parts));
    }
}
