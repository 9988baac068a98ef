using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Web.Infrastructure.Database;

namespace ReferenceHub.Database.Tests;

/// <summary>Taxonomies hold together on every database, however many edit them at once.</summary>
public abstract class TermTests(DatabaseProvider provider)
{
    [DatabaseFact]
    public async Task Every_taxonomy_is_counted_and_merged()
    {
        using var database = TestDatabase.Create(provider);
        var customer = Given.Customer();
        customer.Permissions[0].Limit(["de"], []);
        await database.Add(customer);
        foreach (var kind in Taxonomies.All)
        {
            var page = await database.Ask<TaxonomyQueries, TaxonomyPage>(terms => terms.ReadAsync(kind, Given.Viewer(), default));
            var (from, into) = (page.Lines[0].Term, page.Lines[^1].Term);
            var merged = await database.Ask<TermMerging, Outcome<int>>(service => service.MergeAsync(new MergeMark(from.Id, from.Version, into.Id, into.Version), Given.Viewer(), default));
            merged.Refusal.ShouldBeNull(kind.ToString());
        }

        var regions = await database.Ask<TaxonomyQueries, TaxonomyPage>(terms => terms.ReadAsync(TermKind.Region, Given.Viewer(), default));
        regions.Lines.Single(line => line.Term.Key == "de").Uses.ShouldHaveSingleItem().Words.ShouldBe("1 permission");
        var spoken = await database.Ask<TaxonomyQueries, TaxonomyPage>(terms => terms.ReadAsync(TermKind.Language, Given.Viewer(), default));
        spoken.Lines.Sum(line => line.Uses.Where(use => use.One == "contact").Sum(use => use.Count)).ShouldBeGreaterThan(0);
    }

    [DatabaseFact]
    public async Task A_term_that_an_open_proposal_names_is_not_deleted()
    {
        using var database = TestDatabase.Create(provider);
        var (named, free) = (await TermAsync(database, "automotive"), await TermAsync(database, "machinery"));
        var (customer, by) = (Given.Customer(), Given.User());
        var proposal = new ChangeProposal(
            Given.Id(), customer.Id, [new ProposedField { Key = "IndustryId", Label = "Industry", Value = named.Id.ToString() }], null, by.Id, database.Clock.Now);
        await database.Add(customer, by, proposal);

        (await RemoveAsync(database, named)).Refusal.ShouldNotBeNull().ShouldContain("a proposed change names it");
        (await RemoveAsync(database, free)).Refusal.ShouldBeNull();
        await database.Change(async db => (await db.ChangeProposals.SingleAsync()).Withdraw());
        (await RemoveAsync(database, named)).Refusal.ShouldBeNull();
    }

    [DatabaseFact]
    public async Task Of_two_moves_at_once_that_would_make_a_circle_one_happens()
    {
        using var database = TestDatabase.Create(provider);
        var (one, two) = (await TermAsync(database, "automotive"), await TermAsync(database, "machinery"));
        await Task.WhenAll(MoveAsync(database, one, two), MoveAsync(database, two, one));

        var tree = new TermTree(TermKind.Industry, await database.Read(db => db.Terms.AsNoTracking().ToListAsync()));
        tree.Walk().Count().ShouldBe(await database.Read(db => db.Terms.CountAsync(term => term.Kind == TermKind.Industry)));
        new[] { tree.IsWithin(one.Id, two.Id), tree.IsWithin(two.Id, one.Id) }.Count(within => within).ShouldBe(1);
    }

    [DatabaseFact]
    public async Task A_term_merged_into_two_others_at_once_goes_into_one()
    {
        using var database = TestDatabase.Create(provider);
        var (from, one, two) = (await TermAsync(database, "automotive"), await TermAsync(database, "machinery"), await TermAsync(database, "chemicals"));
        var customer = Given.Customer();
        customer.Describe(customer.CompanyFacts with { IndustryId = from.Id });
        await database.Add(customer);
        var done = await Task.WhenAll(MergeAsync(database, from, one), MergeAsync(database, from, two));

        done.Count(merged => merged).ShouldBe(1);
        var survivor = await database.Read(db => db.Terms.Where(term => term.Id == from.Id).Select(term => term.MergedIntoId).SingleAsync());
        (await database.Read(db => db.Customers.Select(row => row.IndustryId).SingleAsync())).ShouldBe(survivor);
    }

    private static Task<Term> TermAsync(TestDatabase database, string key) => database.Read(db => db.Terms.AsNoTracking().SingleAsync(term => term.Kind == TermKind.Industry && term.Key == key));

    private static Task<Outcome> RemoveAsync(TestDatabase database, Term term) =>
        database.Ask<TermRemoval, Outcome>(removal => removal.RemoveAsync(term.Id, term.Version, Given.Viewer(), default));

    private static async Task MoveAsync(TestDatabase database, Term term, Term below)
    {
        try
        {
            await database.Ask<TermService, Outcome>(service => service.ChangeAsync(term.Id, term.Version, new TermEdit { Name = term.Name, Aliases = term.Aliases, ParentId = below.Id }, Given.Viewer(), default));
        }
        catch (StaleVersionException)
        {
            // The other move came first.
        }
    }

    private static async Task<bool> MergeAsync(TestDatabase database, Term from, Term into)
    {
        try
        {
            return (await database.Ask<TermMerging, Outcome<int>>(service => service.MergeAsync(new MergeMark(from.Id, from.Version, into.Id, into.Version), Given.Viewer(), default))).IsDone;
        }
        catch (StaleVersionException)
        {
            return false;
        }
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class TermsOnSqlite() : TermTests(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.PostgreSql)]
public sealed class TermsOnPostgreSql() : TermTests(DatabaseProvider.PostgreSql);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class TermsOnSqlServer() : TermTests(DatabaseProvider.SqlServer);
