using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.References;

/// <summary>Contacts, product uses and permissions of a customer's record.</summary>
public sealed class RecordPartsTests : IDisposable
{
    private static readonly Viewer Manager = new(Guid.Empty, "Paula Meier", Roles.ProgramManager);
    private readonly TestDatabase database = TestDatabase.Create();

    [Fact]
    public async Task A_granted_permission_says_where_the_yes_comes_from()
    {
        var id = await CustomerAsync();
        var mark = await MarkAsync(id);
        (await RecordAsync(id, new PermissionEdit { Status = PermissionStatus.Granted }, mark)).Field.ShouldBe("Evidence");
        (await RecordAsync(id, new PermissionEdit { Status = PermissionStatus.Denied }, mark)).IsDone.ShouldBeTrue();
        (await database.Read(db => db.Permissions.SingleAsync(permission => permission.CustomerId == id))).Status.ShouldBe(PermissionStatus.Denied);
    }

    [Fact]
    public async Task A_lapsed_grant_reads_as_unknown()
    {
        var id = await CustomerAsync();
        await RecordAsync(id, new PermissionEdit { Status = PermissionStatus.Granted, Evidence = "Form", ValidUntil = new DateOnly(2020, 1, 1) }, await MarkAsync(id));
        var profile = await database.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(id, Manager, default));
        var call = profile.Permissions.Single(permission => permission.Scope == PermissionScope.SalesCall);
        call.Status.ShouldBe(PermissionStatus.Unknown);
        call.Lapsed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_product_stands_once_and_leaves_its_particulars_in_history()
    {
        var id = await CustomerAsync();
        var atlas = await database.Read(db => db.Terms.SingleAsync(term => term.Kind == TermKind.Product && term.Key == "atlas"));
        var edit = new ProductUseEdit { ProductId = atlas.Id, Edition = "Enterprise" };
        (await AddAsync(id, edit)).IsDone.ShouldBeTrue();
        (await AddAsync(id, edit)).Field.ShouldBe("ProductId");

        var use = await database.Read(db => db.ProductUses.SingleAsync(use => use.CustomerId == id));
        await database.Do<ProductUseService>(service => service.RemoveAsync(id, use.Id, Manager, default));
        (await database.Read(db => db.ProductUses.AnyAsync(other => other.CustomerId == id))).ShouldBeFalse();
        var line = await database.Read(db => db.HistoryEvents.SingleAsync(line => line.Verb == "product-removed"));
        line.Changes.ShouldContain(change => change.Field == "Edition" && change.Before == "Enterprise" && change.After == null);
    }

    [Fact]
    public async Task A_contact_of_another_customer_is_not_found()
    {
        var id = await CustomerAsync();
        var other = Given.Customer();
        await database.Add(other);
        await Should.ThrowAsync<MissingException>(() => database.Ask<ContactService, (ContactEdit, int)>(service => service.ReadAsync(id, other.Contacts[0].Id, Manager, default)));
        await Should.ThrowAsync<MissingException>(() => database.Ask<ContactService, ContactDetails>(service => service.RevealAsync(id, other.Contacts[0].Id, Manager, default)));
    }

    [Fact]
    public async Task The_form_of_a_contact_says_nothing_of_leaving_which_has_its_own_page()
    {
        var customer = Given.Customer();
        await database.Add(customer);
        var contact = customer.Contacts[0].Id;
        await EditAsync(customer.Id, contact, edit => edit with { HasLeft = true });
        (await LeftAsync(contact)).ShouldBeNull();
    }

    public void Dispose() => database.Dispose();

    private async Task<Guid> CustomerAsync()
    {
        var customer = new Customer(Given.Id(), new CompanyFacts { Name = "Alpenbank" }, null, FakeClock.Start);
        await database.Add(customer);
        return customer.Id;
    }

    private async Task<EditMark<PermissionEdit>> MarkAsync(Guid id)
    {
        var (was, version) = await database.Ask<PermissionService, (PermissionEdit, int)>(service => service.ReadAsync(id, PermissionScope.SalesCall, Manager, default));
        return new EditMark<PermissionEdit>(version, was, new HashSet<string>());
    }

    private Task<EditOutcome<PermissionEdit>> RecordAsync(Guid id, PermissionEdit edit, EditMark<PermissionEdit> mark) =>
        database.Ask<PermissionService, EditOutcome<PermissionEdit>>(service => service.RecordAsync(id, PermissionScope.SalesCall, edit, mark, Manager, default));

    private Task<Outcome> AddAsync(Guid id, ProductUseEdit edit) => database.Ask<ProductUseService, Outcome>(service => service.AddAsync(id, edit, Manager, default));

    private Task<DateTime?> LeftAsync(Guid contact) => database.Read(db => db.Contacts.Where(one => one.Id == contact).Select(one => one.LeftAt).SingleAsync());

    private async Task EditAsync(Guid customer, Guid contact, Func<ContactEdit, ContactEdit> change)
    {
        var (was, version) = await database.Ask<ContactService, (ContactEdit, int)>(service => service.ReadAsync(customer, contact, Manager, default));
        var mark = new EditMark<ContactEdit>(version, was, new HashSet<string>());
        (await database.Ask<ContactService, EditOutcome<ContactEdit>>(service => service.EditAsync(customer, contact, change(was), mark, Manager, default))).IsDone.ShouldBeTrue();
    }
}
