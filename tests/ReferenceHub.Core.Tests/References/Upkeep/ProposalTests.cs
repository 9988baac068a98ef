using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.References.Upkeep;

public sealed class ProposalTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User owner = Given.User(name: "Jonas Weber");
    private readonly User manager = Given.User(Roles.ProgramManager, "Paula Meier");
    private readonly User rep = Given.User(name: "Rita Sommer");
    private readonly Customer customer;

    public ProposalTests()
    {
        foreach (var person in new[] { owner, manager, rep })
        {
            person.PasswordHash = "x";
        }

        customer = Given.Customer("Alpenbank AG", owner.Id);
        customer.Confide(new CustomerSecrets { Notes = "canarynotes", Health = 43 });
        database.Add(owner, manager, rep, customer).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task The_form_of_a_proposal_holds_nothing_secret()
    {
        var (edit, _, _) = await ReadAsync(rep.AsViewer());
        edit.Name.ShouldBe("Alpenbank AG");
        (edit.Notes, edit.Health, edit.OwnerId).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task Owner_and_program_manager_are_asked_by_mail_and_have_it_on_their_lists()
    {
        await ProposeAsync(edit => edit with { City = "Graz", Notes = "I know better", Tier = Tier.Confidential, OwnerId = rep.Id });

        var mails = await MailsAsync();
        mails.Select(mail => mail.Address).ShouldBe([owner.Email, manager.Email], ignoreOrder: true);
        mails[0].Body.ShouldContain("Headquarters: nothing → Graz");
        foreach (var decider in new[] { owner, manager })
        {
            var lists = await database.Ask<ProposalQueries, ProposalLists>(queries => queries.ListAsync(decider.AsViewer(), default));
            lists.ToDecide.ShouldHaveSingleItem().Fields.ShouldBe(["Headquarters"]);
        }

        var mine = await database.Ask<ProposalQueries, ProposalLists>(queries => queries.ListAsync(rep.AsViewer(), default));
        mine.ToDecide.ShouldBeEmpty();
        mine.Mine.Count.ShouldBe(1);
        (await RecordAsync()).City.ShouldBeNull();
    }

    [Fact]
    public async Task Each_field_is_accepted_or_refused_with_a_reason_and_history_has_both_names()
    {
        var id = await ProposeAsync(edit => edit with { City = "Graz", Employees = 70 });
        (await AnswerAsync(id, [new FieldAnswer("Employees", false, " ", null)])).Field.ShouldBe("Employees");
        (await AnswerAsync(id, [new FieldAnswer("City", true, null, null), new FieldAnswer("Employees", false, "Still 60", null)])).IsDone.ShouldBeTrue();

        var record = await RecordAsync();
        (record.City, record.Employees).ShouldBe(("Graz", null));
        var lines = await database.Read(db => db.HistoryEvents.Where(line => line.SubjectId == customer.Id).ToListAsync());
        var accepted = lines.Single(line => line.Verb == "proposal-accepted");
        (accepted.ActorName, accepted.Summary).ShouldBe(("Jonas Weber", "Accepted what Rita Sommer proposed for Headquarters"));
        accepted.Changes.ShouldBe([new FieldChange("Headquarters", null, "Graz")]);
        lines.ShouldContain(line => line.Verb == "proposal-refused");
        lines.ShouldContain(line => line.Verb == "proposed" && line.ActorName == "Rita Sommer");

        var mail = (await MailsAsync()).Single(mail => mail.Address == rep.Email);
        mail.Body.ShouldContain("Still 60");
        (await ViewAsync(id, rep.AsViewer())).State.ShouldBe(ProposalState.Decided);
    }

    [Fact]
    public async Task A_value_that_changed_meanwhile_is_shown_and_must_have_been_seen_to_be_replaced()
    {
        var id = await ProposeAsync(edit => edit with { City = "Graz" });
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == customer.Id)).Describe(customer.CompanyFacts with { City = "Vienna" }));

        var field = (await ViewAsync(id, owner.AsViewer())).Fields.ShouldHaveSingleItem();
        (field.ChangedMeanwhile, field.Now, field.Field.WasWords).ShouldBe((true, "Vienna", null));
        (await AnswerAsync(id, [new FieldAnswer("City", true, null, null)])).Refusal!.ShouldContain("changed in the meantime");
        (await AnswerAsync(id, [new FieldAnswer("City", true, null, "Vienna")])).IsDone.ShouldBeTrue();
        (await RecordAsync()).City.ShouldBe("Graz");
    }

    [Fact]
    public async Task Attributes_that_others_added_meanwhile_stay()
    {
        var terms = await database.Read(db => db.Terms.Where(term => term.Kind == TermKind.Platform).OrderBy(term => term.Key).Select(term => term.Id).Take(3).ToListAsync());
        await database.Add(new CustomerAttribute(customer.Id, terms[0]));
        var id = await ProposeAsync(edit => edit with { Attributes = [terms[1]] });
        await database.Add(new CustomerAttribute(customer.Id, terms[2]));

        var seen = (await ViewAsync(id, owner.AsViewer())).Fields.Single().NowText;
        (await AnswerAsync(id, [new FieldAnswer("Attributes", true, null, seen)])).IsDone.ShouldBeTrue();
        (await database.Read(db => db.CustomerAttributes.Where(row => row.CustomerId == customer.Id).Select(row => row.TermId).ToListAsync()))
            .ShouldBe([terms[1], terms[2]], ignoreOrder: true);
    }

    [Fact]
    public async Task A_field_is_decided_once_however_many_decide_at_once()
    {
        var id = await ProposeAsync(edit => edit with { City = "Graz" });
        var answers = await Task.WhenAll(new[] { owner, manager, owner, manager }.Select(async by =>
        {
            try
            {
                return (await AnswerAsync(id, [new FieldAnswer("City", true, null, null)], by.AsViewer())).IsDone;
            }
            catch (IllegalMoveException)
            {
                return false;
            }
        }));
        answers.Count(done => done).ShouldBe(1);
        (await database.Read(db => db.HistoryEvents.CountAsync(line => line.Verb == "proposal-accepted"))).ShouldBe(1);
        (await MailsAsync()).Count(mail => mail.Address == rep.Email).ShouldBe(1);
    }

    [Fact]
    public async Task The_proposer_alone_takes_it_back_and_it_is_over_then()
    {
        var id = await ProposeAsync(edit => edit with { City = "Graz" });
        await Should.ThrowAsync<MissingException>(() => WithdrawAsync(id, manager.AsViewer()));
        await WithdrawAsync(id, rep.AsViewer());
        await Should.ThrowAsync<IllegalMoveException>(() => AnswerAsync(id, [new FieldAnswer("City", true, null, null)]));
        await Should.ThrowAsync<IllegalMoveException>(() => WithdrawAsync(id, rep.AsViewer()));
    }

    [Fact]
    public async Task Nothing_or_the_same_again_is_not_proposed_and_who_edits_edits()
    {
        (await TryAsync(edit => edit, rep.AsViewer())).Refusal!.ShouldContain("Nothing differs");
        await ProposeAsync(edit => edit with { City = "Graz" });
        (await TryAsync(edit => edit with { City = " Graz " }, rep.AsViewer())).Refusal!.ShouldContain("already");
        await Should.ThrowAsync<IllegalMoveException>(() => ReadAsync(owner.AsViewer()));
    }

    [Fact]
    public async Task A_confidential_customer_is_not_there_for_a_proposer_and_its_name_in_no_mail()
    {
        var id = await ProposeAsync(edit => edit with { City = "Graz" });
        await database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == customer.Id)).MoveToTier(Tier.Confidential));
        await Should.ThrowAsync<MissingException>(() => ReadAsync(rep.AsViewer()));
        await Should.ThrowAsync<MissingException>(() => ViewAsync(id, rep.AsViewer()));
        await Should.ThrowAsync<MissingException>(() => ViewAsync(id, Given.Viewer(Roles.Rep)));

        (await AnswerAsync(id, [new FieldAnswer("City", true, "Seen in Alpenbank's report", null)])).IsDone.ShouldBeTrue();
        var mail = (await MailsAsync()).Single(mail => mail.Address == rep.Email);
        (mail.Subject + mail.Body).ShouldNotContain("Alpenbank");
    }

    public void Dispose() => database.Dispose();

    private Task<(CustomerEdit Edit, int Version, string Name)> ReadAsync(Viewer by) =>
        database.Ask<ProposalService, (CustomerEdit, int, string)>(service => service.ReadAsync(customer.Id, by, default));

    private async Task<Outcome<Guid>> TryAsync(Func<CustomerEdit, CustomerEdit> change, Viewer by)
    {
        var (shown, _, _) = await ReadAsync(by);
        return await database.Ask<ProposalService, Outcome<Guid>>(service => service.ProposeAsync(customer.Id, change(shown), shown, "Seen on their site", by, default));
    }

    private async Task<Guid> ProposeAsync(Func<CustomerEdit, CustomerEdit> change)
    {
        var outcome = await TryAsync(change, rep.AsViewer());
        outcome.Refusal.ShouldBeNull();
        return outcome.Value;
    }

    private Task<Outcome> AnswerAsync(Guid id, FieldAnswer[] answers, Viewer? by = null) =>
        database.Ask<ProposalService, Outcome>(service => service.AnswerAsync(id, answers, by ?? owner.AsViewer(), default));

    private Task<Outcome> WithdrawAsync(Guid id, Viewer by) => database.Ask<ProposalService, Outcome>(service => service.WithdrawAsync(id, by, default));

    private Task<ProposalView> ViewAsync(Guid id, Viewer viewer) => database.Ask<ProposalQueries, ProposalView>(queries => queries.ReadAsync(id, viewer, default));

    private Task<CompanyFacts> RecordAsync() => database.Read(async db => (await db.Customers.SingleAsync(row => row.Id == customer.Id)).CompanyFacts);

    private Task<List<Told>> MailsAsync() => database.ToldAsync();
}
