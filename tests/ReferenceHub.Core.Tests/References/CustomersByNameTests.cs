using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.References;

/// <summary>Lists and pickers find customers by the words of a name that the viewer may know.</summary>
public sealed class CustomersByNameTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("bank", "Alpenbank AG, Sparbank")]
    [InlineData("ag alpen", "Alpenbank AG")]
    [InlineData("zurich", "Zürich Leben")]
    [InlineData("alpenbank gmbh", "")]
    [InlineData(" ", "Alpenbank AG, Sparbank, Zürich Leben")]
    [InlineData(null, "Alpenbank AG, Sparbank, Zürich Leben")]
    public async Task Every_word_stands_in_the_name(string? words, string names)
    {
        await database.Add(new[] { "Alpenbank AG", "Zürich Leben", "Sparbank" }.Select(name => Given.Customer(name)));
        string.Join(", ", await CalledAsync(words, Given.Viewer(Roles.Rep))).ShouldBe(names);
    }

    [Theory]
    [InlineData(Roles.Rep, false)]
    [InlineData(Roles.Executive, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.ProgramManager, true)]
    [InlineData(Roles.Marketing, true)]
    public async Task A_confidential_one_is_found_by_those_who_know_its_name_only(Roles roles, bool knows)
    {
        await database.Add(Given.Customer("Secretbank", tier: Tier.Confidential));
        foreach (var words in new[] { "secretbank", "secr", null })
        {
            (await CalledAsync(words, Given.Viewer(roles))).Count.ShouldBe(knows ? 1 : 0, words);
        }
    }

    private Task<List<string>> CalledAsync(string? words, Viewer viewer) => database.Read(db =>
        db.Customers.Called(words, viewer, db, database.Clock.Now).OrderBy(customer => customer.NameKey).Select(customer => customer.Name).ToListAsync());
}
