using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Taxonomy;

public sealed class TermMergingTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task Customers_deals_and_needs_name_the_term_that_takes_over()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        var customer = Given.Customer();
        customer.Describe(customer.CompanyFacts with { IndustryId = banking.Id });
        var deal = Given.Opportunity();
        deal.Describe(deal.Facts with { IndustryKey = "banking" });
        var person = Given.User();
        var request = new ReferenceRequest(
            Given.Id(), 1, person.Id, new RequestNeed { ActivityKey = ActivityKeys.SalesCall, Criteria = "industry=banking&prefer=industry:banking&product=atlas" }, database.Clock.Now);
        var view = new SavedView(Given.Id(), person.Id, "/references", "Banks", "industry=banking&industry=insurance&view=free", false, database.Clock.Now);
        await database.Add(person, customer, deal, request, view);

        var moved = await MergeAsync(banking, insurance);

        moved.Value.ShouldBe(4);
        (await database.Read(db => db.Customers.SingleAsync())).IndustryId.ShouldBe(insurance.Id);
        (await database.Read(db => db.Opportunities.SingleAsync())).IndustryKey.ShouldBe("insurance");
        (await database.Read(db => db.Requests.SingleAsync())).Criteria.ShouldBe("industry=insurance&prefer=industry:insurance&product=atlas");
        (await database.Read(db => db.SavedViews.SingleAsync())).Query.ShouldBe("industry=insurance&view=free");
        (await database.Read(db => db.HistoryEvents.SingleAsync(line => line.SubjectId == customer.Id))).Changes.ShouldHaveSingleItem().After.ShouldBe("Insurance");
    }

    [Fact]
    public async Task Old_addresses_ids_and_words_go_on_being_understood()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        var customer = Given.Customer();
        customer.Describe(customer.CompanyFacts with { IndustryId = banking.Id });
        await database.Add(customer);
        await MergeAsync(banking, insurance);

        var read = await database.Ask<MatchQueries, NeedRead>(matches => matches.ReadWordsAsync(Criteria.Parse("industry=banking"), Manager, default));
        read.Criteria.ToQuery().ShouldBe("industry=insurance");
        (await database.Ask<MatchQueries, NeedRead>(matches => matches.ReadWordsAsync(Criteria.Parse("q=banking"), Manager, default))).Criteria.ToQuery().ShouldBe("industry=insurance");
        var answer = await database.Ask<MatchQueries, CatalogAnswer>(matches => matches.SearchAsync(new CatalogAsk(Criteria.Parse("industry=banking")), Manager, default));
        answer.Result.Rows.ShouldHaveSingleItem().Industry.ShouldBe("Insurance");
        (await database.Read(db => TermBook.ReadAsync(db, default))).Name(banking.Id).ShouldBe("Insurance");
    }

    [Fact]
    public async Task A_form_opened_before_the_merge_saves_the_term_that_stands()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        await MergeAsync(banking, insurance);
        var made = await database.Ask<CustomerService, Outcome<Guid>>(
            service => service.CreateAsync(new CustomerEdit { Name = "Late", IndustryId = banking.Id }, false, Manager, default));
        (await database.Read(db => db.Customers.SingleAsync(customer => customer.Id == made.Value))).IndustryId.ShouldBe(insurance.Id);
    }

    [Fact]
    public async Task A_customer_that_runs_both_products_gets_one_use_that_knows_what_either_knew()
    {
        var (atlas, beacon) = (await TermAsync(TermKind.Product, "atlas"), await TermAsync(TermKind.Product, "beacon"));
        var customer = Given.Customer();
        var kept = new ProductUse(Given.Id(), customer.Id, beacon.Id);
        kept.Describe("Enterprise", null, new DateOnly(2025, 5, 1), null);
        var other = new ProductUse(Given.Id(), customer.Id, atlas.Id);
        other.Describe("Standard", "Azure", new DateOnly(2024, 3, 1), "Spreadsheets");
        customer.Products.AddRange([kept, other]);
        await database.Add(customer);

        await MergeAsync(atlas, beacon);

        var use = await database.Read(db => db.ProductUses.SingleAsync());
        (use.ProductId, use.Edition, use.Deployment, use.LiveSince, use.Replaced).ShouldBe((beacon.Id, "Enterprise", "Azure", new DateOnly(2024, 3, 1), "Spreadsheets"));
    }

    [Fact]
    public async Task The_prospect_of_a_request_gets_the_terms_that_stand()
    {
        var rep = Given.User();
        var need = new RequestNeed { ActivityKey = ActivityKeys.SalesCall, Text = "A bank", ProspectIndustry = "banking", ProspectRegion = "de", Language = "de" };
        await database.Add(rep, new ReferenceRequest(Given.Id(), 1, rep.Id, need, database.Clock.Now));

        await MergeAsync(await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        await MergeAsync(await TermAsync(TermKind.Region, "de"), await TermAsync(TermKind.Region, "at"));

        var request = await database.Read(db => db.Requests.SingleAsync());
        (request.ProspectIndustry, request.ProspectRegion, request.Language).ShouldBe(("insurance", "at", "de"));
    }

    [Fact]
    public async Task Regions_of_permissions_teams_and_calendars_move_and_one_calendar_serves()
    {
        var (germany, austria) = (await TermAsync(TermKind.Region, "de"), await TermAsync(TermKind.Region, "at"));
        var customer = Given.Customer();
        customer.Permissions[0].Limit(["de", "at"], []);
        var (one, two) = (new BusinessCalendar(Given.Id(), "German", "Europe/Berlin", WeekHours.Standard), new BusinessCalendar(Given.Id(), "Austrian", "Europe/Vienna", WeekHours.Standard));
        one.Describe("German", "Europe/Berlin", "de");
        two.Describe("Austrian", "Europe/Vienna", "at");
        await database.Add(customer, one, two, new Team(Given.Id(), "North", "de", null, null));

        await MergeAsync(germany, austria);

        (await database.Read(db => db.Permissions.Where(permission => permission.Scope == customer.Permissions[0].Scope).SingleAsync())).Regions.ShouldBe(["at"]);
        (await database.Read(db => db.Teams.SingleAsync())).RegionKey.ShouldBe("at");
        (await database.Read(db => db.BusinessCalendars.Where(calendar => calendar.Region == "at").Select(calendar => calendar.Name).ToListAsync())).ShouldBe(["Austrian"]);
    }

    [Fact]
    public async Task Languages_of_contacts_move_whatever_else_they_speak()
    {
        var (german, english) = (await TermAsync(TermKind.Language, "de"), await TermAsync(TermKind.Language, "en"));
        string[][] spoken = [["de"], ["de", "en"], ["fr", "de"], ["fr"], []];
        var customers = spoken.Select((_, number) => Given.Customer($"Company {number}")).ToArray();
        foreach (var (customer, languages) in customers.Zip(spoken))
        {
            var contact = customer.Contacts[0];
            contact.Describe(contact.Name, contact.JobTitle, contact.Email, contact.Phone, languages, contact.ZoneId);
        }

        await database.Add(customers);

        (await MergeAsync(german, english)).Value.ShouldBe(3);

        var now = await database.Read(db => db.Contacts.ToDictionaryAsync(contact => contact.CustomerId, contact => contact.Languages));
        customers.Select(customer => string.Join(' ', now[customer.Id])).ShouldBe(["en", "en", "fr en", "fr", ""]);
    }

    [Theory]
    [InlineData(TermKind.Industry)]
    [InlineData(TermKind.Region)]
    [InlineData(TermKind.Product)]
    [InlineData(TermKind.Language)]
    public async Task The_page_of_a_term_counts_what_the_taxonomy_counts(TermKind kind)
    {
        var terms = await database.Read(db => db.Terms.Where(term => term.Kind == kind).OrderBy(term => term.Key).Take(3).ToListAsync());
        var customer = Given.Customer();
        customer.Describe(customer.CompanyFacts with { IndustryId = kind == TermKind.Industry ? terms[0].Id : null, RegionId = kind == TermKind.Region ? terms[0].Id : null });
        customer.Contacts[0].Describe("Olga", null, null, null, kind == TermKind.Language ? [terms[0].Key, terms[1].Key] : [], null);
        if (kind == TermKind.Product)
        {
            customer.Products.Add(new ProductUse(Given.Id(), customer.Id, terms[0].Id));
        }

        var facet = TermFacets.FacetOf(kind).Name();
        var person = Given.User();
        var view = new SavedView(Given.Id(), person.Id, "/references", "Some", $"{facet}={terms[1].Key}&{facet}={terms[0].Key}", false, database.Clock.Now);
        await database.Add(person, customer, view);

        var whole = await database.Ask<TaxonomyQueries, TaxonomyPage>(queries => queries.ReadAsync(kind, Manager, default));
        foreach (var term in terms)
        {
            var one = await database.Ask<TaxonomyQueries, TermPage>(queries => queries.OneAsync(kind, term.Id, Manager, default));
            one.Uses.ShouldBe(whole.Lines.Single(line => line.Term.Id == term.Id).Uses);
            one.Uses.Select(use => use.One).ShouldBe(term == terms[0] ? [kind == TermKind.Language ? "contact" : "customer", "saved view"] : term == terms[1] ? kind == TermKind.Language ? ["contact", "saved view"] : ["saved view"] : []);
        }
    }

    [Fact]
    public async Task Policies_bind_the_segment_that_took_over()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        var before = await database.Read(db => db.PolicySets.Select(set => set.Version).SingleAsync());
        await database.Change(async db => (await db.UsagePolicies.FirstAsync()).ForSegment([banking.Id]));
        await MergeAsync(banking, insurance);
        (await database.Read(db => db.UsagePolicies.ToListAsync())).SelectMany(policy => policy.SegmentIds).ShouldBe([insurance.Id]);
        (await database.Read(db => db.PolicySets.Select(set => set.Version).SingleAsync())).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task What_stands_below_the_old_term_stands_below_the_new_one()
    {
        var (dach, nordics) = (await TermAsync(TermKind.Region, "dach"), await TermAsync(TermKind.Region, "nordics"));
        await MergeAsync(dach, nordics);
        (await TermAsync(TermKind.Region, "de")).ParentId.ShouldBe(nordics.Id);
    }

    [Fact]
    public async Task A_term_below_the_one_it_takes_over_takes_its_place()
    {
        var (dach, germany) = (await TermAsync(TermKind.Region, "dach"), await TermAsync(TermKind.Region, "de"));
        await MergeAsync(dach, germany);
        (await TermAsync(TermKind.Region, "de")).ParentId.ShouldBe(dach.ParentId);
        (await TermAsync(TermKind.Region, "at")).ParentId.ShouldBe(germany.Id);
    }

    [Fact]
    public async Task A_merge_of_what_changed_since_the_preview_does_nothing()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        await database.Ask<TermService, Outcome>(service => service.RetireAsync(banking.Id, banking.Version, true, Manager, default));
        await Should.ThrowAsync<StaleVersionException>(() => MergeAsync(banking, insurance));
        (await TermAsync(TermKind.Industry, "banking")).MergedIntoId.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_merged_twice_or_into_what_is_retired()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        await MergeAsync(banking, insurance);
        (await PreviewAsync(banking.Id, insurance.Id)).Refusal.ShouldNotBeNull();
        var energy = await TermAsync(TermKind.Industry, "energy");
        await database.Ask<TermService, Outcome>(service => service.RetireAsync(energy.Id, energy.Version, true, Manager, default));
        (await PreviewAsync(insurance.Id, energy.Id)).Refusal.ShouldNotBeNull().ShouldContain("Restore it first");
    }

    [Fact]
    public async Task Only_those_who_manage_taxonomies_merge()
    {
        var (banking, insurance) = (await TermAsync(TermKind.Industry, "banking"), await TermAsync(TermKind.Industry, "insurance"));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<TermMerging, Outcome<int>>(
            service => service.MergeAsync(new MergeMark(banking.Id, banking.Version, insurance.Id, insurance.Version), Given.Viewer(Roles.Marketing), default)));
    }

    public void Dispose() => database.Dispose();

    private Task<Term> TermAsync(TermKind kind, string key) => database.Read(db => db.Terms.SingleAsync(term => term.Kind == kind && term.Key == key));

    private Task<MergePreview> PreviewAsync(Guid from, Guid into) => database.Ask<TermMerging, MergePreview>(service => service.PreviewAsync(from, into, Manager, default));

    private Task<Outcome<int>> MergeAsync(Term from, Term into) =>
        database.Ask<TermMerging, Outcome<int>>(service => service.MergeAsync(new MergeMark(from.Id, from.Version, into.Id, into.Version), Manager, default));
}
