namespace ReferenceHub.Web.Tests.Requests;

/// <summary>The tiles of the home page of whoever runs the program.</summary>
public sealed class HomeTileTests : IAsyncLifetime
{
    private readonly RequestDesk desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Each_tile_leads_to_the_list_that_it_counts_and_is_called_like_it()
    {
        await desk.AskedAsync();
        await desk.SubmittedAsync();
        var home = await desk.Manager.GetAsync("/");
        var tiles = home.All("a.card[href^='/requests/queue']");
        tiles.Count.ShouldBe(6);
        foreach (var tile in tiles)
        {
            var queue = await desk.Manager.GetAsync(tile.GetAttribute("href")!);
            var tab = queue.Text("#queue nav a[aria-current='page']");
            var words = tile.QuerySelectorAll(".d-block .d-block").Select(part => part.TextContent.Trim()).ToList();
            tab.ShouldBe(string.Join(" ", words));
        }
    }
}
