using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Line;

/// <summary>A small program with three references, each with an owner of its own, and a request that is taken.</summary>
public sealed class LineProgram : IDisposable
{
    private readonly List<Guid> customers;

    public LineProgram()
    {
        customers = [Base.CustomerId, Add("Bodensee Leben", "Miriam Falk"), Add("Corvina Bank", "Carla Bianchi")];
        // Whoever can be written to has a time to answer.
        Base.Database.Change(async db =>
        {
            await db.Users.ForEachAsync(user => user.PasswordHash = "chosen");
            await db.Contacts.ForEachAsync(contact => contact.Describe(contact.Name, null, $"{contact.Id:N}@customer.example", null, ["en"], null));
        }).GetAwaiter().GetResult();
    }

    public SmallProgram Base { get; } = new();

    public List<Viewer> Owners { get; } = [];

    public void Dispose() => Base.Dispose();

    public Guid Customer(int place) => customers[place];

    public async Task<int> TakenAsync(RequestNeed? need = null)
    {
        var number = await Base.SubmitAsync(need);
        await Base.Do<RequestTriage>(desk => desk.AssignAsync(number, null, Base.Manager, default));
        return number;
    }

    public async Task<Guid> ProposeAsync(int number, int place)
    {
        await Base.Do<CandidateAsks>(desk => desk.ProposeAsync(number, customers[place], null, Base.Manager, default));
        return (await Base.RequestAsync(number)).Candidates.Single(candidate => candidate.CustomerId == customers[place] && candidate.State == CandidateState.Proposed).Id;
    }

    /// <summary>All three proposed, the first one asked.</summary>
    public async Task<(int Number, Guid[] Candidates)> LinedUpAsync(RequestNeed? need = null)
    {
        var number = await TakenAsync(need);
        Guid[] line = [await ProposeAsync(number, 0), await ProposeAsync(number, 1), await ProposeAsync(number, 2)];
        await AskAsync(number, line[0]);
        return (number, line);
    }

    public Task AskAsync(int number, Guid candidate) => Base.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, null, Base.Manager, default));

    public Task YesAsync(int number, Guid candidate) => Base.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", Base.Manager, default));

    public Task NoAsync(int number, Guid candidate, DeclineKind? kind = null) =>
        Base.Do<CandidateAnswers>(desk => desk.DeclineAsync(number, candidate, null, "by phone", Base.Manager, default, kind: kind));

    public async Task<CandidateState> StateAsync(int number, Guid candidate) => (await Base.RequestAsync(number)).CandidateOf(candidate).State;

    public Task<IReadOnlyList<Use>> UsesAsync(int place) => Base.Database.Read(db => Task.FromResult(UseFold.Current([.. db.LedgerEntries.Where(entry => entry.CustomerId == customers[place])])));

    private Guid Add(string name, string owner)
    {
        var person = new User(Base.Database.NextId(), owner, $"{owner.Split(' ')[0]}@test.example", Roles.Rep, Base.Clock.Now);
        var customer = new Customer(Base.Database.NextId(), new CompanyFacts { Name = name }, person.Id, Base.Clock.Now);
        customer.Activate();
        customer.Verify(person.Id, Base.Clock.Now, DateOnly.FromDateTime(Base.Clock.Now));
        var contact = new Contact(Base.Database.NextId(), customer.Id, $"Contact of {name}");
        contact.Agree([PermissionScope.SalesCall, PermissionScope.Analyst], null, null);
        Base.Database.Add(person, customer, contact).GetAwaiter().GetResult();
        Owners.Add(person.AsViewer());
        return customer.Id;
    }
}
