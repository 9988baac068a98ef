using System.Net;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>One request goes its whole way over pages and forms alone, without any script.</summary>
public sealed class RequestWayTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task From_the_search_to_completed_each_at_their_own_desk()
    {
        var form = await desk.Rep.GetAsync($"/requests/new?industry=banking&prefer=platform:azure&opportunity={desk.Deal.Id}");
        form.All("#need-chips .chip").Count.ShouldBe(2);
        form.Text("#promise").ShouldContain("Promised by Wed 10:42");
        var sent = await desk.Rep.SubmitAsync(form, "#request-form", ("Text", "Bank, German speaking"), ("NeededBy", desk.Day(14)));
        var address = sent.Location.ShouldNotBeNull();
        var number = int.Parse(address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

        var queue = await desk.Manager.GetAsync("/requests/queue");
        queue.Text("tbody").ShouldContain("Prospect");
        queue.Text("#preview").ShouldContain($"#{number}");
        var taken = await desk.Manager.SubmitAsync(queue, "#preview form[action$='/assignment']");
        taken.Location.ShouldNotBeNull().ShouldContain("/requests/queue");

        var page = await desk.Manager.GetAsync(address);
        page.Text("#add").ShouldContain("Add a candidate");
        (await desk.Manager.PostAsync($"{address}/candidates", ("CustomerId", desk.Customer.Id.ToString()), ("Ask", "true"))).Location.ShouldBe(address);
        var candidate = (await desk.DetailAsync(number)).Candidates.Single().Id;

        var asks = await desk.Owner.GetAsync("/requests?tab=asks");
        asks.Text("tbody").ShouldContain("Alpenbank AG");
        var asked = await desk.Owner.GetAsync($"{address}?open=answer-{candidate}");
        (await desk.Owner.SubmitAsync(asked, "form[action$='/answer']", ("Answer", "yes"))).Location.ShouldBe(address);
        (await desk.Rep.GetAsync(address)).Text(".strip").ShouldContain("Customer");

        var back = await desk.Manager.GetAsync(address);
        await desk.Manager.SubmitAsync(back, "form.act-form[action$='/answer']", ("Answer", "yes"), ("Source", "by phone"));
        var confirmed = await desk.Rep.GetAsync(address);
        confirmed.Text(".strip").ShouldContain("Confirmed");
        confirmed.Text(".events").ShouldContain("promise kept");

        await desk.Rep.SubmitAsync(confirmed, "form[action$='/schedule']", ("At", desk.Day(2) + "T10:00"));
        desk.App.Clock.Advance(TimeSpan.FromDays(3));
        var later = await desk.App.SignedInAsync(desk.Rep.Person!);
        var held = await later.GetAsync(address);
        await later.SubmitAsync(held, "form[action$='/completion']", ("Minutes", "45"), ("Note", "Went well"));
        var done = await later.GetAsync(address);
        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Text(".strip").ShouldContain("Completed");
        done.Text(".events").ShouldContain("Went well");
        (await desk.DetailAsync(number)).State.ShouldBe(RequestState.Completed);
        desk.App.Logs.Lines.ShouldAllBe(line => line.StartsWith("Warning", StringComparison.Ordinal));
    }
}
