using System.Globalization;
using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>A planned use is dragged along the weeks of the load calendar, by mouse and by finger. Over a demo program of its own: what it books would stand in the way of other journeys.</summary>
public sealed class LoadJourney(WorkdayApp app) : IClassFixture<WorkdayApp>
{
    private const int Steps = 5;

    [BrowserFact]
    public async Task A_planned_use_is_dragged_to_another_week_refused_by_a_limit_moved_to_the_first_day_that_works_and_put_back()
    {
        string request;
        await using (var rep = await Desk.SignedInAsync(app, "rep"))
        {
            request = await rep.AskAsync(app, Asks.NewProspect());
        }

        await using var manager = await Desk.SignedInAsync(app, "manager");
        await manager.TakeAsync(request);
        var name = (await manager.ProposeAsync(request, 1))[0];
        await manager.AskCandidateAsync(name);
        var customer = (await manager.Candidate(name).Locator("a[href^='/references/']").First.GetAttributeAsync("href"))!.Split('/')[2];
        var calendar = $"/usage?q={Uri.EscapeDataString(name)}";
        var (planned, flash) = (Day(35), manager.Page.Locator("#flash"));

        await manager.GoAsync(calendar);
        await DragAsync(manager, planned, planned.AddDays(-7));
        await Expect(flash).ToContainTextAsync($"{name} moved from {Said(planned)} to {Said(planned.AddDays(-7))}");
        await Expect(Mark(manager, planned.AddDays(-7))).ToHaveCountAsync(1);
        (await Axe.BarriersAsync(manager.Page)).ShouldBeEmpty();
        await flash.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(Mark(manager, planned)).ToHaveCountAsync(1);

        await manager.GoAsync(calendar);
        await DragByFingerAsync(manager, planned, planned.AddDays(-14));
        await Expect(flash).ToContainTextAsync($"{name} moved from {Said(planned)} to {Said(planned.AddDays(-14))}");
        await flash.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(Mark(manager, planned)).ToHaveCountAsync(1);

        await manager.GoAsync($"/usage/customers/{customer}/uses/new");
        await manager.Page.SelectOptionAsync("#Activity", "sales-call");
        await manager.Page.FillAsync("#On", Iso(planned.AddDays(90)));
        await manager.Page.FillAsync("#Note", "Agreed at the fair");
        await manager.Page.Locator("main form button.btn-primary").ClickAsync();
        await Expect(flash).ToContainTextAsync("Logged");

        // The browser notes the answer to a refused move, 409, among its errors.
        manager.ShouldBeClean();
        await manager.GoAsync(calendar);
        await DragAsync(manager, planned, planned.AddDays(7));
        var refused = manager.Page.Locator("main [role=alert]");
        await Expect(refused).ToContainTextAsync("set by the program");
        await Expect(refused).ToContainTextAsync("It stays where it was");
        (await Axe.BarriersAsync(manager.Page)).ShouldBeEmpty();
        await refused.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(flash).ToContainTextAsync($"{name} moved from {Said(planned)} to {Said(planned.AddDays(180))}");
        await flash.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(Mark(manager, planned)).ToHaveCountAsync(1);

        await manager.GoAsync($"/requests/{request}");
        await Expect(manager.Page.Locator(".events")).ToContainTextAsync("for another day");
    }

    private static ILocator Mark(Desk desk, DateOnly on) => desk.Page.Locator($".load [data-use][data-was='{Iso(on)}']");

    private static async Task DragAsync(Desk desk, DateOnly from, DateOnly to)
    {
        var (mouse, (x, y, end)) = (desk.Page.Mouse, await WayAsync(desk, from, to));
        await mouse.MoveAsync(x, y);
        await mouse.DownAsync();
        await mouse.MoveAsync(x + 12, y, new MouseMoveOptions { Steps = Steps });
        await mouse.MoveAsync(end, y, new MouseMoveOptions { Steps = Steps });
        await mouse.UpAsync();
    }

    private static async Task DragByFingerAsync(Desk desk, DateOnly from, DateOnly to)
    {
        var (x, y, end) = await WayAsync(desk, from, to);
        var browser = await desk.Page.Context.NewCDPSessionAsync(desk.Page);
        await browser.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = true });
        await TouchAsync("touchStart", x);
        for (var step = 1; step <= Steps; step++)
        {
            await TouchAsync("touchMove", x + ((end - x) * step / Steps));
        }

        await TouchAsync("touchEnd");
        await browser.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = false });

        Task TouchAsync(string type, params float[] at) => browser.SendAsync(
            "Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = type, ["touchPoints"] = at.Select(place => new Dictionary<string, object> { ["x"] = place, ["y"] = y }).ToArray() });
    }

    // Where the mark is, and the middle of the week that it is dragged to.
    private static async Task<(float X, float Y, float End)> WayAsync(Desk desk, DateOnly from, DateOnly to)
    {
        var mark = Mark(desk, from).First;
        await mark.ScrollIntoViewIfNeededAsync();
        var start = (await mark.BoundingBoxAsync())!;
        var monday = to.AddDays(-(((int)to.DayOfWeek + 6) % 7));
        var week = (await desk.Page.Locator(".load thead tr:last-child .wk").Nth((monday.DayNumber - (await FirstAsync(desk)).DayNumber) / 7).BoundingBoxAsync())!;
        return (start.X + (start.Width / 2), start.Y + (start.Height / 2), week.X + (week.Width / 2));
    }

    private static async Task<DateOnly> FirstAsync(Desk desk) =>
        DateOnly.ParseExact((await desk.Page.Locator(".load [data-week]").First.GetAttributeAsync("data-week"))!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Said(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private DateOnly Day(int ahead) => DateOnly.ParseExact(app.At(ahead, 0)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
