using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.Matching.Demand;

/// <summary>Two reps with a deal each, a manager, and one bank that is paused for a month: it fits, and can't be asked.</summary>
public sealed class DemandScene : IDisposable
{
    /// <summary>What is looked for.</summary>
    public static readonly Criteria Banks = Criteria.Parse("industry=banking");

    public DemandScene()
    {
        Database = TestDatabase.Create(configure: services => services.AddSingleton(new SiteAddress(new Uri("https://hub.example"))), options: options => options.AddInterceptors(Count));
        Bank = Given.Customer("Alpenbank AG");
        Deal = Given.Opportunity(Rep.Id, "Northwind");
        OtherDeal = Given.Opportunity(OtherRep.Id, "Southwind");
        Database.Add(Rep, OtherRep, Manager, Deal, OtherDeal).GetAwaiter().GetResult();
        Database.Change(async db =>
        {
            var banking = await db.Terms.SingleAsync(term => term.Kind == TermKind.Industry && term.Key == "banking");
            Bank.Reclassify(banking.Id, null);
            Bank.Pause(DateOnly.FromDateTime(Database.Clock.Now).AddDays(30), "Busy");
            db.Add(Bank);
        }).GetAwaiter().GetResult();
    }

    public QueryCount Count { get; } = new();

    public TestDatabase Database { get; }

    public User Rep { get; } = Given.SignedUp(name: "Rita Sommer");

    public User OtherRep { get; } = Given.SignedUp(name: "Daniel Costa");

    public User Manager { get; } = Given.SignedUp(Roles.ProgramManager, "Paula Meier");

    public Customer Bank { get; }

    public Opportunity Deal { get; }

    public Opportunity OtherDeal { get; }

    public void Dispose() => Database.Dispose();

    public Task FreeTheBankAsync() => Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == Bank.Id)).Activate());

    public Task<Outcome<Guid>> RecordAsync(User by, Opportunity deal, Criteria? criteria = null, string? activity = null) =>
        Database.Ask<UnmetNeeds, Outcome<Guid>>(needs => needs.RecordAsync(deal.Id, activity, criteria ?? Banks, by.AsViewer(), default));

    public Task<UnmetNeedPage> NeedsAsync(User viewer, bool closed = false) =>
        Database.Ask<UnmetNeedQueries, UnmetNeedPage>(needs => needs.PageAsync(closed, 1, viewer.AsViewer(), default));

    public Task<Outcome<Guid>> WaitAsync(User by, Criteria? criteria = null, string? activity = null) =>
        Database.Ask<FreeAlerts, Outcome<Guid>>(alerts => alerts.WaitAsync(activity, criteria ?? Banks, by.AsViewer(), default));

    public Task<IReadOnlyList<FreeAlertLine>> WaitingAsync(User who) => Database.Ask<FreeAlerts, IReadOnlyList<FreeAlertLine>>(alerts => alerts.MineAsync(who.AsViewer(), default));

    public async Task<List<Told>> LookAsync()
    {
        await Database.Do<FreeAlertWork>(work => work.RunAsync(default));
        return [.. (await Database.ToldAsync()).Where(told => told.Kind == MessageKinds.FreeAlert).OrderBy(told => told.Address, StringComparer.Ordinal)];
    }
}
