using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.References;

public sealed class CustomerServiceTests : IDisposable
{
    private static readonly Viewer Manager = new(Guid.Empty, "Paula Meier", Roles.ProgramManager);
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task An_edit_is_recorded_with_before_and_after()
    {
        var id = await CustomerAsync();
        await SaveAsync(id, edit => edit with { City = "Vienna", Notes = "Renewal talks" });

        var line = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.SubjectId == id && line.Verb == "edited"));
        line.ActorName.ShouldBe("Paula Meier");
        line.Changes.ShouldContain(new FieldChange("Headquarters", null, "Vienna"));
        line.Changes.ShouldContain(new FieldChange("Notes", null, "Renewal talks", Secret: true));
    }

    [Fact]
    public async Task Attributes_name_their_terms_in_history_and_count_as_an_edit()
    {
        var id = await CustomerAsync();
        var azure = await TermAsync(TermKind.Platform, "azure");
        var (_, before, _) = await ReadAsync(id);
        await SaveAsync(id, edit => edit with { Attributes = [azure] });

        var (edit, after, _) = await ReadAsync(id);
        edit.Attributes.ShouldBe([azure]);
        after.ShouldBeGreaterThan(before);
        (await database.Read(db => db.HistoryEvents.SingleAsync(line => line.SubjectId == id))).Changes.ShouldHaveSingleItem().After.ShouldBe("Azure");
    }

    [Fact]
    public async Task Saving_without_a_change_records_nothing()
    {
        var id = await CustomerAsync();
        await SaveAsync(id, edit => edit);
        (await database.Read(db => db.HistoryEvents.AnyAsync(line => line.SubjectId == id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_edits_of_one_field_meet_and_nothing_is_saved_until_somebody_chooses()
    {
        var id = await CustomerAsync();
        var (was, version, _) = await ReadAsync(id);
        await SaveAsync(id, edit => edit with { City = "Graz" });

        var answer = await EditAsync(id, was with { City = "Vienna", Employees = 70 }, new EditMark<CustomerEdit>(version, was, new HashSet<string>()));
        answer.IsDone.ShouldBeFalse();
        answer.Clash!.Conflicts.ShouldHaveSingleItem().Theirs.ShouldBe("Graz");
        (await ReadAsync(id)).Edit.Employees.ShouldBeNull();

        var chosen = await EditAsync(id, answer.Clash.Mine, new EditMark<CustomerEdit>(answer.Clash.Version, answer.Clash.Saved, new HashSet<string> { "City" }));
        chosen.IsDone.ShouldBeTrue();
        var (saved, _, _) = await ReadAsync(id);
        saved.City.ShouldBe("Graz");
        saved.Employees.ShouldBe(70);
    }

    [Fact]
    public async Task An_owner_keeps_the_own_record_true_but_neither_tier_nor_owner()
    {
        var owner = Given.User();
        var customer = Given.Customer(ownerId: owner.Id);
        await database.Add(owner, customer);
        var (was, version, _) = await ReadAsync(customer.Id);
        await EditAsync(customer.Id, was with { City = "Vienna", Tier = Tier.Confidential, OwnerId = null }, new EditMark<CustomerEdit>(version, was, new HashSet<string>()), owner.AsViewer());

        var (saved, _, _) = await ReadAsync(customer.Id);
        saved.City.ShouldBe("Vienna");
        saved.Tier.ShouldBe(Tier.Standard);
        saved.OwnerId.ShouldBe(owner.Id);
    }

    [Fact]
    public async Task A_rep_changes_no_customer_of_others()
    {
        var id = await CustomerAsync();
        var rep = Given.Viewer(Roles.Rep);
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<CustomerService, EditOutcome<CustomerEdit>>(
            service => service.EditAsync(id, new CustomerEdit { Name = "Mine" }, new EditMark<CustomerEdit>(1, new CustomerEdit(), new HashSet<string>()), rep, default)));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<VerificationService, Outcome<DateOnly>>(service => service.ConfirmAsync([id], rep, default)));
        await Should.ThrowAsync<ForbiddenException>(() => database.Ask<CustomerStatusService, Outcome>(service => service.MoveAsync(id, ReferenceStatus.Retired, null, null, rep, default)));
    }

    [Fact]
    public async Task A_new_customer_of_a_known_name_is_added_only_when_it_is_another_company()
    {
        await database.Add(Given.Customer("Alpenbank AG"));
        (await CreateAsync("  ALPENBANK ag ", sameNameIsFine: false)).Field.ShouldBe("Name");
        (await CreateAsync("  ALPENBANK ag ", sameNameIsFine: true)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_crm_account_belongs_to_one_customer()
    {
        var other = Given.Customer();
        await database.Add(other);
        var answer = await database.Ask<CustomerService, Outcome<Guid>>(
            service => service.CreateAsync(new CustomerEdit { Name = "Another", ExternalId = other.ExternalId }, false, Manager, default));
        answer.Field.ShouldBe("ExternalId");
    }

    [Fact]
    public async Task A_term_of_another_taxonomy_is_not_taken()
    {
        var id = await CustomerAsync();
        var azure = await TermAsync(TermKind.Platform, "azure");
        await Should.ThrowAsync<MissingException>(() => SaveAsync(id, edit => edit with { IndustryId = azure }));
        await Should.ThrowAsync<MissingException>(() => SaveAsync(id, edit => edit with { Attributes = [Given.Id()] }));
    }

    [Fact]
    public async Task Confirming_a_record_holds_for_180_days()
    {
        var id = await CustomerAsync();
        (await database.Ask<VerificationService, Outcome<DateOnly>>(service => service.ConfirmAsync([id], Manager, default))).IsDone.ShouldBeTrue();
        var customer = await database.Read(db => db.Customers.SingleAsync(customer => customer.Id == id));
        customer.VerifiedAt.ShouldBe(database.Clock.Now);
        customer.VerifyBy!.Value.DayNumber.ShouldBe(DateOnly.FromDateTime(database.Clock.Now).DayNumber + 180);
    }

    [Fact]
    public async Task A_pause_needs_a_day_and_do_not_use_a_reason()
    {
        var id = await CustomerAsync();
        (await MoveAsync(id, ReferenceStatus.Paused, null, null)).Field.ShouldBe("Until");
        (await MoveAsync(id, ReferenceStatus.DoNotUse, null, " ")).Field.ShouldBe("Reason");
        (await MoveAsync(id, ReferenceStatus.DoNotUse, null, "Law suit")).IsDone.ShouldBeTrue();
        var line = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.SubjectId == id));
        line.Changes.Single(change => change.Field == "Reason").Secret.ShouldBeTrue();
    }

    public void Dispose() => database.Dispose();

    private async Task<Guid> CustomerAsync()
    {
        var customer = Given.Customer();
        await database.Add(customer);
        return customer.Id;
    }

    private Task<Guid> TermAsync(TermKind kind, string key) => database.Read(db => db.Terms.Where(term => term.Kind == kind && term.Key == key).Select(term => term.Id).SingleAsync());

    private Task<(CustomerEdit Edit, int Version, string Name)> ReadAsync(Guid id) =>
        database.Ask<CustomerService, (CustomerEdit, int, string)>(service => service.ReadAsync(id, Manager, default));

    private Task<Outcome<Guid>> CreateAsync(string name, bool sameNameIsFine) =>
        database.Ask<CustomerService, Outcome<Guid>>(service => service.CreateAsync(new CustomerEdit { Name = name }, sameNameIsFine, Manager, default));

    private Task<Outcome> MoveAsync(Guid id, ReferenceStatus status, DateOnly? until, string? reason) =>
        database.Ask<CustomerStatusService, Outcome>(service => service.MoveAsync(id, status, until, reason, Manager, default));

    private async Task SaveAsync(Guid id, Func<CustomerEdit, CustomerEdit> change)
    {
        var (was, version, _) = await ReadAsync(id);
        (await EditAsync(id, change(was), new EditMark<CustomerEdit>(version, was, new HashSet<string>()))).IsDone.ShouldBeTrue();
    }

    private Task<EditOutcome<CustomerEdit>> EditAsync(Guid id, CustomerEdit edit, EditMark<CustomerEdit> mark, Viewer? by = null) =>
        database.Ask<CustomerService, EditOutcome<CustomerEdit>>(service => service.EditAsync(id, edit, mark, by ?? Manager, default));
}
