using System.Net;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>Followers, mentions, files and merging as pages have them, without script.</summary>
public sealed class FollowingPageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task A_mention_of_somebody_who_cannot_see_it_asks_first_and_loses_no_word()
    {
        var number = await desk.SubmittedAsync();
        var refused = await desk.Rep.PostAsync($"/requests/{number}/comments", ("Reason", "Ask @Daniel Costa, he knows them"));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text("#comment").ShouldBe("Ask @Daniel Costa, he knows them");
        refused.All("input[name='LetFollow']").Count.ShouldBe(1);
        (await desk.OtherRep.GetAsync($"/requests/{number}")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await desk.Rep.PostAsync($"/requests/{number}/comments", ("Reason", "Ask @Daniel Costa, he knows them"), ("LetFollow", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await desk.OtherRep.GetAsync($"/requests/{number}");
        page.Text("#comments").ShouldContain("he knows them");
        page.Text("#followers").ShouldContain("Daniel Costa");
        page.All("form[action$='/cancellation']").ShouldBeEmpty();
        (await desk.OtherRep.GetAsync("/requests?tab=following")).All($"a[href='/requests/{number}']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_picker_offers_colleagues_by_their_letters_to_those_who_see_the_request()
    {
        var number = await desk.SubmittedAsync();
        (await desk.Rep.GetAsync($"/requests/{number}/people?q=pau")).Text().ShouldContain("Paula Meier");
        (await desk.Rep.GetAsync($"/requests/{number}/people?q=cos")).Text().ShouldSatisfyAllConditions(
            text => text.ShouldContain("Daniel Costa"),
            text => text.ShouldNotContain("Paula Meier"));
        (await desk.OtherRep.GetAsync($"/requests/{number}/people?q=pau")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_duplicate_is_offered_merged_and_points_to_the_one_that_goes_on()
    {
        var (number, duplicate) = (await desk.SubmittedAsync(), await desk.SubmittedAsync());
        var page = await desk.Manager.GetAsync($"/requests/{number}");
        page.All($"input[name='Duplicate'][value='{duplicate}']").Count.ShouldBe(1);
        (await desk.Manager.PostAsync($"/requests/{number}/merge", ("Duplicate", $"{duplicate}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await desk.Rep.GetAsync($"/requests/{duplicate}")).All($"a[href='/requests/{number}']").Count.ShouldBe(1);
        (await desk.Manager.GetAsync($"/requests/{number}")).All($"a[href='/requests/{duplicate}']").Count.ShouldBe(1);
        (await desk.Manager.PostAsync($"/requests/{number}/merge", ("Duplicate", $"{number}"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_file_is_handed_out_to_be_saved_only()
    {
        var number = await desk.SubmittedAsync();
        using var bytes = new MemoryStream("%PDF-1.7 requirements"u8.ToArray());
        (await desk.App.AskAsync<RequestFiles, Outcome>(files => files.AddAsync(number, bytes, "list.pdf", desk.Rep.Viewer, default))).Refusal.ShouldBeNull();
        var address = (await desk.Rep.GetAsync($"/requests/{number}")).All("#files a[download]").ShouldHaveSingleItem().GetAttribute("href")!;
        using var answer = await desk.Rep.Client.GetAsync(new Uri(address, UriKind.Relative));
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        (await desk.OtherRep.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
