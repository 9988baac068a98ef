using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Customers like the one at hand, as far as the viewer may know either of them.</summary>
public sealed class SimilarCustomerTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_most_alike_comes_first_with_what_both_have_in_common_and_nobody_is_like_oneself()
    {
        var bank = await CustomerAsync("A Bank", "banking", "atlas");
        await CustomerAsync("Twin Bank", "banking", "atlas");
        await CustomerAsync("Half Bank", "banking", "comet");
        await CustomerAsync("Far Mill", "textiles-unknown", "ember");

        var similar = await OfAsync(bank, Given.Viewer(Roles.Rep));
        similar.Select(one => one.Name).ShouldBe(["Twin Bank", "Half Bank"]);
        similar[0].Common.ShouldContain("Atlas, Banking");
        similar[0].Likeness.ShouldBe(100);
        similar[1].Common.ShouldContain("Banking");
        similar[1].Common.ShouldNotContain("Atlas,");
    }

    [Fact]
    public async Task Those_that_may_not_be_named_stay_hidden_and_tell_what_their_row_tells()
    {
        var bank = await CustomerAsync("A Bank", "banking", "atlas");
        var secret = await CustomerAsync("Secretbank", "banking", "atlas", Tier.Confidential);

        var seen = (await OfAsync(bank, Given.Viewer(Roles.Rep))).ShouldHaveSingleItem();
        seen.NameHidden.ShouldBeTrue();
        seen.Name.ShouldNotContain("Secret");
        (await OfAsync(bank, Given.Viewer(Roles.ProgramManager))).ShouldHaveSingleItem().Name.ShouldBe("Secretbank");

        var other = (await OfAsync(secret, Given.Viewer(Roles.Rep))).ShouldHaveSingleItem();
        other.Name.ShouldBe("A Bank");
        other.Common.ShouldNotContain("Secret");
    }

    [Fact]
    public async Task An_executive_is_told_nobodys_standing()
    {
        var bank = await CustomerAsync("A Bank", "banking", "atlas");
        await CustomerAsync("Twin Bank", "banking", "atlas");
        (await OfAsync(bank, Given.Viewer(Roles.Executive))).ShouldHaveSingleItem().Standing.IsWithheld.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_customer_is_like_nobody()
    {
        await CustomerAsync("A Bank", "banking", "atlas");
        (await OfAsync(database.NextId(), Given.Viewer(Roles.Rep))).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<SimilarCustomer>> OfAsync(Guid id, Viewer viewer) =>
        database.Ask<SimilarCustomers, IReadOnlyList<SimilarCustomer>>(similar => similar.OfAsync(id, viewer, default));

    private async Task<Guid> CustomerAsync(string name, string industry, string product, Tier tier = Tier.Standard)
    {
        var terms = await database.Read(db => db.Terms.AsNoTracking().Where(term => term.Key == industry || term.Key == product).ToListAsync());
        var customer = Given.Customer(name, tier: tier);
        customer.Reclassify(terms.SingleOrDefault(term => term.Kind == TermKind.Industry)?.Id, null);
        customer.Products.Add(new ProductUse(database.NextId(), customer.Id, terms.Single(term => term.Kind == TermKind.Product).Id));
        await database.Add(customer);
        return customer.Id;
    }
}
