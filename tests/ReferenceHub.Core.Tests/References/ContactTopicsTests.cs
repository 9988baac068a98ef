using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Tests.Administration;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Scenes;

namespace ReferenceHub.Core.Tests.References;

/// <summary>What a contact speaks about best, from the form to merges, imports and the taxonomy.</summary>
public sealed class ContactTopicsTests : IAsyncLifetime, IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly User paula = Given.User(Roles.ProgramManager);

    private Viewer Manager => paula.AsViewer();

    public async Task InitializeAsync() => await database.Add(paula);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_form_keeps_them_and_history_calls_them_by_name()
    {
        var customer = await CustomerAsync();

        await EditAsync(customer, edit => edit with { Topics = ["fraud", "no-such-thing"] });

        (await ContactAsync(customer)).Topics.ShouldBe(["fraud"]);
        var change = (await database.Read(db => db.HistoryEvents.SingleAsync(line => line.Verb == "contact-edited"))).Changes.ShouldHaveSingleItem();
        (change.Field, change.Before, change.After, change.Secret).ShouldBe(("Speaks best about", null, await NameAsync("fraud"), false));
        HistoryFields.All.SelectMany(group => group.Fields).ShouldContain(change.Field);
    }

    [Fact]
    public async Task Two_edits_of_them_meet_in_words()
    {
        var customer = await CustomerAsync();
        var (was, version) = await ReadAsync(customer);
        await EditAsync(customer, edit => edit with { Topics = ["fraud"] });

        var outcome = await SaveAsync(customer, was with { Topics = ["reporting"] }, new EditMark<ContactEdit>(version, was, new HashSet<string>()));

        var met = outcome.Clash.ShouldNotBeNull().Conflicts.ShouldHaveSingleItem();
        (met.Label, met.Mine, met.Theirs).ShouldBe(("Speaks best about", await NameAsync("reporting"), await NameAsync("fraud")));
    }

    [Fact]
    public async Task The_profile_names_them_where_it_names_the_contact()
    {
        var customer = await CustomerAsync(Tier.Confidential, "fraud");

        (await ProfileAsync(customer, Manager)).Contacts.ShouldHaveSingleItem().Topics.ShouldBe([await NameAsync("fraud")]);
        (await ProfileAsync(customer, Given.Viewer(Roles.Rep))).Contacts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merged_use_case_is_spoken_about_under_the_name_that_stands()
    {
        var (one, both, other) = (await CustomerAsync(Tier.Standard, "fraud"), await CustomerAsync(Tier.Standard, "fraud", "reporting"), await CustomerAsync(Tier.Standard, "mobile"));
        var (fraud, reporting) = (await TermAsync("fraud"), await TermAsync("reporting"));

        var refused = await database.Ask<TermRemoval, Outcome>(removal => removal.RemoveAsync(fraud.Id, fraud.Version, Manager, default));
        refused.Refusal.ShouldNotBeNull().ShouldContain("2 contacts");
        var moved = await database.Ask<TermMerging, Outcome<int>>(merging => merging.MergeAsync(new MergeMark(fraud.Id, fraud.Version, reporting.Id, reporting.Version), Manager, default));

        moved.Value.ShouldBe(2);
        (await ContactAsync(one)).Topics.ShouldBe(["reporting"]);
        (await ContactAsync(both)).Topics.ShouldBe(["reporting"]);
        (await ContactAsync(other)).Topics.ShouldBe(["mobile"]);
        await EditAsync(other, edit => edit with { Topics = ["fraud"] });
        (await ContactAsync(other)).Topics.ShouldBe(["reporting"], "a form from before names the term that stands");
    }

    [Fact]
    public async Task One_person_on_two_records_speaks_about_what_both_say()
    {
        var scene = await MergeScene.MakeAsync(database);
        await SpeakAsync(scene.Stays.Contacts[0].Id, "fraud");
        await SpeakAsync(scene.Goes.Contacts[0].Id, "reporting");

        (await scene.MergeAsync()).IsDone.ShouldBeTrue();

        (await scene.RecordAsync(scene.Stays.Id)).Contacts.Single(contact => contact.Id == scene.Stays.Contacts[0].Id).Topics.ShouldBe(["fraud", "reporting"]);
        var joined = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.Verb == "contact-joined"));
        joined.Changes.Single(change => change.Field == "Speaks best about").After.ShouldBe($"{await NameAsync("fraud")}, {await NameAsync("reporting")}");
    }

    [Fact]
    public async Task Leaving_and_coming_back_forgets_none()
    {
        var customer = await CustomerAsync(Tier.Standard, "fraud");
        var contact = customer.Contacts[0].Id;
        await database.Ask<ContactDeparture, Outcome<int>>(departure => departure.LeaveAsync(customer.Id, contact, Manager, default));
        await database.Ask<ContactDeparture, Outcome>(departure => departure.ReturnAsync(customer.Id, contact, Manager, default));
        (await ContactAsync(customer)).Topics.ShouldBe(["fraud"]);
    }

    [Fact]
    public async Task An_import_brings_them_and_takes_them_back()
    {
        var scene = await ImportScene.MakeAsync(database);
        await scene.ImportAsync("account\nAcme\n");
        await scene.ImportAsync($"Customer,Name,Topics\nAcme,Ada Lang,{await NameAsync("fraud")}\n");
        var before = (await AdaAsync()).Topics;
        before.ShouldBe(["fraud"]);

        var id = await scene.ImportedAsync("Customer,Name,Speaks best about\nAcme,Ada Lang,Quantum billing\n");
        (await AdaAsync()).Topics.ShouldBe(["quantum-billing"]);
        (await scene.UndoAsync(id)).IsDone.ShouldBeTrue();
        (await AdaAsync()).Topics.ShouldBe(before);
    }

    private Task<Contact> AdaAsync() => database.Read(db => db.Contacts.SingleAsync(contact => contact.Name == "Ada Lang"));

    private async Task<Customer> CustomerAsync(Tier tier = Tier.Standard, params string[] topics)
    {
        var customer = Given.Customer(tier: tier);
        customer.Contacts[0].SpeakAbout(topics);
        await database.Add(customer);
        return customer;
    }

    private Task SpeakAsync(Guid contact, params string[] topics) =>
        database.Change(async db => (await db.Contacts.SingleAsync(one => one.Id == contact)).SpeakAbout(topics));

    private Task<Term> TermAsync(string key) => database.Read(db => db.Terms.SingleAsync(term => term.Kind == TermKind.UseCase && term.Key == key));

    private async Task<string> NameAsync(string key) => (await TermAsync(key)).Name;

    private Task<Contact> ContactAsync(Customer customer) => database.Read(db => db.Contacts.SingleAsync(contact => contact.CustomerId == customer.Id));

    private Task<ReferenceProfile> ProfileAsync(Customer customer, Viewer viewer) =>
        database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(customer.Id, viewer, default));

    private Task<(ContactEdit Edit, int Version)> ReadAsync(Customer customer) =>
        database.Ask<ContactService, (ContactEdit, int)>(service => service.ReadAsync(customer.Id, customer.Contacts[0].Id, Manager, default));

    private Task<EditOutcome<ContactEdit>> SaveAsync(Customer customer, ContactEdit edit, EditMark<ContactEdit> mark) =>
        database.Ask<ContactService, EditOutcome<ContactEdit>>(service => service.EditAsync(customer.Id, customer.Contacts[0].Id, edit, mark, Manager, default));

    private async Task EditAsync(Customer customer, Func<ContactEdit, ContactEdit> change)
    {
        var (was, version) = await ReadAsync(customer);
        (await SaveAsync(customer, change(was), new EditMark<ContactEdit>(version, was, new HashSet<string>()))).IsDone.ShouldBeTrue();
    }
}
