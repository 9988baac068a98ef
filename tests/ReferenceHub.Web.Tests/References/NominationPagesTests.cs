using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

/// <summary>Nominations in the browser, without script.</summary>
public sealed class NominationPagesTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task A_nomination_goes_its_way_from_the_form_to_the_answer()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var sent = await rep.SubmitAsync(await rep.GetAsync("/references/nominations/new"), "form[data-draft]", ("CompanyName", "Harbour & Sons"), ("Why", "They tell everybody."));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await rep.FollowAsync(sent)).Text("main").ShouldContain("Harbour & Sons");

        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var queue = await manager.GetAsync("/references/nominations");
        var page = await manager.GetAsync(queue.One("td .btn").GetAttribute("href")!);
        var refused = await manager.SubmitAsync(page, "form[action$='/refusal']", ("Reason", "Too early"));
        refused.Status.ShouldBe(HttpStatusCode.Redirect);
        (await rep.GetAsync("/references/nominations")).Text("main").ShouldContain("Too early");
        (await manager.SubmitAsync(page, "form[action$='/acceptance']")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.DataAsync(db => db.Customers.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task What_lacks_comes_back_with_what_was_typed()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var page = await rep.SubmitAsync(await rep.GetAsync("/references/nominations/new"), "form[data-draft]", ("CompanyName", "Harbour"), ("ContactEmail", "nonsense"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("main").ShouldContain("Say in a sentence why");
        page.Text("main").ShouldContain("This is no e-mail address.");
        page.One("[name=CompanyName]").GetAttribute("value").ShouldBe("Harbour");
    }

    [Fact]
    public async Task The_hint_names_what_is_on_record_and_gives_no_confidential_customer_away()
    {
        await app.DataAsync(async db =>
        {
            db.AddRange(Given.Customer("Harbour Logistics"), Given.Customer("Harbour Private Bank", tier: Tier.Confidential));
            return await db.SaveChangesAsync();
        });
        var hint = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references/nominations/same?CompanyName=Harbour");
        hint.Body.ShouldContain("Harbour Logistics");
        hint.Body.ShouldNotContain("Private Bank");
        (await (await app.SignedInAsync(Roles.ProgramManager)).GetAsync("/references/nominations/same?CompanyName=Harbour")).Body.ShouldContain("Private Bank");
    }

    [Fact]
    public async Task Posted_state_and_owner_are_ignored()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        await rep.PostAsync("/references/nominations/new", ("CompanyName", "Harbour"), ("Why", "Good"), ("State", "Accepted"), ("NominatedById", Given.Id().ToString()), ("CustomerId", Given.Id().ToString()));
        var saved = await app.DataAsync(db => db.Nominations.AsNoTracking().SingleAsync());
        saved.ShouldSatisfyAllConditions(row => row.State.ShouldBe(NominationState.Waiting), row => row.NominatedById.ShouldBe(rep.Person!.Id), row => row.CustomerId.ShouldBeNull());
    }

    public void Dispose() => app.Dispose();
}
