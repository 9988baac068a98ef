using System.Net;
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

namespace ReferenceHub.Web.Tests.Usage;

/// <summary>Whatever is put into a form or an address, no limit is exceeded by it.</summary>
public sealed class ForgedFieldsTests(RequestDesk desk) : IClassFixture<RequestDesk>
{
    [Fact]
    public async Task Fields_that_no_form_has_take_nothing_beyond_a_limit()
    {
        var (customer, first, second) = await TwoForOneAsync();
        await AskAsync(first);
        var before = await LedgerAsync(customer);

        var answer = await desk.Manager.PostAsync(Address(second, "ask"), Forged(customer));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text("main").ShouldContain("Limit of 1 sales call");
        (await LedgerAsync(customer)).Select(entry => entry.Id).ShouldBe(before.Select(entry => entry.Id));
        (await StateAsync(second)).ShouldBe(CandidateState.Proposed);
    }

    [Fact]
    public async Task The_amount_of_the_deal_is_the_deals_and_not_the_forms()
    {
        var (customer, first, _) = await TwoForOneAsync();
        await HoldBackAsync(100);
        try
        {
            (await desk.Manager.PostAsync(Address(first, "ask"), Forged(customer))).Status.ShouldBe(HttpStatusCode.Conflict);
            (await LedgerAsync(customer)).ShouldBeEmpty();
        }
        finally
        {
            await HoldBackAsync(0);
        }
    }

