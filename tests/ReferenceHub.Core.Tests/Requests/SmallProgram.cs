using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>The smallest program in which a request can go its way: five people, one reference, one deal, the shipped limits.</summary>
public sealed class SmallProgram : IDisposable
{
    private readonly Guid dealId;

    public SmallProgram(Action<DbContextOptionsBuilder>? options = null)
    {
        Database = TestDatabase.Create(options: options);
        var now = Clock.Now;
        var rep = new User(Database.NextId(), "Rita Sommer", "rep@test.example", Roles.Rep, now);
        var other = new User(Database.NextId(), "Daniel Costa", "rep2@test.example", Roles.Rep, now);
        var manager = new User(Database.NextId(), "Paula Meier", "manager@test.example", Roles.ProgramManager, now);
        var owner = new User(Database.NextId(), "Jonas Weber", "owner@test.example", Roles.Rep, now);
        (Rep, OtherRep, Manager, Owner) = (rep.AsViewer(), other.AsViewer(), manager.AsViewer(), owner.AsViewer());

        var customer = new Customer(Database.NextId(), new CompanyFacts { Name = "Alpenbank AG" }, owner.Id, now);
        customer.Activate();
        customer.Verify(owner.Id, now, DateOnly.FromDateTime(now));
        var contact = new Contact(Database.NextId(), customer.Id, "Anna Keller");
        contact.Agree([PermissionScope.SalesCall, PermissionScope.Analyst], null, null);
        CustomerId = customer.Id;

        var deal = new Opportunity(Database.NextId(), "OPP-1", new DealFacts { Name = "Northwind Bank", Currency = "EUR", StageKey = "proposal", OwnerId = rep.Id }, now);
        dealId = deal.Id;

        Database.Add(rep, other, manager, owner, customer, contact, deal).GetAwaiter().GetResult();
    }

    public TestDatabase Database { get; }

    public FakeClock Clock => Database.Clock;

    public Viewer Rep { get; }

    public Viewer OtherRep { get; }

    public Viewer Manager { get; }

    public Viewer Owner { get; }

    public Guid CustomerId { get; }

    public void Dispose() => Database.Dispose();

    public Task<T> Ask<TService, T>(Func<TService, Task<T>> question)
        where TService : notnull => Database.Ask(question);

    public Task<Outcome> Ask<TService>(Func<TService, Task<Outcome>> command)
        where TService : notnull => Database.Ask(command);

    public async Task Do<TService>(Func<TService, Task<Outcome>> command)
        where TService : notnull => (await Database.Ask(command)).Refusal.ShouldBeNull();

    public RequestNeed Need() => new()
    {
        ActivityKey = ActivityKeys.SalesCall,
        OpportunityId = dealId,
        Text = "Bank in DACH",
        NeededBy = DateOnly.FromDateTime(Clock.Now).AddDays(14),
    };

    public async Task<int> SubmitAsync(RequestNeed? need = null)
    {
        var sent = await Database.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need ?? Need(), Rep, default));
        sent.Refusal.ShouldBeNull();
        return sent.Value;
    }

    /// <summary>Corrected by the requester, from the page as it is now.</summary>
    public async Task<Outcome> CorrectAsync(int number, RequestNeed need)
    {
        var shown = NeedChanges.MarkOf(RequestQueries.NeedOf(await RequestAsync(number)));
        return await Ask<RequestDrafting>(desk => desk.CorrectAsync(number, need, shown, Rep, default));
    }

    public async Task<Guid> ProposeAsync(int number)
    {
        var before = (await RequestAsync(number)).Candidates.Select(candidate => candidate.Id).ToHashSet();
        await Do<CandidateAsks>(desk => desk.ProposeAsync(number, CustomerId, null, Manager, default));
        return (await RequestAsync(number)).Candidates.Single(candidate => !before.Contains(candidate.Id)).Id;
    }

    public async Task<(int Number, Guid CandidateId)> AskedAsync()
    {
        var number = await SubmitAsync();
        await Do<RequestTriage>(desk => desk.AssignAsync(number, null, Manager, default));
        var candidate = await ProposeAsync(number);
        await Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, Manager, default));
        return (number, candidate);
    }

    public Task<ReferenceRequest> RequestAsync(int number) => Database.Read(db => db.Requests
        .Include(request => request.Candidates.OrderBy(candidate => candidate.ProposedAt).ThenBy(candidate => candidate.Id))
        .Include(request => request.Events.OrderBy(line => line.Place))
        .SingleAsync(request => request.Number == number));

    public Task<IReadOnlyList<Use>> UsesAsync() => Database.Read(async db =>
        UseFold.Current(await db.LedgerEntries.Where(entry => entry.CustomerId == CustomerId).ToListAsync()));
}
