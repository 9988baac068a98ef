using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Settings;

/// <summary>Activity types in the browser.</summary>
public sealed class ActivityTypePageTests : IDisposable
{
    private const string Form = "form[action^='/admin/activity-types'][data-draft]";
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_manager_adds_a_type_that_can_be_asked_for_at_once()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var rep = await app.SignedInAsync(Roles.Rep);

        var page = await manager.GetAsync("/admin/activity-types/new");
        (await manager.SubmitAsync(page, Form, ("Name", ""))).Text("main").ShouldContain("Give it a name");
        (await manager.SubmitAsync(page, Form, ("Name", "Round table"), ("Icon", "users"), ("Units", "2"))).Location.ShouldBe("/admin/activity-types");

        (await rep.GetAsync("/requests/new")).All("input[name=ActivityKey]").Select(input => input.GetAttribute("value")).ShouldContain("round-table");
        var type = await app.DataAsync(db => db.ActivityTypes.AsNoTracking().SingleAsync(type => type.Key == "round-table"));
        (type.Units, type.Icon, type.Shows(ActivityFields.Requirements)).ShouldBe((2, "users", false));
    }

    [Fact]
    public async Task A_type_that_is_switched_off_is_gone_from_the_form_and_back_with_everything()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var rep = await app.SignedInAsync(Roles.Rep);
        await SwitchAsync(manager, null);
        (await rep.GetAsync("/requests/new?type=press")).All("input[value=press]").ShouldBeEmpty();
        await SwitchAsync(manager, "true");
        (await rep.GetAsync("/requests/new?type=press")).All("input[value=press]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_edit_a_type_the_second_sees_both_versions_and_loses_nothing()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var (one, other) = (await manager.GetAsync("/admin/activity-types/press"), await manager.GetAsync("/admin/activity-types/press"));
        await manager.SubmitAsync(one, Form, ("TargetDays", "12"));

        var told = await manager.SubmitAsync(other, Form, ("Minutes", "50"));

        told.Status.ShouldBe(HttpStatusCode.Conflict);
        told.Text("#meanwhile").ShouldSatisfyAllConditions(words => words.ShouldContain("12 business days"), words => words.ShouldContain("50"));
        (await manager.SubmitAsync(told, Form, ("TargetDays", "12"))).Location.ShouldBe("/admin/activity-types");
        var type = await app.DataAsync(db => db.ActivityTypes.AsNoTracking().SingleAsync(type => type.Key == ActivityKeys.Press));
        (type.TargetBusinessDays, type.Minutes).ShouldBe((12, 50));
    }

    private static async Task SwitchAsync(Visitor manager, string? on) =>
        (await manager.SubmitAsync(await manager.GetAsync("/admin/activity-types/press"), Form, ("Enabled", on))).Location.ShouldBe("/admin/activity-types");
}