    [Fact]
    public async Task An_override_is_for_those_who_may_with_sponsor_and_reason()
    {
        var (customer, first, second) = await TwoForOneAsync();
        await AskAsync(first);
        var before = await LedgerAsync(customer);

        foreach (var visitor in new[] { desk.Rep, desk.OtherRep, desk.Owner, desk.Executive })
        {
            var answer = await visitor.PostAsync(Address(second, "ask"), [("Sponsor", "Vera"), ("Reason", "Please"), .. Forged(customer)]);
            answer.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }

        (await desk.Manager.PostAsync(Address(second, "ask"), ("Sponsor", "Vera"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Manager.PostAsync(Address(second, "ask"), ("Reason", "Please"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await LedgerAsync(customer)).Select(entry => entry.Id).ShouldBe(before.Select(entry => entry.Id));
    }

    [Fact]
    public async Task A_candidate_is_asked_by_its_own_request_and_for_its_own_customer_only()
    {
        var (customer, first, second) = await TwoForOneAsync();
        var stranger = Given.Customer(ownerId: desk.Owner.Viewer.UserId);
        await desk.App.AddAsync(stranger);

        (await desk.Manager.PostAsync($"/requests/{first.Number}/candidates/{second.CandidateId}/ask")).Status.ShouldBe(HttpStatusCode.NotFound);
        var mixed = await desk.Manager.PostAsync(
            $"/requests/{first.Number}/candidates", ("CustomerId", stranger.Id.ToString()), ("ContactId", customer.Contacts[0].Id.ToString()), ("Ask", "true"));

        mixed.Status.ShouldBe(HttpStatusCode.NotFound);
        (await LedgerAsync(customer)).ShouldBeEmpty();
        (await LedgerAsync(stranger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_requester_gets_no_date_and_no_completion_beyond_a_limit()
    {
        var (customer, first, second) = await TwoForOneAsync();
        await AskAsync(first);
        await desk.App.DataAsync(db => db.Requests.Where(row => row.Number == second.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.NeededBy, DateOnly.FromDateTime(desk.App.Clock.Now).AddDays(200))));
        await AskAsync(second);
        await AgreeAsync(second);
        var before = await LedgerAsync(customer);
        (string, string?)[] mark = [("Sponsor", "Vera"), ("Reason", "Please"), .. Forged(customer)];

        (await desk.Rep.PostAsync(Address(second, "schedule"), ("At", $"{desk.Day(20)}T10:00"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.Rep.PostAsync(Address(second, "schedule"), [("At", $"{desk.Day(20)}T10:00"), .. mark])).Status.ShouldBe(HttpStatusCode.Forbidden);
        var held = await desk.Rep.PostAsync(Address(second, "completion"), ("Minutes", "30"));
        (await desk.Rep.PostAsync(Address(second, "completion"), mark)).Status.ShouldBe(HttpStatusCode.Forbidden);

        held.Status.ShouldBe(HttpStatusCode.Conflict);
        held.Text("main").ShouldContain("Not noted as held today: a limit stands against it");
        (await LedgerAsync(customer)).Select(entry => entry.Id).ShouldBe(before.Select(entry => entry.Id));

        // The program manager is offered the override, and what was typed goes along.
        var offered = await desk.Manager.PostAsync(Address(second, "completion"), ("Minutes", "35"), ("Note", "Met at the fair"));
        await desk.Manager.SubmitAsync(offered, "form[action$='/completion'][data-draft^='override']", ("Sponsor", "Vera"), ("Reason", "It happened"));
        var entry = (await desk.App.DataAsync(db => db.LedgerEntries.Where(row => row.CustomerId == customer.Id).OrderBy(row => row.Sequence).ToListAsync()))[^1];
        (entry.Kind, entry.Sponsor, entry.Minutes).ShouldBe((LedgerKind.Confirmed, "Vera", 35));
    }

    [Fact]
    public async Task A_link_answers_for_what_was_asked_whatever_is_sent_with_it()
    {
        var (customer, first, _) = await TwoForOneAsync();
        await AskAsync(first);
        (await desk.App.AskAsync<CandidateAnswers, Outcome>(answers => answers.AgreeAsync(first.Number, first.CandidateId, null, null, desk.Owner.Viewer, default))).Refusal.ShouldBeNull();
        var before = await LedgerAsync(customer);
        var link = await desk.App.DataAsync(db => db.SignedLinks.AsNoTracking().Where(row => row.Purpose == LinkPurpose.CustomerAnswer && row.SubjectId == first.CandidateId).SingleAsync());
        var (key, token) = LinkKey.Make(Given.Id(), link.Id, desk.App.Clock.Now);
        await desk.App.AddAsync(key);

        await desk.App.Anybody().PostAsync($"/l/{token}/ask/yes", [("Source", "anything"), .. Forged(customer)]);

        (await StateAsync(first)).ShouldBe(CandidateState.Accepted);
        (await LedgerAsync(customer)).Select(entry => (entry.On, entry.Units, entry.Minutes, entry.ContactId)).Distinct()
            .ShouldBe(before.Select(entry => (entry.On, entry.Units, entry.Minutes, entry.ContactId)).Distinct());
        var limits = await desk.App.Anybody().PostAsync($"/l/{token}/limits", ("Uses", "100"), ("Minutes", "1000"), ("ContactId", customer.Contacts[1].Id.ToString()));
        limits.Status.ShouldBe(HttpStatusCode.NotFound, "the link of an answer sets no limits");
    }

    [Fact]
    public async Task Units_are_those_of_the_activity_whoever_logs_and_only_the_program_corrects()
    {
        var (customer, _, _) = await TwoForOneAsync();
        await desk.Owner.PostAsync($"/usage/customers/{customer.Id}/uses", [
            ("Activity", ActivityKeys.SalesCall), ("On", desk.Day(-1)), ("Note", "Agreed by phone"), ("Source", "Import"), ("Kind", "Released"), ("State", "Released"), .. Forged(null)]);
        var logged = (await LedgerAsync(customer)).ShouldHaveSingleItem();
        (logged.Units, logged.State, logged.Kind).ShouldBe((1, UseState.Done, LedgerKind.Logged));

        (await desk.Owner.PostAsync($"/usage/customers/{customer.Id}/uses/{logged.UseId}/correction", ("Minutes", "0"), ("Reason", "None"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.OtherRep.PostAsync($"/usage/customers/{customer.Id}/uses", ("Activity", ActivityKeys.Rfp), ("On", desk.Day(-1)), ("Note", "x"))).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        (await LedgerAsync(customer)).ShouldHaveSingleItem();
    }

    private static (string Field, string? Value)[] Forged(Customer? customer) =>
    [
        ("Units", "0"), ("Use.Units", "0"), ("Override", "true"), ("Overridden", "true"), ("Allowed", "true"), ("CanOverride", "true"), ("On", "2031-01-01"), ("NeededBy", "2031-01-01"),
        ("DealAmount", "99999999"), ("Amount", "99999999"), ("AmountMinor", "9999999900"), ("Large", "true"), ("PolicyId", Guid.Empty.ToString()), ("EditionId", Guid.NewGuid().ToString()),
        ("HeldBack", "0"), ("StartsRest", "false"), ("UseId", Guid.NewGuid().ToString()), ("SourceId", Guid.NewGuid().ToString()),
        .. customer is null ? Array.Empty<(string, string?)>() : [("ContactId", customer.Contacts[1].Id.ToString()), ("CustomerId", Guid.NewGuid().ToString())],
    ];

    private async Task<(Customer Customer, Ask First, Ask Second)> TwoForOneAsync()
    {
        var customer = Given.Customer(ownerId: desk.Owner.Viewer.UserId);
        customer.Contacts.Add(Given.Contact(customer));
        await desk.App.AddAsync(customer);
        var (first, second) = (await desk.ProposedAsync(customer.Id), await desk.ProposedAsync(customer.Id));
        return (customer, new Ask(first.Number, first.CandidateId), new Ask(second.Number, second.CandidateId));
    }

    private async Task AskAsync(Ask ask) =>
        (await desk.App.AskAsync<CandidateAsks, Outcome>(asks => asks.AskAsync(ask.Number, ask.CandidateId, null, desk.Manager.Viewer, default))).Refusal.ShouldBeNull();

    private async Task AgreeAsync(Ask ask)
    {
        while ((await StateAsync(ask)).IsAsked())
        {
            (await desk.App.AskAsync<CandidateAnswers, Outcome>(answers => answers.AgreeAsync(ask.Number, ask.CandidateId, null, "by phone", desk.Manager.Viewer, default))).Refusal.ShouldBeNull();
        }
    }

    private Task<bool> HoldBackAsync(int percent) => desk.App.DataAsync(async db =>
    {
        (await db.PolicyEditions.SingleAsync()).HoldBack(percent, 500_000, "EUR");
        (await db.PolicySets.SingleAsync()).Touch(desk.App.Clock.Now);
        await db.SaveChangesAsync();
        return true;
    });

    private Task<List<LedgerEntry>> LedgerAsync(Customer customer) =>
        desk.App.DataAsync(db => db.LedgerEntries.AsNoTracking().Where(entry => entry.CustomerId == customer.Id).OrderBy(entry => entry.Sequence).ToListAsync());

    private Task<CandidateState> StateAsync(Ask ask) => desk.App.DataAsync(db => db.Candidates.Where(row => row.Id == ask.CandidateId).Select(row => row.State).SingleAsync());

    private static string Address(Ask ask, string verb) => $"/requests/{ask.Number}/candidates/{ask.CandidateId}/{verb}";

    private sealed record Ask(int Number, Guid CandidateId);
}
