using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.People;

/// <summary>The first administrator is made once, by whoever reads the log.</summary>
public sealed class FirstAdministratorTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_token_works_once()
    {
        var token = await TokenAsync();
        (await CreateAsync(token, "one@example.com")).IsDone.ShouldBeTrue();
        (await CreateAsync(token, "two@example.com")).Field.ShouldBe("Token");
        var people = await database.Read(db => db.Users.ToListAsync());
        people.ShouldHaveSingleItem().Roles.ShouldBe(Roles.Administrator);
        (await database.Read(db => db.Organisations.SingleAsync())).Name.ShouldBe("Acme");
    }

    [Fact]
    public async Task A_later_start_voids_the_earlier_token_and_the_table_holds_no_token()
    {
        var first = await TokenAsync();
        var second = await TokenAsync();
        (await database.Read(db => db.SetupTokens.SingleAsync())).Hash.ShouldNotBe(second);
        (await CreateAsync(first, "one@example.com")).IsDone.ShouldBeFalse();
        (await CreateAsync("guess", "one@example.com")).IsDone.ShouldBeFalse();
        (await CreateAsync(second, "one@example.com")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_several_at_once_one_wins()
    {
        var token = await TokenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => CreateAsync(token, $"person{n}@example.com")));
        answers.Count(answer => answer.IsDone).ShouldBe(1);
        (await database.Read(db => db.Users.CountAsync())).ShouldBe(1);
    }

    private Task<string> TokenAsync() => database.Ask<FirstAdministrator, string>(service => service.RenewTokenAsync(default));

    private Task<Outcome> CreateAsync(string token, string email) => database.Ask<FirstAdministrator, Outcome>(
        service => service.CreateAsync(token, "Ada Lovelace", email, "quiet-otter-lantern-9", "Acme", "Europe/Berlin", default));
}
