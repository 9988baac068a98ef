using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

/// <summary>A story from the first draft to the prospect who reads it, over the demo program.</summary>
[Collection(WithRealApp.Name)]
public sealed class ContentJourney(RealApp app)
{
    [BrowserFact]
    public async Task A_story_is_written_permitted_published_shared_and_read_by_a_prospect()
    {
        var mark = Guid.NewGuid().ToString("N");
        var title = $"How they moved their branches {mark}";
        await using var marketing = await Desk.SignedInAsync(app, "marketing");
        var (customer, name) = await CustomerWithoutStoryAsync(marketing);

        await marketing.GoAsync($"/content/new?customer={customer}");
        await marketing.Page.FillAsync("#Title", title);
        await marketing.Page.FillAsync("#Text", "## Before\n\nThey **waited** for reports.\n\n<script>alert(1)</script>");
        await marketing.Page.GetByText("Preview").ClickAsync();
        await Expect(marketing.Page.Locator("#preview strong")).ToHaveTextAsync("waited");
        await marketing.Page.GetByText("Add draft").ClickAsync();
        await Expect(marketing.Page.Locator("h1")).ToContainTextAsync(title);
        var story = new Uri(marketing.Page.Url).AbsolutePath;

        await marketing.Page.Locator(".page-header form[action$='/publication'] button").ClickAsync();
        await Expect(marketing.Page.Locator("#flash")).ToContainTextAsync("Not published");
        await marketing.GoAsync($"/references/{customer}/permissions/story");
        await marketing.Page.Locator("[name=Status][value=Granted]").CheckAsync();
        await marketing.Page.Locator("[name=Evidence]").FillAsync("Signed form of today");
        await marketing.Page.Locator("main form button.btn-primary").ClickAsync();
        await marketing.GoAsync(story);
        await marketing.Page.Locator(".page-header form[action$='/publication'] button").ClickAsync();
        await Expect(marketing.Page.Locator("#flash")).ToContainTextAsync("Published");
        marketing.ShouldBeClean();

        await using var rep = await Desk.SignedInAsync(app, "rep");
        await rep.GoAsync($"/content?q={mark[..12]}");
        await rep.Page.Locator("input[name=asset]").First.CheckAsync();
        await rep.Page.GetByText("Share selected").ClickAsync();
        await rep.Page.Locator("[name=Recipient]").FillAsync("Pat Prospect");
        await rep.Page.GetByText("Make the address").ClickAsync();
        var address = await rep.Page.Locator("#share-address").InputValueAsync();
        var share = rep.Page.Url;

        await using (var prospect = await Desk.OpenAsync(app, width: 375))
        {
            await prospect.GoAsync(new Uri(address).AbsolutePath);
            await Expect(prospect.Page.Locator("h1")).ToHaveTextAsync(title);
            await Expect(prospect.Page.Locator("main")).ToContainTextAsync(name);
            await Expect(prospect.Page.Locator("main")).ToContainTextAsync("<script>alert(1)</script>");
            (await Axe.BarriersAsync(prospect.Page)).ShouldBeEmpty();
            (await prospect.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(375);
            prospect.ShouldBeClean();
        }

        await rep.Page.GotoAsync(share);
        await Expect(rep.Page.Locator("tbody").First.Locator("tr").First).ToContainTextAsync(title);
        await Expect(rep.Page.Locator("tbody").First.Locator("td").Nth(1)).ToHaveTextAsync("1");
        await rep.Page.GetByText("Take back").First.ClickAsync();
        await rep.Page.Locator("dialog[open] button.btn-danger, dialog[open] .btn-primary").First.ClickAsync();
        await Expect(rep.Page.Locator("#flash")).ToContainTextAsync("works no more");
        rep.ShouldBeClean();
        await using var late = await Desk.OpenAsync(app);
        (await late.GoAsync(new Uri(address).AbsolutePath)).ShouldBe(404);
    }

    /// <summary>A customer that may be used and has not agreed to stories yet.</summary>
    private static async Task<(string Id, string Name)> CustomerWithoutStoryAsync(Desk marketing)
    {
        for (var page = 1; page <= 3; page++)
        {
            await marketing.GoAsync($"/references?sort=name&page={page}");
            var ids = await marketing.Page.Locator("[data-row-link]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href').split('/')[2])");
            foreach (var id in ids)
            {
                await marketing.GoAsync($"/references/{id}/permissions/story");
                if (await marketing.Page.Locator("[name=Status][value=Unknown]").IsCheckedAsync())
                {
                    await marketing.GoAsync($"/references/{id}");
                    return (id, await marketing.Page.InnerTextAsync("h1"));
                }
            }
        }

        throw new InvalidOperationException("Every customer of the first pages has answered about stories.");
    }
}
