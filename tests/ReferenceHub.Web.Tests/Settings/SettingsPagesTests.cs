using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Settings;

public sealed class SettingsPagesTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_manager_makes_a_calendar_with_hours_and_holidays()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var page = await manager.GetAsync("/admin/calendars/new");
        var answer = await manager.SubmitAsync(
            page, "form[action*='/admin/calendars']",
            ("Name", "United Kingdom"), ("ZoneId", "Europe/London"), ("Days[4].Closes", "15:00"), ("Holidays", "2026-12-25 Christmas Day\n26.12.2026 Boxing Day\n"));

        answer.Location.ShouldBe("/admin/calendars");
        var calendar = await app.DataAsync(db => db.BusinessCalendars.SingleAsync(one => one.Name == "United Kingdom"));
        calendar.Hours[DayOfWeek.Friday].ShouldBe(new DayHours(540, 900));
        calendar.Holidays.ShouldBe([new Holiday(new(2026, 12, 25), "Christmas Day"), new Holiday(new(2026, 12, 26), "Boxing Day")]);
        (await manager.OpenAsync("/admin/calendars")).Text("tbody").ShouldContain("Mon–Thu 09:00–17:00, Fri 09:00–15:00");
    }

    [Fact]
    public async Task Wrong_hours_holidays_zones_and_a_missing_default_are_said_and_nothing_is_saved()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var before = await app.DataAsync(db => db.BusinessCalendars.AsNoTracking().SingleAsync());
        var page = await manager.GetAsync($"/admin/calendars/{before.Id}");

        var wrong = await manager.SubmitAsync(page, "form[action*='/admin/calendars']", ("Days[0].Closes", "08:00"), ("Holidays", "Christmas"), ("Name", ""));
        var text = wrong.Text("main");
        text.ShouldContain("closes later than it opens");
        text.ShouldContain("begins with no date");
        text.ShouldContain("Give the calendar a name");

        var orphaned = await manager.SubmitAsync(await manager.GetAsync($"/admin/calendars/{before.Id}"), "form[action*='/admin/calendars']", ("IsDefault", null));
        orphaned.Text("main").ShouldContain("has to serve everybody else");
        var twin = await manager.SubmitAsync(await manager.GetAsync("/admin/calendars/new"), "form[action*='/admin/calendars']", ("Name", before.Name.ToUpperInvariant()));
        twin.Text("main").ShouldContain("of this name already");
        var strange = await manager.PostAsync("/admin/calendars", ("Name", "Few"), ("ZoneId", "Mars/Base"), ("Days[0].IsOpen", "true"));
        strange.Text("main").ShouldContain("Choose a time zone");
        strange.Text("main").ShouldContain("At least one day of the week has to be open");
        (await app.DataAsync(db => db.BusinessCalendars.AsNoTracking().SingleAsync())).Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task Of_two_who_edit_a_calendar_the_second_is_told()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);
        var id = (await app.DataAsync(db => db.BusinessCalendars.AsNoTracking().SingleAsync())).Id;
        var (one, other) = (await manager.GetAsync($"/admin/calendars/{id}"), await manager.GetAsync($"/admin/calendars/{id}"));

        (await manager.SubmitAsync(one, "form[action*='/admin/calendars']", ("Name", "Headquarters"))).Location.ShouldBe("/admin/calendars");
        (await manager.SubmitAsync(other, "form[action*='/admin/calendars']", ("Name", "Berlin"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_administrator_switches_a_type_off_and_changes_its_promise()
    {
        var administrator = await app.SignedInAsync(Roles.Administrator);

        var page = await administrator.GetAsync("/admin/activity-types/press");
        var answer = await administrator.SubmitAsync(page, "form[action*='/admin/activity-types/']", ("Enabled", null), ("TargetDays", "10"));

        answer.Location.ShouldBe("/admin/activity-types");
        var type = await app.DataAsync(db => db.ActivityTypes.SingleAsync(type => type.Key == ActivityKeys.Press));
        (type.Enabled, type.TargetBusinessDays, type.OwnerReplyMinutes).ShouldBe((false, 10, 1920));
        (await administrator.SubmitAsync(await administrator.GetAsync("/admin/activity-types/press"), "form[action*='/admin/activity-types/']", ("TargetDays", "0")))
            .Text("main").ShouldContain("1 to 365 business days");
    }

    [Fact]
    public async Task A_type_that_nothing_serves_yet_cannot_be_switched_on()
    {
        var manager = await app.SignedInAsync(Roles.ProgramManager);

        var page = await manager.GetAsync("/admin/activity-types/story");
        var answer = await manager.SubmitAsync(page, "form[action*='/admin/activity-types/']", ("Enabled", "true"));

        answer.Text("main").ShouldContain("made in projects");
        (await manager.GetAsync("/admin/activity-types/dinner")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
