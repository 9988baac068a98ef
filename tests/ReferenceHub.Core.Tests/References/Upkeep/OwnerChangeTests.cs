using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.References.Upkeep;

public sealed class OwnerChangeTests : IDisposable
{
    private static readonly Viewer Manager = Given.Viewer(name: "Paula Meier");
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User from = Given.User(name: "Jonas Weber");
    private readonly User to = Given.User(name: "Vera Stein");
    private readonly Customer alpha;
    private readonly Customer beta;
    private readonly Customer free = Given.Customer("Gamma");

    public OwnerChangeTests()
    {
        (from.PasswordHash, to.PasswordHash) = ("x", "x");
        (alpha, beta) = (Given.Customer("Alpha", from.Id), Given.Customer("Beta", from.Id));
        database.Add(from, to, alpha, beta, free).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Each_side_is_told_once_and_each_customer_a_line()
    {
        (await GiveAsync([alpha.Id, beta.Id], to.Id)).Value.ShouldBe(2);
        (await database.Read(db => db.Customers.CountAsync(customer => customer.OwnerId == to.Id))).ShouldBe(2);

        var mails = await database.ToldAsync();
        mails.Select(mail => mail.Address).ShouldBe([to.Email, from.Email], ignoreOrder: true);
        mails.ShouldAllBe(mail => mail.Body.Contains("- Alpha") && mail.Body.Contains("- Beta"));
        var lines = await database.Read(db => db.HistoryEvents.Where(line => line.Verb == "handed-over").ToListAsync());
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(line => line.Changes.Contains(new FieldChange("Owner", "Jonas Weber", "Vera Stein", false)));
    }

    [Fact]
    public async Task Some_of_them_and_those_of_nobody_can_be_given_too()
    {
        (await GiveAsync([beta.Id, free.Id], to.Id)).Value.ShouldBe(2);
        var owners = await database.Read(db => db.Customers.ToDictionaryAsync(customer => customer.Id, customer => customer.OwnerId));
        owners[alpha.Id].ShouldBe(from.Id);
        owners[free.Id].ShouldBe(to.Id);
    }

    [Fact]
    public async Task The_new_owner_can_sign_in_and_is_another_one()
    {
        (await GiveAsync([alpha.Id], null)).Field.ShouldBe("ToId");
        (await GiveAsync([alpha.Id], from.Id)).Field.ShouldBe("ToId");
        await database.Change(async db => (await db.Users.SingleAsync(user => user.Id == to.Id)).Deactivate(database.Clock.Now));
        (await GiveAsync([alpha.Id], to.Id)).Field.ShouldBe("ToId");
        (await database.ToldAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Only_the_program_gives_customers_away(Roles roles) =>
        await Should.ThrowAsync<ForbiddenException>(() => GiveAsync([alpha.Id], to.Id, Given.Viewer(roles)));

    public void Dispose() => database.Dispose();

    private Task<Outcome<int>> GiveAsync(Guid[] ids, Guid? toId, Viewer? by = null) =>
        database.Ask<OwnerChange, Outcome<int>>(owners => owners.GiveAsync(ids, toId, by ?? Manager, default));
}
