using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Every view of contact details is kept with who, whose, when and by which right, and listed for the program manager.</summary>
public sealed class RevealTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User owner = Given.User(name: "Olga Owner");
    private readonly User rep = Given.User(name: "Rita Rep");
    private readonly User manager = Given.User(Roles.ProgramManager, "Mona Manager");

    [Fact]
    public async Task It_says_who_looked_whose_details_up_and_by_which_right()
    {
        var customer = await CustomerAsync();
        await database.Add(Release(customer, rep));
        await RevealAsync(customer, rep.AsViewer());
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await RevealAsync(customer, owner.AsViewer());
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await RevealAsync(customer, manager.AsViewer());
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Ask<ContactService, (ContactEdit, int)>(service => service.ReadAsync(customer.Id, customer.Contacts[0].Id, manager.AsViewer(), default));

        var page = await PageAsync(new RevealSearch());

        page.Rows.Select(row => (row.UserName, row.Right, row.Place)).ShouldBe(
        [
            ("Mona Manager", RevealRight.Program, RevealPlace.Form), ("Mona Manager", RevealRight.Program, RevealPlace.Profile),
            ("Olga Owner", RevealRight.Owner, RevealPlace.Profile), ("Rita Rep", RevealRight.Release, RevealPlace.Profile),
        ]);
        page.Rows.ShouldAllBe(row => row.ContactName == customer.Contacts[0].Name && row.CustomerName == customer.Name && !row.Unusual);
        page.Unusual.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rep_sees_details_while_they_are_released_and_not_a_minute_longer()
    {
        var customer = await CustomerAsync();
        var release = Release(customer, rep);
        await database.Add(release);
        var ends = database.Clock.Now.AddDays(ContactRelease.DaysAfterCompletion);
        await database.Change(async db => (await db.ContactReleases.SingleAsync()).EndAfterCompletion(database.Clock.Now));

        database.Clock.Advance(ends - database.Clock.Now - TimeSpan.FromMinutes(1));
        (await RevealAsync(customer, rep.AsViewer())).Email.ShouldNotBeNull();
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await Should.ThrowAsync<ForbiddenException>(() => RevealAsync(customer, rep.AsViewer()));
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.None)]
    public async Task Who_may_not_ask_has_no_use_of_a_release(Roles roles)
    {
        var customer = await CustomerAsync(Tier.Confidential);
        await database.Add(Release(customer, rep));
        var viewer = rep.AsViewer() with { Roles = roles };

        await Should.ThrowAsync<ForbiddenException>(() => RevealAsync(customer, viewer));
        (await database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(customer.Id, viewer, default))).Sight.Named.ShouldBeFalse();
        (await database.Read(db => db.Customers.NamedFor(viewer, db, database.Clock.Now).AnyAsync(row => row.Id == customer.Id))).ShouldBeFalse();
        (await database.Read(db => db.ContactReveals.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_release_is_for_its_contact_and_its_person_alone()
    {
        var customer = await CustomerAsync();
        var second = Given.Contact(customer);
        await database.Add(second, Release(customer, rep));

        await Should.ThrowAsync<ForbiddenException>(() => RevealAsync(customer, Given.Viewer(Roles.Rep)));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<ContactService, ContactDetails>(service => service.RevealAsync(customer.Id, second.Id, rep.AsViewer(), default)));
    }

    [Fact]
    public async Task Unusually_many_contacts_in_a_day_stand_out()
    {
        var customer = await CustomerAsync();
        customer.Contacts.AddRange(Enumerable.Range(0, ContactReveal.UsualADay).Select(_ => Given.Contact(customer)));
        await database.Add([.. customer.Contacts.Skip(1)]);
        foreach (var contact in customer.Contacts.Take(ContactReveal.UsualADay))
        {
            await database.Ask<ContactService, ContactDetails>(service => service.RevealAsync(customer.Id, contact.Id, owner.AsViewer(), default));
        }

        await RevealAsync(customer, owner.AsViewer());
        (await PageAsync(new RevealSearch())).Unusual.ShouldBeEmpty();

        await database.Ask<ContactService, ContactDetails>(service => service.RevealAsync(customer.Id, customer.Contacts[^1].Id, owner.AsViewer(), default));
        var page = await PageAsync(new RevealSearch());
        page.Unusual.ShouldHaveSingleItem().ShouldBe(new UnusualDay(owner.Id, "Olga Owner", DateOnly.FromDateTime(database.Clock.Now), ContactReveal.UsualADay + 1));
        page.Rows.ShouldAllBe(row => row.Unusual);
    }

    [Fact]
    public async Task Pages_follow_one_another_also_within_one_instant_and_filters_hold()
    {
        var customer = await CustomerAsync();
        var other = await CustomerAsync();
        for (var look = 0; look < (2 * RevealQueries.PageSize) + 7; look++)
        {
            await RevealAsync(look % 3 == 0 ? other : customer, manager.AsViewer());
        }

        var (all, after) = (new List<RevealRow>(), (string?)null);
        do
        {
            var page = await PageAsync(new RevealSearch { After = after });
            all.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        all.Count.ShouldBe((2 * RevealQueries.PageSize) + 7);
        all.Count(row => row.CustomerId == other.Id).ShouldBe(36);
        (await PageAsync(new RevealSearch { CustomerId = other.Id })).Rows.Count.ShouldBe(36);
        (await PageAsync(new RevealSearch { UserId = rep.Id })).Rows.ShouldBeEmpty();
        (await PageAsync(new RevealSearch { To = DateOnly.FromDateTime(database.Clock.Now).AddDays(-1) })).Rows.ShouldBeEmpty();
        (await PageAsync(new RevealSearch { After = "nonsense" })).Rows.Count.ShouldBe(RevealQueries.PageSize);
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Marketing)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Only_the_program_manager_reads_the_list(Roles roles) =>
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<RevealQueries, RevealPage>(queries => queries.PageAsync(new RevealSearch(), Given.Viewer(roles), default)));

    public void Dispose() => database.Dispose();

    private async Task<Customer> CustomerAsync(Tier tier = Tier.Standard)
    {
        var customer = Given.Customer(ownerId: owner.Id, tier: tier);
        if (!await database.Read(db => db.Users.AnyAsync()))
        {
            await database.Add(owner, rep, manager);
        }

        await database.Add(customer);
        return customer;
    }

    private ContactRelease Release(Customer customer, User to) => new(Given.Id(), Given.Id(), customer.Id, customer.Contacts[0].Id, to.Id, database.Clock.Now);

    private Task<ContactDetails> RevealAsync(Customer customer, Viewer viewer) =>
        database.Ask<ContactService, ContactDetails>(service => service.RevealAsync(customer.Id, customer.Contacts[0].Id, viewer, default));

    private Task<RevealPage> PageAsync(RevealSearch search) => database.Ask<RevealQueries, RevealPage>(queries => queries.PageAsync(search, manager.AsViewer(), default));
}
