using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Recruiting;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Recruiting;

/// <summary>Which customers are leads, and what becomes of them.</summary>
public sealed class LeadTests : IDisposable
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User manager = Given.User(Roles.ProgramManager, "Paula Meier");
    private readonly User owner = Given.User(name: "Jonas Lindner");

    public LeadTests()
    {
        database.Add(manager, owner).GetAwaiter().GetResult();
        if (database.Read(db => db.Organisations.AnyAsync()).GetAwaiter().GetResult() is false)
        {
            database.Add(new Organisation("Meridian Software", "Europe/Berlin", "EUR")).GetAwaiter().GetResult();
        }
    }

    [Theory]
    [InlineData(70, 6, 0, true)]
    [InlineData(69, 6, 0, false)]
    [InlineData(95, 5, 0, false)]
    [InlineData(95, 24, 1, false)]
    [InlineData(null, 24, 0, false)]
    public async Task A_healthy_customer_of_six_months_without_escalation_is_a_lead(int? health, int months, int escalations, bool lead)
    {
        await CustomerAsync(health, months, escalations);
        (await LeadsAsync()).Count.ShouldBe(lead ? 1 : 0);
    }

    [Fact]
    public async Task Who_acts_as_a_reference_or_was_used_is_no_lead()
    {
        var active = await CustomerAsync();
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == active.Id)).Activate());
        var used = await CustomerAsync();
        await UseAsync(used.Id);
        (await LeadsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_nominated_or_archived_is_no_lead()
    {
        var nominated = await CustomerAsync(name: "Harbour");
        await database.Ask<NominationService, Outcome<Guid>>(service => service.NominateAsync(new NominationEdit { CompanyName = "harbour", Why = "Happy" }, View(owner), default));
        var archived = await CustomerAsync();
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == archived.Id)).Archive(null, FakeClock.Start));
        (await LeadsAsync()).ShouldBeEmpty(nominated.Name);
    }

    [Fact]
    public async Task Recruiting_gives_the_owner_a_follow_up_once()
    {
        var customer = await CustomerAsync(name: "Harbour");
        (await RecruitAsync(customer.Id)).IsDone.ShouldBeTrue();
        (await LeadsAsync()).ShouldBeEmpty();
        var todo = await database.Read(db => db.FollowUps.SingleAsync());
        todo.AssigneeId.ShouldBe(owner.Id);
        todo.Text.ShouldStartWith("Invite Harbour to act as a reference: health 80");
        await Should.ThrowAsync<IllegalMoveException>(() => RecruitAsync(customer.Id));
        (await database.Read(db => db.Nominations.SingleAsync())).State.ShouldBe(NominationState.Accepted);
    }

    [Fact]
    public async Task A_lead_that_is_put_off_comes_back_after_six_months()
    {
        var customer = await CustomerAsync();
        (await PutOffAsync(customer.Id, " ")).Field.ShouldBe("Reason");
        (await PutOffAsync(customer.Id, "In the middle of a move")).IsDone.ShouldBeTrue();
        (await LeadsAsync()).ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromDays(180));
        (await LeadsAsync()).ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromDays(5));
        (await LeadsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_health_that_makes_a_lead_is_set_with_the_leads()
    {
        await CustomerAsync(50);
        (await SeekAsync(101)).IsDone.ShouldBeFalse();
        (await SeekAsync(50)).IsDone.ShouldBeTrue();
        (await LeadsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Marketing)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Health_of_leads_is_for_the_program_manager(Roles roles)
    {
        var customer = await CustomerAsync();
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<LeadQueries, LeadPage>(queries => queries.PageAsync(1, Given.Viewer(roles), default)));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<LeadService, Outcome>(service => service.RecruitAsync(customer.Id, Given.Viewer(roles), default)));
    }

    public void Dispose() => database.Dispose();

    private static Viewer View(User user) => new(user.Id, user.Name, user.Roles);

    private async Task<Customer> CustomerAsync(int? health = 80, int months = 12, int escalations = 0, string? name = null)
    {
        var customer = new Customer(Given.Id(), new CompanyFacts { Name = name ?? $"Customer {Given.Id()}", CustomerSince = Today.AddMonths(-months) }, owner.Id, FakeClock.Start);
        customer.Confide(new CustomerSecrets { Health = health, OpenEscalations = escalations });
        await database.Add(customer);
        return customer;
    }

    private async Task UseAsync(Guid customerId)
    {
        await using var scope = database.Scope();
        await scope.ServiceProvider.GetRequiredService<ReservationService>().LogAsync(new LogUse(customerId, null, ActivityKeys.SalesCall, Today, 30, "At the fair"), View(manager), default);
        await scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
    }

    private async Task<IReadOnlyList<Lead>> LeadsAsync() => (await database.Ask<LeadQueries, LeadPage>(queries => queries.PageAsync(1, View(manager), default))).Rows;

    private Task<Outcome> RecruitAsync(Guid id) => database.Ask<LeadService, Outcome>(service => service.RecruitAsync(id, View(manager), default));

    private Task<Outcome> PutOffAsync(Guid id, string reason) => database.Ask<LeadService, Outcome>(service => service.PutOffAsync(id, reason, View(manager), default));

    private Task<Outcome> SeekAsync(int health) => database.Ask<LeadService, Outcome>(service => service.SeekFromAsync(health, View(manager), default));
}
