using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Customers are found by the name that the viewer knows.</summary>
public sealed class NameSearchTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("alp", "Alpenbank AG, Alp Tech, Grand Alpine")]
    [InlineData("alpenbank ag", "Alpenbank AG")]
    [InlineData("bank", "Sparbank, Alpenbank AG")]
    [InlineData("zurich", "Zürich Leben")]
    [InlineData("zurih leben", "Zürich Leben")]
    [InlineData("alpenbakn", "Alpenbank AG")]
    [InlineData("lapenbank", "Alpenbank AG")]
    [InlineData("alpnb", "Alpenbank AG")]
    [InlineData("zuirch", "Zürich Leben")]
    [InlineData("ag alepnbank", "Alpenbank AG")]
    [InlineData("xpenbank", "")]
    [InlineData("xyz", "")]
    [InlineData("alpenbank gmbh", "")]
    [InlineData("  ", "")]
    public async Task Names_that_begin_so_come_first_and_slips_are_forgiven(string words, string names)
    {
        await database.Add(new[] { "Alpenbank AG", "Alp Tech", "Grand Alpine", "Zürich Leben", "Sparbank" }.Select(name => Given.Customer(name)));
        var found = await FindAsync(words, Given.Viewer(Roles.Rep));
        string.Join(", ", found.Select(one => one.Name).Order(StringComparer.Ordinal)).ShouldBe(string.Join(", ", names.Split(", ").Order(StringComparer.Ordinal)));
        if (words == "alp")
        {
            found[^1].Name.ShouldBe("Grand Alpine");
        }
    }

    [Theory]
    [InlineData(Roles.Rep, false)]
    [InlineData(Roles.Executive, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.ProgramManager, true)]
    [InlineData(Roles.Marketing, true)]
    public async Task A_confidential_customer_is_found_by_its_name_only_by_those_who_know_it(Roles roles, bool knows)
    {
        await database.Add(Given.Customer("Secretbank", tier: Tier.Confidential));
        foreach (var words in new[] { "secretbank", "secr", "secretbnak" })
        {
            (await FindAsync(words, Given.Viewer(roles))).Count.ShouldBe(knows ? 1 : 0, words);
        }

        if (!knows)
        {
            var blind = (await FindAsync("customer", Given.Viewer(roles))).ShouldHaveSingleItem();
            blind.NameHidden.ShouldBeTrue();
            blind.Name.ShouldNotContain("Secret");
        }
    }

    [Fact]
    public async Task No_more_are_found_than_asked_for()
    {
        await database.Add(Enumerable.Range(1, 9).Select(number => Given.Customer($"Alpen {number}")));
        (await database.Ask<MatchQueries, IReadOnlyList<NamedCustomer>>(queries => queries.CalledAsync("alpen", 3, Given.Viewer(), default))).Select(one => one.Name)
            .ShouldBe(["Alpen 1", "Alpen 2", "Alpen 3"]);
    }

    private Task<IReadOnlyList<NamedCustomer>> FindAsync(string words, Viewer viewer) =>
        database.Ask<MatchQueries, IReadOnlyList<NamedCustomer>>(queries => queries.CalledAsync(words, 5, viewer, default));
}
