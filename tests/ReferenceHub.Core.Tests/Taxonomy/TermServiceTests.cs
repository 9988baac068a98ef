using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Taxonomy;

public sealed class TermServiceTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer();
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task A_renamed_term_keeps_its_key_and_goes_by_its_old_name_too()
    {
        var term = await TermAsync("banking");
        await ChangeAsync(term, new TermEdit { Name = "Banks", Aliases = term.Aliases, ParentId = term.ParentId });

        var renamed = await TermAsync("banking");
        renamed.Name.ShouldBe("Banks");
        renamed.GoesBy(TextKey.Of("Banking")).ShouldBeTrue();
        var line = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.Subject == SubjectKind.Term && line.SubjectId == term.Id));
        line.Changes.ShouldContain(new FieldChange("Name", "Banking", "Banks"));
    }

    [Fact]
    public async Task A_name_means_one_term()
    {
        (await AddAsync("banking")).Refusal.ShouldBe("“banking” means Banking already.");
        var retired = await TermAsync("energy");
        await database.Ask<TermService, Outcome>(service => service.RetireAsync(retired.Id, retired.Version, true, Manager, default));
        (await AddAsync(retired.Name)).Refusal.ShouldNotBeNull().ShouldContain("restore");
    }

    [Fact]
    public async Task Of_two_people_who_edit_a_term_the_second_is_told()
    {
        var term = await TermAsync("banking");
        await ChangeAsync(term, new TermEdit { Name = "Banks", ParentId = term.ParentId });
        await Should.ThrowAsync<StaleVersionException>(() => ChangeAsync(term, new TermEdit { Name = "Money", ParentId = term.ParentId }));
    }

    [Fact]
    public async Task A_retired_term_is_no_longer_offered_but_what_is_below_it_is()
    {
        var dach = await database.Read(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Region && term.Key == "dach"));
        await database.Ask<TermService, Outcome>(service => service.RetireAsync(dach.Id, dach.Version, true, Manager, default));

        var offered = await database.Ask<TermQueries, IReadOnlyList<(string Key, string Name, int Depth)>>(terms => terms.ChoicesAsync(TermKind.Region, default));
        offered.ShouldNotContain(term => term.Key == "dach");
        offered.Single(term => term.Key == "de").Depth.ShouldBe(0);
        (await database.Read(db => TermBook.ReadAsync(db, default))).Name(dach.Id).ShouldBe(dach.Name);
    }

    [Fact]
    public async Task Siblings_change_places()
    {
        var first = (await database.Ask<TaxonomyQueries, TaxonomyPage>(terms => terms.ReadAsync(TermKind.Product, Manager, default))).Lines.Where(line => line.Depth == 0).Take(2).ToList();
        await database.Ask<TermService, Outcome>(service => service.PlaceAsync(first[0].Term.Id, up: false, Manager, default));
        var now = (await database.Ask<TaxonomyQueries, TaxonomyPage>(terms => terms.ReadAsync(TermKind.Product, Manager, default))).Lines;
        now.Where(line => line.Depth == 0).Take(2).Select(line => line.Term.Key).ShouldBe([first[1].Term.Key, first[0].Term.Key]);
    }

    [Fact]
    public async Task Only_those_who_manage_taxonomies_change_them()
    {
        foreach (var roles in new[] { Roles.Rep, Roles.Marketing, Roles.Executive })
        {
            await Should.ThrowAsync<ForbiddenException>(() => AddAsync("Space", Given.Viewer(roles)));
        }

        (await AddAsync("Space", Given.Viewer(Roles.Administrator))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_what_nothing_names_is_deleted()
    {
        var industry = await TermAsync("banking");
        var customer = Given.Customer();
        customer.Describe(customer.CompanyFacts with { IndustryId = industry.Id });
        await database.Add(customer);
        (await RemoveAsync(industry)).Refusal.ShouldNotBeNull().ShouldContain("1 customer");

        await AddAsync("Space");
        (await RemoveAsync(await TermAsync("space"))).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Terms.AnyAsync(term => term.Key == "space"))).ShouldBeFalse();
    }

    public void Dispose() => database.Dispose();

    private Task<Term> TermAsync(string key) => database.Read(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == key));

    private Task<Outcome<Guid>> AddAsync(string name, Viewer? by = null) =>
        database.Ask<TermService, Outcome<Guid>>(service => service.AddAsync(TermKind.Industry, new TermEdit { Name = name }, by ?? Manager, default));

    private Task<Outcome> ChangeAsync(Term term, TermEdit edit) =>
        database.Ask<TermService, Outcome>(service => service.ChangeAsync(term.Id, term.Version, edit, Manager, default));

    private Task<Outcome> RemoveAsync(Term term) => database.Ask<TermRemoval, Outcome>(service => service.RemoveAsync(term.Id, term.Version, Manager, default));
}
