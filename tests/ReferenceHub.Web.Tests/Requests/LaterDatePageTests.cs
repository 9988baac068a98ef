using System.Net;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>Agreeing a later date on the page.</summary>
public sealed class LaterDatePageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task A_later_date_that_is_no_later_is_refused_and_what_was_typed_is_kept()
    {
        var number = await desk.SubmittedAsync();
        await desk.Manager.PostAsync($"/requests/{number}/assignment");
        var refused = await desk.Manager.PostAsync($"/requests/{number}/exception", ("Until", $"{desk.Day(1)}T10:00"), ("Reason", "Fair in Munich"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("main").ShouldContain("Choose a date later than the one that is promised now");
        refused.One("#exception-reason").TextContent.ShouldContain("Fair in Munich");
        refused.One("#exception-until").GetAttribute("value").ShouldBe($"{desk.Day(1)}T10:00");
    }
}
