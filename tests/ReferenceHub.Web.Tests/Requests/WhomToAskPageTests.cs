using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>The contact that each page proposes to ask, and what it tells of them.</summary>
public sealed class WhomToAskPageTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task Search_form_and_matches_name_the_contact_and_never_how_to_reach_them()
    {
        var customer = Given.Customer("Gutenberg Verlag");
        var contact = customer.Contacts[0];
        contact.Describe("Greta Gutenberg", "Head of print", "greta@gutenberg.example", "+49 221 998877", ["de"], "Europe/Berlin");
        await desk.App.AddAsync(customer);

        foreach (var (visitor, address) in new[]
        {
            (desk.Rep, "/references?prefer=language:de"), (desk.Manager, "/references?prefer=language:de"), (desk.Rep, "/matches?prefer=language:de"), (desk.Rep, "/requests/new?prefer=language:de"),
        })
        {
            var page = await visitor.GetAsync(address);
            var html = page.Body;
            html.ShouldNotContain("greta@gutenberg", Case.Insensitive, address);
            html.ShouldNotContain("998877", Case.Insensitive, address);
            if (address != "/requests/new?prefer=language:de")
            {
                page.Text().ShouldContain("Greta Gutenberg, Head of print · speaks German", Case.Sensitive, address);
            }
        }

        (await desk.Executive.GetAsync("/references?prefer=language:de")).Body.ShouldNotContain("Greta");
    }

    [Fact]
    public async Task A_hidden_reference_tells_a_common_title_and_the_topic_alone()
    {
        var customer = Given.Customer("Canary Geheimbank", tier: Tier.Confidential);
        customer.Contacts[0].Describe("Carla Canary", "Chief information officer", "carla@canary.example", "+49 221 112233", ["sv"], "Asia/Tokyo");
        customer.Contacts[0].SpeakAbout(["fraud"]);
        await desk.App.AddAsync(customer);

        foreach (var address in new[] { "/references?prefer=language:sv&prefer=usecase:fraud", "/matches?prefer=language:sv&prefer=usecase:fraud" })
        {
            var page = await desk.Rep.GetAsync(address);
            page.Body.ShouldNotContain("Canary", Case.Insensitive, address);
            page.Body.ShouldNotContain("speaks Swedish", Case.Insensitive, address);
            page.Body.ShouldNotContain("Tokyo", Case.Insensitive, address);
            page.Text().ShouldContain("Chief information officer · speaks about Fraud detection", Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task In_triage_the_best_contact_stands_chosen_and_another_can_be()
    {
        var second = Given.Contact(desk.Customer, "Zora Zweite");
        second.Describe("Zora Zweite", "Architect", "zora@customer.example", null, ["fi"], null);
        await desk.App.AddAsync(second);
        var number = await desk.SubmittedAsync();
        await desk.Manager.PostAsync($"/requests/{number}/assignment");

        var page = await desk.Manager.GetAsync($"/requests/{number}?find=Alpenbank");
        var choices = page.Document.QuerySelectorAll($"select[form='offer-{desk.Customer.Id}'] option").Select(option => option.TextContent.Trim()).ToList();
        choices.Count.ShouldBe(2);
        choices.ShouldContain(choice => choice.StartsWith("Zora Zweite, Architect", StringComparison.Ordinal));
        page.Body.ShouldNotContain("zora@customer", Case.Insensitive);

        (await desk.Manager.PostAsync($"/requests/{number}/candidates", ("CustomerId", desk.Customer.Id.ToString()), ("ContactId", second.Id.ToString()))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await desk.DetailAsync(number)).Candidates.ShouldHaveSingleItem().ContactName.ShouldBe("Zora Zweite");
    }
}
