using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>A rep asks for a customer from its profile; the program sees the wish first, blind names stay blind.</summary>
public sealed class PreferredCustomerTests : IDisposable
{
    private readonly WebApp app = new();

    [Fact]
    public async Task A_wish_goes_from_the_profile_to_the_form_and_from_there_to_triage()
    {
        var rep = await app.SignedInAsync(Roles.Rep, "Rita Rep");
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var (wished, secret, deal) = (Given.Customer("Alpenbank"), Given.Customer("Geheimbank", tier: Tier.Confidential), Given.Opportunity(rep.Person!.Id));
        await app.AddAsync(wished, secret, deal);

        var profile = await rep.GetAsync($"/references/{wished.Id}");
        var form = await rep.GetAsync(profile.One("a.btn-primary[href*='customer=']").GetAttribute("href")!);
        form.Text("main").ShouldContain("You would like");
        form.Text("main").ShouldContain("Alpenbank");

        var blind = await rep.GetAsync($"/requests/new?customer={wished.Id}&customer={secret.Id}&opportunity={deal.Id}");
        blind.Body.ShouldNotContain("Geheim");
        var sent = await rep.SubmitAsync(blind, "#request-form", ("OpportunityId", deal.Id.ToString()), ("Text", "How the move went"), ("NeededBy", "2026-12-18"));

        var mine = await rep.GetAsync(sent.Location!);
        mine.Text("#preferred").ShouldContain("Alpenbank");
        mine.Body.ShouldNotContain("Geheim");
        var number = sent.Location!.Split('/')[^1];
        await manager.PostAsync($"/requests/{number}/assignment");
        var triage = await manager.GetAsync(sent.Location!);
        triage.Text("#preferred").ShouldContain("Geheimbank");
        (await manager.SubmitAsync(triage, "#preferred form")).Location.ShouldNotBeNull();
        (await manager.GetAsync(sent.Location!)).Text("#preferred").ShouldContain("Proposed");
    }

    [Fact]
    public async Task A_wish_is_taken_out_without_script_and_one_that_is_gone_is_refused()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var (wished, deal) = (Given.Customer("Alpenbank"), Given.Opportunity(rep.Person!.Id));
        await app.AddAsync(wished, deal);

        var without = await rep.PostAsync("/requests/preview", ("ActivityKey", "sales-call"), ("Preferred", wished.Id.ToString()), ("Unprefer", wished.Id.ToString()));
        without.All("#preferred-label").ShouldBeEmpty();

        var refused = await rep.PostAsync(
            "/requests/new", ("ActivityKey", "sales-call"), ("OpportunityId", deal.Id.ToString()), ("Text", "A bank"), ("NeededBy", "2026-12-18"), ("Preferred", app.NextId().ToString()));
        refused.Text("main").ShouldContain("no longer there");
        (await app.DataAsync(db => db.Requests.CountAsync())).ShouldBe(0);
    }

    public void Dispose() => app.Dispose();
}
