using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Administration;

public sealed class ArchiveAndDepartureTests : IDisposable
{
    private readonly SmallProgram program = new();

    [Fact]
    public async Task A_customer_that_is_asked_for_is_not_archived_and_the_refusal_says_where()
    {
        var (number, candidate) = await program.AskedAsync();
        (await ArchiveAsync("Merged away")).Refusal!.ShouldContain($"#{number} Northwind Bank (owner asked)");

        await program.Do<CandidateAsks>(asks => asks.WithdrawAsync(number, candidate, null, program.Manager, default));
        (await ArchiveAsync(" ")).Field.ShouldBe("Reason");
        (await ArchiveAsync("Company closed")).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task An_archived_customer_is_gone_from_search_lists_and_counts_and_back_after_restoring()
    {
        (await VisibleAsync()).ShouldBe((1, 1, 1));
        await ArchiveAsync("Company closed");
        (await VisibleAsync()).ShouldBe((0, 0, 0));
        await Should.ThrowAsync<MissingException>(() => ProfileAsync(program.Rep));
        (await ProfileAsync(program.Manager)).Sight.MayEdit.ShouldBeFalse();
        await Should.ThrowAsync<IllegalMoveException>(() => program.Ask<CustomerStatusService>(service => service.MoveAsync(program.CustomerId, ReferenceStatus.Active, null, null, program.Manager, default)));

        var line = (await program.Ask<ArchiveQueries, ArchivePage>(archive => archive.PageAsync("alpen", 1, program.Manager, default))).Lines.ShouldHaveSingleItem();
        (line.Reason, line.By).ShouldBe(("Company closed", "Paula Meier"));
        await program.Do<CustomerArchive>(archive => archive.RestoreAsync(program.CustomerId, program.Manager, default));
        (await VisibleAsync()).ShouldBe((1, 1, 1));
        await Should.ThrowAsync<IllegalMoveException>(() => program.Ask<CustomerArchive>(archive => archive.RestoreAsync(program.CustomerId, program.Manager, default)));
    }

    [Fact]
    public async Task An_archived_customer_can_be_proposed_for_no_request()
    {
        await ArchiveAsync("Company closed");
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        (await program.Ask<CandidateAsks>(desk => desk.ProposeAsync(number, program.CustomerId, null, program.Manager, default))).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_program_archives_and_reads_the_archive()
    {
        foreach (var viewer in new[] { program.Rep, program.Owner, Given.Viewer(Roles.Executive), Given.Viewer(Roles.Administrator) })
        {
            await Should.ThrowAsync<ForbiddenException>(() => program.Ask<CustomerArchive>(archive => archive.ArchiveAsync(program.CustomerId, "No", viewer, default)));
            await Should.ThrowAsync<ForbiddenException>(() => program.Ask<ArchiveQueries, ArchivePage>(archive => archive.PageAsync(null, 1, viewer, default)));
        }
    }

    [Fact]
    public async Task Who_left_is_asked_no_more_and_what_is_open_is_flagged_to_who_runs_the_request()
    {
        var (number, _) = await program.AskedAsync();
        var contact = await ContactAsync();
        var form = await program.Ask<ContactDeparture, DepartureForm>(departures => departures.ReadAsync(program.CustomerId, contact.Id, program.Owner, default));
        form.Open.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await LeaveAsync(contact.Id)).Value.ShouldBe(1);

        var followUp = await program.Database.Read(db => db.FollowUps.SingleAsync());
        followUp.AssigneeId.ShouldBe(program.Manager.UserId);
        followUp.SourceId.ShouldBe((await program.RequestAsync(number)).Id);
        followUp.Text.ShouldStartWith("Anna Keller has left Alpenbank AG");
        (await ContactAsync()).MayBeAsked(PermissionScope.SalesCall, new DateOnly(2026, 12, 1)).ShouldBeFalse();
        (await LeaveAsync(contact.Id)).Refusal!.ShouldContain("already");
        (await program.Database.Read(db => db.HistoryEvents.CountAsync(line => line.Verb == "contact-left"))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_back_may_be_asked_for_what_they_agreed_to()
    {
        var contact = await ContactAsync();
        await LeaveAsync(contact.Id);
        (await program.Ask<ContactDeparture>(departures => departures.ReturnAsync(program.CustomerId, contact.Id, program.Owner, default))).IsDone.ShouldBeTrue();
        (await ContactAsync()).MayBeAsked(PermissionScope.SalesCall, new DateOnly(2026, 12, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_edit_of_who_left_does_not_bring_them_back()
    {
        var contact = await ContactAsync();
        await LeaveAsync(contact.Id);
        var (edit, version) = await program.Ask<ContactService, (ContactEdit, int)>(service => service.ReadAsync(program.CustomerId, contact.Id, program.Owner, default));
        var changed = edit with { JobTitle = "CIO", HasLeft = false };
        (await program.Ask<ContactService, EditOutcome<ContactEdit>>(service => service.EditAsync(
            program.CustomerId, contact.Id, changed, new EditMark<ContactEdit>(version, edit, new HashSet<string>()), program.Owner, default))).IsDone.ShouldBeTrue();
        (await ContactAsync()).LeftAt.ShouldNotBeNull();
        await Should.ThrowAsync<ForbiddenException>(() => LeaveAsync(contact.Id, program.Rep));
    }

    public void Dispose() => program.Dispose();

    private Task<Outcome> ArchiveAsync(string reason) => program.Ask<CustomerArchive>(archive => archive.ArchiveAsync(program.CustomerId, reason, program.Manager, default));

    private Task<Outcome<int>> LeaveAsync(Guid contactId, Viewer? by = null) =>
        program.Ask<ContactDeparture, Outcome<int>>(departures => departures.LeaveAsync(program.CustomerId, contactId, by ?? program.Owner, default));

    private Task<Contact> ContactAsync() => program.Database.Read(db => db.Contacts.SingleAsync());

    private Task<ReferenceProfile> ProfileAsync(Viewer viewer) => program.Ask<ReferenceProfileQueries, ReferenceProfile>(queries => queries.ReadAsync(program.CustomerId, viewer, default));

    private async Task<(int Catalog, int Roster, int Owned)> VisibleAsync() => (
        await program.Ask<CatalogCache, int>(async cache => (await cache.GetAsync(default)).Count),
        (await program.Ask<Roster, IReadOnlyList<RosterCustomer>>(roster => roster.ReadAsync(null, null, default))).Count,
        (await program.Ask<OwnerChange, IReadOnlyList<OwnedCustomer>>(owners => owners.OfAsync(program.Owner.UserId, program.Manager, default))).Count);
}
