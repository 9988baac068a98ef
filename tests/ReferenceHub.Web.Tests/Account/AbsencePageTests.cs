using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Account;

/// <summary>Days away are noted with what they mean for those who ask meanwhile.</summary>
public sealed class AbsencePageTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_absence_in_which_nobody_stands_in_is_noted_with_a_warning()
    {
        var owner = await app.SignedInAsync(Roles.Rep);
        await app.AddAsync(Given.Customer(ownerId: owner.Viewer.UserId));
        var day = DateOnly.FromDateTime(app.Clock.Now).AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = await owner.GetAsync("/account/absence");

        var alone = await owner.FollowAsync(await owner.SubmitAsync(page, "form[action='/account/absence']", ("FirstDay", day), ("LastDay", day)));

        alone.Text(".flash .alert-warning").ShouldContain("asks and messages wait until these days are over");
        alone.Text("main").ShouldContain("nobody stands in, asks about 1 customer wait");

        var other = await app.PersonAsync(Roles.Rep, "Ada Berg");
        var change = await owner.OpenAsync(alone.All("a[href^='/account/absence/']").Single().GetAttribute("href")!);
        var covered = await owner.FollowAsync(await owner.SubmitAsync(change, "main form.card", ("StandInId", other.Id.ToString())));
        covered.Text(".flash .alert-success").ShouldContain("reach the stand-in");
        covered.Text("main").ShouldContain("Ada Berg stands in");
    }

    [Fact]
    public async Task Errors_are_listed_in_the_order_of_the_form()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        var wrong = await rep.SubmitAsync(await rep.GetAsync("/account/absence"), "form[action='/account/absence']");
        wrong.All("[data-error-summary] li").Select(line => line.TextContent.Trim()).ShouldBe(["Choose the first day.", "Choose the last day."]);
    }
}
