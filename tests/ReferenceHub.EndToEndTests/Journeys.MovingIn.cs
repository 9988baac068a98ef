using Microsoft.Playwright;
using ReferenceHub.EndToEndTests.Harness;
using ReferenceHub.Testing.Browsers;
using ReferenceHub.Testing.Imports;
using static Microsoft.Playwright.Assertions;

namespace ReferenceHub.EndToEndTests;

public sealed partial class Journeys
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BrowserFact]
    public async Task A_spreadsheet_moves_in_is_asked_about_what_is_unclear_and_can_be_taken_back()
    {
        await using var manager = await Desk.SignedInAsync(app, "manager");
        await UploadAsync(manager, "customers.xlsx", Workbook.Of(
            Workbook.Row("Account", "Sector", "Employees", "Country", "Website")
            + Workbook.Row("Quendlinger Seilbahnen", "transport and logistcs", "340", "Germany", "https://quendlinger.example")
            + Workbook.Row("Rheinische Versichrung", "insurance", "3200", "Germany", "")));

        var unclear = manager.Page.Locator("select").Filter(new LocatorFilterOptions { HasText = "The same as Rheinische Versicherung" });
        await Expect(unclear).ToBeVisibleAsync();
        await unclear.SelectOptionAsync(new SelectOptionValue { Label = "The same as Rheinische Versicherung" });
        await Expect(manager.Page.Locator("#import-review")).ToContainTextAsync("Import 2 customers");
        await manager.Page.GetByText("Import 2 customers").ClickAsync();
        await Expect(manager.Page.Locator("h1")).ToContainTextAsync("imported");
        await Expect(manager.Page.Locator("main")).ToContainTextAsync("1 new, 1 changed");

        await manager.GoAsync("/references?q=Quendlinger");
        await Expect(manager.Page.Locator("[data-row]").First).ToContainTextAsync("Quendlinger Seilbahnen");

        await manager.GoAsync("/references/import");
        await manager.Page.Locator("tr").Filter(new LocatorFilterOptions { HasText = "customers.xlsx" }).First.Locator("form button").ClickAsync();
        await manager.Page.Locator("#confirm-dialog button[value=yes]").ClickAsync();
        await Expect(manager.Page.Locator("h1")).ToContainTextAsync("taken back");
        await manager.GoAsync("/references?q=Quendlinger");
        await Expect(manager.Page.Locator("main")).Not.ToContainTextAsync("Quendlinger Seilbahnen");
        manager.ShouldBeClean();
    }

    private static async Task UploadAsync(Desk manager, string name, byte[] file)
    {
        await manager.GoAsync("/references/import");
        await manager.Page.SetInputFilesAsync("#File", new FilePayload { Name = name, MimeType = WorkbookType, Buffer = file });
        await manager.Page.GetByText("Upload and check").ClickAsync();
        await Expect(manager.Page.Locator("h1")).ToContainTextAsync("Check the import");
    }
}
