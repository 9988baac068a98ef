using System.Globalization;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;

namespace ReferenceHub.Web.Tests.Requests;

/// <summary>A product with a rep, another rep, a manager and an owner at their desks, one reference and one deal.</summary>
public sealed class RequestDesk : IAsyncLifetime
{
    public WebApp App { get; } = new();

    public Visitor Rep { get; private set; } = null!;

    public Visitor OtherRep { get; private set; } = null!;

    public Visitor Manager { get; private set; } = null!;

    public Visitor Owner { get; private set; } = null!;

    public Visitor Executive { get; private set; } = null!;

    public Customer Customer { get; private set; } = null!;

    public Opportunity Deal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Rep = await App.SignedInAsync(Roles.Rep, "Rita Sommer");
        OtherRep = await App.SignedInAsync(Roles.Rep, "Daniel Costa");
        Manager = await App.SignedInAsync(Roles.ProgramManager, "Paula Meier");
        Owner = await App.SignedInAsync(Roles.Rep, "Jonas Weber");
        Executive = await App.SignedInAsync(Roles.Executive, "Eva Lang");
        Customer = Given.Customer("Alpenbank AG", Owner.Viewer.UserId);
        Deal = Given.Opportunity(Rep.Viewer.UserId, "Northwind core platform");
        await App.AddAsync(Customer, Deal);
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        return Task.CompletedTask;
    }

    public string Day(int fromToday) => DateOnly.FromDateTime(App.Clock.Now).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public RequestNeed Need() => new()
    {
        ActivityKey = ActivityKeys.SalesCall, OpportunityId = Deal.Id, Text = "A bank in DACH", NeededBy = DateOnly.FromDateTime(App.Clock.Now).AddDays(14),
    };

    public async Task<int> SubmittedAsync()
    {
        var sent = await App.AskAsync<RequestDrafting, Core.Data.Outcome<int>>(desk => desk.SubmitAsync(null, Need(), Rep.Viewer, default));
        sent.Refusal.ShouldBeNull();
        return sent.Value;
    }

    public async Task<(int Number, Guid CandidateId)> ProposedAsync(Guid? customerId = null)
    {
        var number = await SubmittedAsync();
        await App.AskAsync<RequestTriage, Core.Data.Outcome>(desk => desk.AssignAsync(number, null, Manager.Viewer, default));
        await App.AskAsync<CandidateAsks, Core.Data.Outcome>(desk => desk.ProposeAsync(number, customerId ?? Customer.Id, null, Manager.Viewer, default));
        return (number, (await DetailAsync(number)).Candidates.Single().Id);
    }

    public async Task<(int Number, Guid CandidateId)> AskedAsync()
    {
        var (number, candidate) = await ProposedAsync();
        await App.AskAsync<CandidateAsks, Core.Data.Outcome>(desk => desk.AskAsync(number, candidate, null, Manager.Viewer, default));
        return (number, candidate);
    }

    public Task<RequestDetail> DetailAsync(int number, Visitor? viewer = null) =>
        App.AskAsync<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, (viewer ?? Manager).Viewer, default));
}
