using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.References;

public sealed class ReferenceSearchTests : IDisposable
{
    private readonly WebApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_rep_searches_with_facets_and_sees_why_each_reference_fits()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        await AddAsync("Maple Retail", "retail", "ca", "atlas", "aws");
        var rep = await app.SignedInAsync(Roles.Rep);

        var page = await rep.GetAsync("/references?industry=banking&product=atlas&region=dach&prefer=platform:aws");

        page.Status.ShouldBe(HttpStatusCode.OK);
        Names(page).ShouldBe(["Alpenbank"]);
        page.Text(".why").ShouldContain("Atlas");
        page.Text(".why").ShouldContain("not met:");
        page.Text("#found").ShouldContain("1 fits");
        page.Document.QuerySelector("#tick-industry-banking")!.HasAttribute("checked").ShouldBeTrue();
        page.Document.QuerySelectorAll(".chip.must").Length.ShouldBe(3);
        page.Document.QuerySelectorAll(".chip.pref").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Words_become_chips_and_the_address_of_a_chip_takes_it_away()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        var rep = await app.SignedInAsync(Roles.Rep);

        var page = await rep.GetAsync("/references?q=bank+in+DACH+with+Beacon");

        page.Text("#found").ShouldContain("No reference fits all of this");
        page.Text("#found").ShouldContain("You said: “bank in DACH with Beacon”");
        (await rep.GetAsync(page.Document.QuerySelector("#said-edit")!.GetAttribute("href")!)).Document.QuerySelector("#words")!.GetAttribute("value").ShouldBe("bank in DACH with Beacon");
        page.Text("#found").ShouldContain("Read “bank” as industry Banking, DACH, Beacon");
        var remove = page.Document.QuerySelector("a.remove[aria-label='Remove Product Beacon']")!.GetAttribute("href")!;
        remove.ShouldBe("/references?industry=banking&region=dach&said=bank%20in%20DACH%20with%20Beacon");
        Names(await rep.GetAsync(remove)).ShouldBe(["Alpenbank"]);
    }

    [Fact]
    public async Task What_was_said_stays_while_a_criterion_of_it_stands_and_edit_replaces_what_it_gave()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        var rep = await app.SignedInAsync(Roles.Rep);

        var page = await rep.GetAsync("/references?platform=azure&sort=name&q=bank+in+DACH");
        page.One("#search input[name=said]").GetAttribute("value").ShouldBe("bank in DACH");
        var fewer = await rep.GetAsync(page.One("a.remove[aria-label='Remove Region DACH']").GetAttribute("href")!);
        fewer.Text("#found").ShouldContain("You said: “bank in DACH”");
        (await rep.GetAsync(fewer.One("#view-free").GetAttribute("href")!)).Text("#found").ShouldContain("You said: “bank in DACH”");
        fewer.One("#said-edit").GetAttribute("href").ShouldBe("/references?platform=azure&sort=name&draft=bank%20in%20DACH");

        var none = await rep.GetAsync(fewer.One("a.remove[aria-label='Remove Industry Banking']").GetAttribute("href")!);
        none.Text("#found").ShouldNotContain("You said");
        none.Response.RequestMessage!.RequestUri!.Query.ShouldBe("?platform=azure&sort=name");
        (await rep.GetAsync(page.One("#chips-clear").GetAttribute("href")!)).Text("#found").ShouldNotContain("You said");
    }

    [Fact]
    public async Task What_is_said_next_is_added_up_to_a_bound_and_is_no_part_of_what_is_kept()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        var rep = await app.SignedInAsync(Roles.Rep);

        var page = await rep.GetAsync("/references?industry=banking&said=a+bank&q=in+DACH");
        page.Text("#found").ShouldContain("You said: “a bank; in DACH”");
        page.All("a[href*='format=csv']").ShouldNotBeEmpty();
        page.All("a[href*='format=csv']").ShouldAllBe(link => !link.GetAttribute("href")!.Contains("said", StringComparison.Ordinal));

        var longest = string.Concat(Enumerable.Repeat("😀 ", 200));
        var bounded = await rep.GetAsync($"/references?industry=banking&said={Uri.EscapeDataString("a bank " + longest)}");
        bounded.One("#search input[name=said]").GetAttribute("value")!.Length.ShouldBeLessThanOrEqualTo(Criteria.TextLength);
        (await rep.GetAsync("/references?industry=banking&said=nonsense")).Text("#found").ShouldNotContain("You said");
    }

    [Fact]
    public async Task The_number_of_a_match_says_its_parts_out_of_what_each_adds_at_most()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        var page = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?industry=banking");

        page.One(".score-of > button").GetAttribute("aria-label")!.ShouldMatch("^Match [0-9]+ of 100\\. Fit 60 of 60 · availability 20 of 20 · freshness [0-9]+ of 10 · past quality 5 of 10$");
        page.Text("#found").ShouldContain("Matches within 2 points take turns");
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?sort=name")).Text("#found").ShouldNotContain("take turns");
    }

    [Fact]
    public async Task What_is_only_counted_at_first_sight_can_be_opened()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        await AddAsync("Kassel Bank", "banking", "de", "atlas", "azure");
        var page = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?q=like+Alpenbank");

        page.Text(".why-whole .brief").ShouldEndWith("and 2 more");
        page.Text(".why-whole .whole").ShouldContain("Germany");
    }

    [Fact]
    public async Task Somebody_who_typed_a_name_that_reads_like_a_criterion_finds_it_too()
    {
        await AddAsync("Atlas Bank", "retail", "de", "comet", "azure");

        var page = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?q=Atlas+Bank");

        page.Text("#found").ShouldContain("By name:");
        page.Document.QuerySelectorAll("#found a").Count(link => link.TextContent == "Atlas Bank").ShouldBe(1);
    }

    [Fact]
    public async Task Without_script_the_form_sends_every_criterion_again()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        var rep = await app.SignedInAsync(Roles.Rep);
        var page = await rep.GetAsync("/references?industry=banking&live=18&prefer=platform:azure&q=alpen&view=free&open=region");

        var sent = page.All("#search input[name], input[form=search]:checked").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}");

        sent.ShouldBe(["industry=banking", "live=18", "prefer=platform:azure", "q=alpen", "view=free", "open=region"], ignoreOrder: true);
    }

    [Fact]
    public async Task Script_gets_the_results_alone_and_going_back_the_whole_page()
    {
        var rep = await app.SignedInAsync(Roles.Rep);
        rep.Client.DefaultRequestHeaders.Add("HX-Request", "true");

        var found = await rep.GetAsync("/references?q=bank&sort=&type=sales-call&page=2");
        found.Document.QuerySelector("#main").ShouldBeNull();
        found.Response.Headers.GetValues("HX-Push-Url").ShouldBe(["/references?industry=banking&said=bank&page=2"]);
        rep.Client.DefaultRequestHeaders.Add("HX-History-Restore-Request", "true");
        (await rep.GetAsync("/references")).Document.QuerySelector("#main").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("chip=industry&as=must&key=banking&key=insurance", "industry=banking&industry=insurance&product=atlas")]
    [InlineData("chip=industry&as=prefer&key=banking", "product=atlas&prefer=industry%3Abanking")]
    [InlineData("chip=industry&as=not&key=banking", "product=atlas&not=industry%3Abanking")]
    [InlineData("chip=industry&as=must", "product=atlas")]
    [InlineData("chip=live&as=must&months=18", "product=atlas&live=18")]
    [InlineData("chip=live&as=must&months=-1", "product=atlas")]
    [InlineData("chip=size&as=must&key=under-500&from=900&below=1100", "product=atlas&size=900-1100")]
    [InlineData("chip=size&as=prefer&from=10000", "product=atlas&prefer=size%3Aover-10000")]
    [InlineData("chip=size&as=must&from=5000&below=100", "product=atlas&size=100-5000")]
    [InlineData("chip=freeby&as=not&day=2026-12-24", "product=atlas&freeby=2026-12-24")]
    [InlineData("chip=nonsense&as=must&key=x", null)]
    public async Task The_small_form_of_a_chip_says_what_stands_instead_of_it(string edit, string? criteria)
    {
        var answer = await (await app.SignedInAsync(Roles.Rep)).GetAsync($"/references?product=atlas&{edit}");

        answer.Location.ShouldBe(criteria is null ? null : $"/references?{criteria}");
    }

    [Fact]
    public async Task A_chip_offers_its_other_terms_and_carries_everything_else_along()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        await AddAsync("Maple Retail", "retail", "ca", "atlas", "aws");
        var rep = await app.SignedInAsync(Roles.Rep);
        var page = await rep.GetAsync("/references?industry=banking&prefer=platform:azure&not=region:ca&view=free&type=analyst&q=alpen");

        page.All(".chips > li").Select(chip => chip.ClassName).ShouldBe(["chip", "chip must", "chip not", "chip pref", "chip text pref", "", "ms-auto small text-secondary ps-2"]);
        page.Text("#chip-activity").ShouldBe("For: Analyst");
        page.Text(".chips").ShouldContain("not understood: ranks only");
        page.All(".chip.must input[name=key]").Select(input => input.GetAttribute("value")).ShouldContain("retail");
        page.All(".chip.must form input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}")
            .ShouldBe(["prefer=platform:azure", "not=region:ca", "q=alpen", "view=free", "type=analyst", "chip=industry"]);
    }

    [Fact]
    public async Task What_must_not_be_so_is_struck_in_the_facets_and_taken_in_again_there()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        await AddAsync("Maple Retail", "retail", "ca", "atlas", "aws");

        var page = await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references?not=industry:retail");

        Names(page).ShouldBe(["Alpenbank"]);
        page.One("#tick-industry-retail").GetAttribute("href").ShouldBe("/references");
        page.All("#search input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}").ShouldBe(["not=industry:retail"]);
    }

    [Fact]
    public async Task Like_another_is_chosen_by_a_name_that_the_person_may_know()
    {
        await AddAsync("Alpenbank", "banking", "de", "atlas", "azure");
        await AddAsync("Geheimbank", "banking", "ch", "atlas", "azure", Tier.Confidential);
        var bank = await app.DataAsync(db => db.Customers.SingleAsync(customer => customer.Name == "Alpenbank"));
        var rep = await app.SignedInAsync(Roles.Rep);

        (await rep.GetAsync("/references?chip=like&as=prefer&name=alpenbank")).Location.ShouldBe($"/references?prefer=like%3A{bank.Id}");
        (await rep.GetAsync("/references?chip=like&as=prefer&name=geheimbank")).Text("[role=alert]").ShouldBe("No customer is called “geheimbank”.");
    }

    [Theory]
    [InlineData("?industry=spacefaring&industry=%C3%A4&page=-3&sort=zzz&view=zzz&type=zzz&open=zzz")]
    [InlineData("?page=99999999999999999999&q=%22%22%22%3Cscript%3E")]
    [InlineData("?prefer=:&prefer=region:&live=0&live=99999999999&size=x&availability=maybe")]
    public async Task Nonsense_in_the_address_is_a_search_all_the_same(string query) =>
        (await (await app.SignedInAsync(Roles.Rep)).GetAsync("/references" + query)).Status.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_confidential_name_shows_to_the_program_and_its_owner_and_nowhere_in_the_page_of_a_rep()
    {
        var owner = await app.PersonAsync(Roles.Rep);
        await AddAsync("Geheimbank Canary", "banking", "ch", "atlas", "azure", Tier.Confidential, owner.Id);
        var rep = await app.SignedInAsync(Roles.Rep);

        foreach (var address in new[] { "/references", "/references?industry=banking", "/references?q=atlas+canary", "/references?q=canary", "/references?sort=name", "/requests/new?industry=banking", "/references?region=ch" })
        {
            (await rep.GetAsync(address)).Body.Replace("q=canary", "", StringComparison.OrdinalIgnoreCase).ShouldNotContain("Geheim", Case.Insensitive, address);
        }

        (await rep.GetAsync("/references?industry=banking")).Text("#found").ShouldContain("DACH banking customer");
        (await rep.GetAsync("/references?industry=banking")).Text("#found [data-row] a[href^='/references/']").ShouldBe("DACH banking customer, 5k staff");
        Names(await (await app.SignedInAsync(owner)).GetAsync("/references?region=ch")).ShouldBe(["Geheimbank Canary"]);
        Names(await (await app.SignedInAsync(Roles.Marketing)).GetAsync("/references?q=canary")).ShouldBe(["Geheimbank Canary"]);
        (await (await app.SignedInAsync(Roles.Executive)).GetAsync("/references")).Body.ShouldNotContain("Geheim");
    }

    private static string[] Names(Page page) => [.. page.Document.QuerySelectorAll("[data-row] a[data-row-link]").Select(link => link.TextContent)];

    private async Task AddAsync(string name, string industry, string country, string product, string platform, Tier tier = Tier.Standard, Guid? ownerId = null)
    {
        var terms = await app.DataAsync(db => db.Terms.AsNoTracking().ToListAsync());
        var customer = Given.Customer(name, ownerId, tier);
        customer.Describe(new CompanyFacts { Name = name, IndustryId = Term(TermKind.Industry, industry), RegionId = Term(TermKind.Region, country), Employees = 5400 });
        customer.Products.Add(new ProductUse(app.NextId(), customer.Id, Term(TermKind.Product, product)));
        customer.Attributes.Add(new CustomerAttribute(customer.Id, Term(TermKind.Platform, platform)));
        customer.Assets.Add(new Asset(app.NextId(), customer.Id, AssetKind.Story, $"How {name} did it", "en", new DateOnly(2026, 10, 1)));
        await app.AddAsync(customer);

        Guid Term(TermKind kind, string key) => terms.Single(term => term.Kind == kind && term.Key == key).Id;
    }
}
