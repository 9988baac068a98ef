using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Settings;

public sealed class MatchWeightsPageTests : IDisposable
{
    private const string Form = "form#weights";
    private const string Address = "/admin/matching";

    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_manager_changes_weights_and_the_page_says_who_did()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager, "Paula Meier");
        var page = await manager.GetAsync(Address);
        page.Text("#Parts_sum").ShouldBe("Together 100 of 100");

        (await manager.SubmitAsync(page, Form, ("Fit", "50"), ("Availability", "30"), ("Facets[industry]", "5"))).Location.ShouldBe(Address);
        var after = await manager.OpenAsync(Address);
        after.One("[name=Fit]").GetAttribute("value").ShouldBe("50");
        after.One("[name='Facets[industry]']").GetAttribute("value").ShouldBe("5");
        after.Text("tbody").ShouldContain("Paula Meier");
        after.Text("main").ShouldContain("Industry 3 → 5");
    }

    [Fact]
    public async Task A_preview_saves_nothing_and_keeps_what_was_typed()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var preview = await manager.PostAsync(Address + "/preview", ("Fit", "10"), ("Availability", "70"), ("Freshness", "10"), ("Quality", "10"), ("Version", "0"));

        preview.One("[name=Availability]").GetAttribute("value").ShouldBe("70");
        preview.Text("#trial").ShouldContain("No request with criteria yet");
        (await app.DataAsync(db => db.MatchWeightings.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("60", "20", "10", "9", "these make 99", "#Parts_error")]
    [InlineData("120", "20", "10", "10", "0 to 100 whole points", "#Fit_error")]
    [InlineData("sixty", "20", "10", "10", "", "#Fit_error")]
    public async Task Points_that_are_none_are_refused_at_their_field(string fit, string availability, string freshness, string quality, string because, string where)
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var refused = await manager.SubmitAsync(await manager.GetAsync(Address), Form, ("Fit", fit), ("Availability", availability), ("Freshness", freshness), ("Quality", quality));

        refused.Text(where).ShouldContain(because);
        refused.One("[name=Fit]").GetAttribute("value").ShouldBe(fit);
        refused.Text("#trial").ShouldContain("These are no weights yet");
        (await app.DataAsync(db => db.MatchWeightings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_criterion_counts_ten_at_most()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var refused = await manager.SubmitAsync(await manager.GetAsync(Address), Form, ("Facets[product]", "11"));
        refused.Text("main").ShouldContain("Product counts 0 to 10.");
        (await app.DataAsync(db => db.MatchWeightings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_shipped_ones_come_back_into_the_form_and_only_then_into_force()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        await manager.SubmitAsync(await manager.GetAsync(Address), Form, ("Fit", "40"), ("Quality", "30"));
        var filled = await manager.PostAsync(Address + "/preview", ("Fit", "abc"), ("Version", "1"), ("shipped", "true"));

        filled.One("[name=Fit]").GetAttribute("value").ShouldBe("60");
        (await manager.GetAsync(Address)).One("[name=Fit]").GetAttribute("value").ShouldBe("40");
        (await manager.SubmitAsync(filled, Form)).Location.ShouldBe(Address);
        (await manager.GetAsync(Address)).One("[name=Fit]").GetAttribute("value").ShouldBe("60");
    }

    [Fact]
    public async Task Of_two_who_weigh_at_once_the_second_keeps_what_they_typed()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var (one, other) = (await manager.GetAsync(Address), await manager.GetAsync(Address));
        await manager.SubmitAsync(one, Form, ("Fit", "50"), ("Quality", "20"));

        var late = await manager.SubmitAsync(other, Form, ("Fit", "70"), ("Availability", "10"));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text("main").ShouldContain("changed by somebody else");
        late.One("[name=Fit]").GetAttribute("value").ShouldBe("70");
        late.Text("main").ShouldContain("Fit 60 → 50");
        (await manager.SubmitAsync(late, Form)).Location.ShouldBe(Address);
    }
}
