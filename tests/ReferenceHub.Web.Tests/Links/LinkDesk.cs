using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Web;
using ReferenceHub.Web.Tests.Requests;

namespace ReferenceHub.Web.Tests.Links;

/// <summary>A product in which asks are under way, each of a customer of its own, with the tokens that went out by mail.</summary>
public sealed class LinkDesk : IAsyncLifetime
{
    private readonly RequestDesk desk = new();

    public WebApp App => desk.App;

    public Visitor Manager => desk.Manager;

    public Visitor Owner => desk.Owner;

    public Visitor Rep => desk.Rep;

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    /// <summary>A customer of the owner whose contact reads these languages.</summary>
    public async Task<Customer> CustomerAsync(params string[] languages)
    {
        var customer = Given.Customer(ownerId: Owner.Viewer.UserId);
        var contact = customer.Contacts[0];
        contact.Describe("Anna Keller", "Head of IT", contact.Email, contact.Phone, languages, "Europe/Berlin");
        await App.AddAsync(customer);
        return customer;
    }

    /// <summary>An ask that waits for the owner.</summary>
    public async Task<Asked> AskAsync(Customer? customer = null, string activity = ActivityKeys.SalesCall)
    {
        customer ??= await CustomerAsync("en");
        var need = desk.Need() with
        {
            ActivityKey = activity,
            NeededBy = DateOnly.FromDateTime(App.Clock.Now).AddDays(90),
            Text = "INTERNAL words of the rep",
            ProspectName = "Northwind Bank",
            ProspectContact = "Henrik Sand",
            ProspectEmail = "secret@northwind.example",
            WantToKnow = "Effort in weeks\nRunning cost",
        };
        var number = (await App.AskAsync<RequestDrafting, Outcome<int>>(drafts => drafts.SubmitAsync(null, need, Rep.Viewer, default))).Value;
        (await App.AskAsync<RequestTriage, Outcome>(triage => triage.AssignAsync(number, null, Manager.Viewer, default))).Refusal.ShouldBeNull();
        (await App.AskAsync<CandidateAsks, Outcome>(asks => asks.ProposeAsync(number, customer.Id, null, Manager.Viewer, default))).Refusal.ShouldBeNull();
        var candidate = await App.DataAsync(db => db.Candidates.Where(row => row.CustomerId == customer.Id && row.State == CandidateState.Proposed).Select(row => row.Id).SingleAsync());
        (await App.AskAsync<CandidateAsks, Outcome>(asks => asks.AskAsync(number, candidate, null, Manager.Viewer, default))).Refusal.ShouldBeNull();
        return new Asked(number, candidate, customer);
    }

    /// <summary>An ask that waits for the customer.</summary>
    public async Task<Asked> AskCustomerAsync(Customer? customer = null)
    {
        var ask = await AskAsync(customer);
        (await App.AskAsync<CandidateAnswers, Outcome>(answers => answers.AgreeAsync(ask.Number, ask.CandidateId, null, null, Owner.Viewer, default))).Refusal.ShouldBeNull();
        return ask;
    }

    /// <summary>A token of the newest link of a purpose, as the mail carries it.</summary>
    public async Task<string> TokenAsync(LinkPurpose purpose, Guid subjectId)
    {
        var link = await LinkAsync(purpose, subjectId);
        (await App.DataAsync(db => db.OutboxMessages.AnyAsync(message => message.LinkId == link.Id))).ShouldBeTrue("a mail carries it");
        var (key, token) = LinkKey.Make(Given.Id(), link.Id, App.Clock.Now);
        await App.AddAsync(key);
        return token;
    }

    public Task<SignedLink> LinkAsync(LinkPurpose purpose, Guid subjectId) => App.DataAsync(async db =>
        (await db.SignedLinks.AsNoTracking().Where(link => link.Purpose == purpose && link.SubjectId == subjectId).ToListAsync()).OrderByDescending(link => link.CreatedAt).ThenByDescending(link => link.RevokedAt is null).First());

    public Task<Candidate> CandidateAsync(Asked ask) => App.DataAsync(db => db.Candidates.AsNoTracking().SingleAsync(row => row.Id == ask.CandidateId));

    public Task<List<RequestEvent>> EventsAsync(Asked ask) =>
        App.DataAsync(db => db.RequestEvents.AsNoTracking().Where(line => line.CandidateId == ask.CandidateId).OrderBy(line => line.Place).ToListAsync());

    public Task<List<OutboxMessage>> MailsAsync(string kind, string address) =>
        App.DataAsync(db => db.OutboxMessages.AsNoTracking().Where(message => message.Kind == kind && message.Address == address).OrderBy(message => message.CreatedAt).ToListAsync());

    /// <summary>Everything a look could change: the ask, its timeline, the ledger, links, mails, history.</summary>
    public Task<string> StateAsync() => App.DataAsync(async db => string.Join('|',
        string.Join(',', await db.Candidates.OrderBy(row => row.Id).Select(row => $"{row.Id}{row.State}").ToListAsync()),
        await db.RequestEvents.CountAsync(), await db.LedgerEntries.CountAsync(), await db.OutboxMessages.CountAsync(), await db.SignedLinks.SumAsync(link => link.Uses),
        await db.SignedLinks.CountAsync(link => link.RevokedAt != null), await db.HistoryEvents.CountAsync(), await db.FollowUps.CountAsync(), await db.Notifications.CountAsync()));
}

/// <summary>An ask under way.</summary>
public sealed record Asked(int Number, Guid CandidateId, Customer Customer)
{
    public Contact Contact => Customer.Contacts[0];
}
