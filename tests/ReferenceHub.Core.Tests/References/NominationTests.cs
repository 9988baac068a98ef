using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.References;

/// <summary>Nominating a customer and deciding on it.</summary>
public sealed class NominationTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User rep = Given.SignedUp(name: "Rita Sommer");
    private readonly User manager = Given.SignedUp(Roles.ProgramManager, "Paula Meier");

    public NominationTests() => database.Add(rep, manager).GetAwaiter().GetResult();

    [Fact]
    public async Task An_industry_that_was_merged_stands_for_the_one_that_took_it_over()
    {
        var (old, standing) = (new Term(Given.Id(), TermKind.Industry, "old-trade", "Old trade"), new Term(Given.Id(), TermKind.Industry, "new-trade", "New trade"));
        old.MergeInto(standing.Id);
        await database.Add(standing, old);
        (await NominateAsync(rep, "Harbour", edit => edit with { IndustryId = old.Id })).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Nominations.SingleAsync())).IndustryId.ShouldBe(standing.Id);
    }

    [Theory]
    [InlineData(Roles.Rep)]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Anybody_nominates_with_a_name_and_a_sentence(Roles roles)
    {
        var person = Given.User(roles);
        await database.Add(person);
        (await NominateAsync(person, "Harbour & Sons Ltd")).IsDone.ShouldBeTrue();
        (await database.Ask<NominationQueries, NominationPage>(queries => queries.PageAsync(NominationList.Mine, 1, View(person), default))).Rows.Single().State.ShouldBe(NominationState.Waiting);
    }

    [Fact]
    public async Task A_name_and_a_reason_are_needed_and_a_website_must_be_one()
    {
        (await NominateAsync(rep, " ")).Field.ShouldBe(nameof(NominationEdit.CompanyName));
        (await NominateAsync(rep, "Harbour", edit => edit with { Why = "" })).Field.ShouldBe(nameof(NominationEdit.Why));
        (await NominateAsync(rep, "Harbour", edit => edit with { Website = "not a website" })).Field.ShouldBe(nameof(NominationEdit.Website));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_nomination()
    {
        var first = await NominateAsync(rep, "Harbour");
        (await NominateAsync(rep, "HARBOUR")).Value.ShouldBe(first.Value);
        (await NominateAsync(manager, "Harbour")).Value.ShouldNotBe(first.Value, "another person's voice counts");
    }

    [Fact]
    public async Task Others_nominations_are_not_seen()
    {
        await NominateAsync(manager, "Harbour");
        (await database.Ask<NominationQueries, NominationPage>(queries => queries.PageAsync(NominationList.Mine, 1, View(rep), default))).Rows.ShouldBeEmpty();
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<NominationQueries, NominationPage>(queries => queries.PageAsync(NominationList.Waiting, 1, View(rep), default)));
    }

    [Fact]
    public async Task A_yes_makes_a_candidate_and_tells_owner_and_nominator()
    {
        var owner = Given.User(name: "Jonas Lindner");
        await database.Add(owner);
        var nomination = await NominateAsync(rep, "Harbour Ltd", edit => edit with { Website = "www.harbour.example/about", ContactName = "Ann Hill", ContactEmail = "ann@harbour.example" });
        var accepted = await AcceptAsync(nomination.Value, new NominationAcceptance(null, owner.Id, "We call them this week"));
        accepted.Refusal.ShouldBeNull();

        var customer = await database.Read(db => db.Customers.Include(row => row.Contacts).SingleAsync(row => row.Id == accepted.Value));
        customer.ShouldSatisfyAllConditions(
            row => row.Status.ShouldBe(ReferenceStatus.Candidate), row => row.OwnerId.ShouldBe(owner.Id), row => row.WebDomain.ShouldBe("harbour.example"), row => row.Contacts.Single().Email.ShouldBe("ann@harbour.example"));
        var todo = await database.Read(db => db.FollowUps.SingleAsync());
        todo.ShouldSatisfyAllConditions(row => row.AssigneeId.ShouldBe(owner.Id), row => row.Text.ShouldBe("Invite Harbour Ltd to act as a reference"));
        var mail = (await database.ToldAsync()).Single();
        mail.ShouldSatisfyAllConditions(row => row.Address.ShouldBe(rep.Email), row => row.Subject.ShouldContain("accepted"), row => row.Body.ShouldContain("We call them this week"));
    }

    [Fact]
    public async Task A_yes_can_mean_a_record_that_is_there()
    {
        var known = Given.Customer("Harbour Holding");
        await database.Add(known);
        var nomination = await NominateAsync(rep, "Harbour");
        (await AcceptAsync(nomination.Value, new NominationAcceptance(known.Id, null, null))).Value.ShouldBe(known.Id);
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(1);
        var row = (await database.Ask<NominationQueries, NominationPage>(queries => queries.PageAsync(NominationList.Mine, 1, View(rep), default))).Rows.Single();
        row.CustomerId.ShouldBe(known.Id);
    }

    [Fact]
    public async Task A_second_record_of_one_name_is_made_only_when_it_is_another_company()
    {
        await database.Add(Given.Customer("Harbour"));
        var nomination = await NominateAsync(rep, "Harbour");
        (await AcceptAsync(nomination.Value, new NominationAcceptance(null, null, null))).Field.ShouldBe(nameof(NominationAcceptance.CustomerId));
        (await AcceptAsync(nomination.Value, new NominationAcceptance(null, null, null, SameNameIsFine: true))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_no_needs_a_reason_and_the_nominator_gets_it()
    {
        var nomination = await NominateAsync(rep, "Harbour");
        (await RefuseAsync(nomination.Value, " ", manager)).Field.ShouldBe("Reason");
        (await RefuseAsync(nomination.Value, "They left us in May.", manager)).IsDone.ShouldBeTrue();
        (await database.ToldAsync()).Single().Body.ShouldContain("Reason: They left us in May.");
    }

    [Fact]
    public async Task A_nominator_who_cannot_sign_in_is_not_written_to()
    {
        var invited = Given.User();
        await database.Add(invited);
        var nomination = await NominateAsync(invited, "Harbour");
        (await RefuseAsync(nomination.Value, "They left us in May.", manager)).IsDone.ShouldBeTrue();
        (await database.ToldAsync()).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Near_names_are_offered_only_when_nothing_surer_is_on_record()
    {
        await database.Add(Given.Customer("Harbour Lane AG"), Given.Customer("Harbour Lanes"));
        (await LikelyAsync("Harbour Lane", null, View(manager))).ShouldHaveSingleItem().Name.ShouldBe("Harbour Lane AG");
        (await LikelyAsync("Harbour Lanez", null, View(manager))).ShouldAllBe(same => same.By == SameBy.NearName);
        (await LikelyAsync("Harbour Lanez", null, View(manager))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_decision_is_made_once()
    {
        var nomination = await NominateAsync(rep, "Harbour");
        await RefuseAsync(nomination.Value, "Not now", manager);
        (await Should.ThrowAsync<IllegalMoveException>(() => AcceptAsync(nomination.Value, new NominationAcceptance(null, null, null)))).Message.ShouldBe("Harbour was refused already.");
        await Should.ThrowAsync<IllegalMoveException>(() => RefuseAsync(nomination.Value, "Still not", manager));
        (await database.Read(db => db.Customers.CountAsync())).ShouldBe(0);
        (await database.ToldAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Forged_decisions_come_to_nothing()
    {
        var nomination = await NominateAsync(rep, "Harbour");
        await Should.ThrowAsync<ForbiddenException>(() => RefuseAsync(nomination.Value, "I say so", rep));
        await Should.ThrowAsync<MissingException>(() => AcceptAsync(Given.Id(), new NominationAcceptance(null, null, null)));
        await Should.ThrowAsync<MissingException>(() => AcceptAsync(nomination.Value, new NominationAcceptance(Given.Id(), null, null)));
        await Should.ThrowAsync<MissingException>(() => AcceptAsync(nomination.Value, new NominationAcceptance(null, Given.Id(), null)));
        (await database.Read(db => db.Nominations.SingleAsync())).State.ShouldBe(NominationState.Waiting);
    }

    [Fact]
    public async Task The_queue_shows_what_may_be_on_record_already()
    {
        await database.Add(Bank(Tier.Confidential), Given.Customer("Harbour Logistics"));
        var bank = await NominateAsync(rep, "Alpen Bank");
        var other = await NominateAsync(rep, "Something new");
        var queue = await database.Ask<NominationQueries, NominationPage>(queries => queries.PageAsync(NominationList.Waiting, 1, View(manager), default));
        queue.Likely![bank.Value].Single().Name.ShouldBe("Alpenbank AG");
        queue.Likely[other.Value].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ALPENBANK SE", null, SameBy.Name)]
    [InlineData("Alpenbnk AG", null, SameBy.NearName)]
    [InlineData("Something else", "https://www.alpenbank.example/en", SameBy.Website)]
    public async Task What_is_on_record_is_offered_while_typing(string name, string? website, SameBy by)
    {
        await database.Add(Bank(Tier.Standard));
        (await LikelyAsync(name, website, View(rep))).Single().By.ShouldBe(by);
    }

    [Theory]
    [InlineData(Roles.Rep, false)]
    [InlineData(Roles.Executive, false)]
    [InlineData(Roles.Administrator, false)]
    [InlineData(Roles.Marketing, true)]
    [InlineData(Roles.ProgramManager, true)]
    public async Task A_confidential_customer_is_not_given_away_by_the_hint(Roles roles, bool told)
    {
        await database.Add(Bank(Tier.Confidential));
        (await LikelyAsync("Alpenbank AG", "alpenbank.example", Given.Viewer(roles))).Any().ShouldBe(told);
    }

    [Fact]
    public async Task An_accepted_nomination_of_a_confidential_customer_shows_no_record_to_its_nominator()
    {
        var bank = Bank(Tier.Confidential);
        await database.Add(bank);
        var nomination = await NominateAsync(rep, "Alpenbank AG");
        await AcceptAsync(nomination.Value, new NominationAcceptance(bank.Id, null, null));
        (await database.Ask<NominationQueries, NominationPage>(queries => queries.PageAsync(NominationList.Mine, 1, View(rep), default))).Rows.Single().CustomerId.ShouldBeNull();
    }

    public void Dispose() => database.Dispose();

    private static Viewer View(User user) => new(user.Id, user.Name, user.Roles);

    private static Customer Bank(Tier tier)
    {
        var bank = new Customer(Given.Id(), new CompanyFacts { Name = "Alpenbank AG", Website = "https://alpenbank.example" }, null, FakeClock.Start);
        bank.MoveToTier(tier);
        return bank;
    }

    private Task<Outcome<Guid>> NominateAsync(User by, string company, Func<NominationEdit, NominationEdit>? change = null)
    {
        var edit = new NominationEdit { CompanyName = company, Why = "They tell everybody." };
        return database.Ask<NominationService, Outcome<Guid>>(service => service.NominateAsync(change?.Invoke(edit) ?? edit, View(by), default));
    }

    private Task<Outcome<Guid>> AcceptAsync(Guid id, NominationAcceptance acceptance) =>
        database.Ask<NominationService, Outcome<Guid>>(service => service.AcceptAsync(id, acceptance, View(manager), default));

    private Task<Outcome> RefuseAsync(Guid id, string reason, User by) => database.Ask<NominationService, Outcome>(service => service.RefuseAsync(id, reason, View(by), default));

    private Task<IReadOnlyList<LikelySame>> LikelyAsync(string name, string? website, Viewer by) =>
        database.Ask<LikelySameQueries, IReadOnlyList<LikelySame>>(queries => queries.FindAsync(name, website, by, default));
}
