using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Today;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Today;

/// <summary>Logged actions and the follow-ups they lead to.</summary>
public sealed class FollowUpTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_call_and_its_follow_up_come_to_today_on_their_day()
    {
        var (owner, customer) = await OwnCustomerAsync();
        await LogAsync(customer, Monday, owner);
        var page = await PageAsync(owner);
        var line = page.Due.ShouldHaveSingleItem();
        line.Source!.Path.ShouldBe($"/references/{customer}");
        await database.Ask<ActionLog, Outcome>(log => log.DoAsync(line.Id, owner, default));
        (await PageAsync(owner)).Done.ShouldHaveSingleItem();
        await database.Ask<ActionLog, Outcome>(log => log.UndoAsync(line.Id, owner, default));
        await database.Ask<ActionLog, Outcome>(log => log.SnoozeAsync(line.Id, 7, owner, default));
        (await PageAsync(owner)).Upcoming.ShouldHaveSingleItem().DueOn.ShouldBe(Monday.AddDays(7));
        database.Clock.Advance(TimeSpan.FromDays(10));
        (await PageAsync(owner)).Overdue.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_follow_up_is_never_set_in_the_past()
    {
        var (owner, customer) = await OwnCustomerAsync();
        (await LogAsync(customer, Monday.AddDays(-1), owner)).IsDone.ShouldBeFalse();
        (await database.Read(db => db.LoggedActions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Other_reps_neither_read_nor_write_notes_on_a_customer()
    {
        var (owner, customer) = await OwnCustomerAsync();
        await LogAsync(customer, null, owner);
        var other = Given.Viewer(Roles.Rep);
        (await database.Ask<NotesQuery, SourceNotes?>(notes => notes.ReadAsync(SourceKind.Customer, customer, other, default))).ShouldBeNull();
        await Should.ThrowAsync<MissingException>(() => LogAsync(customer, null, other));
        (await database.Ask<NotesQuery, SourceNotes?>(notes => notes.ReadAsync(SourceKind.Customer, customer, Given.Viewer(), default)))!.Actions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_ticks_off_what_is_not_theirs()
    {
        var (owner, customer) = await OwnCustomerAsync();
        await LogAsync(customer, Monday, owner);
        var id = (await PageAsync(owner)).Due[0].Id;
        await Should.ThrowAsync<MissingException>(() => database.Ask<ActionLog, Outcome>(log => log.DoAsync(id, Given.Viewer(Roles.Rep), default)));
    }

    private async Task<(Viewer Owner, Guid Customer)> OwnCustomerAsync()
    {
        var user = Given.User();
        var customer = Given.Customer(ownerId: user.Id);
        await database.Add(user, customer);
        return (user.AsViewer(), customer.Id);
    }

    private Task<Outcome> LogAsync(Guid customer, DateOnly? next, Viewer by) => database.Ask<ActionLog, Outcome>(
        log => log.LogAsync(SourceKind.Customer, customer, new ActionNote(ActionKind.Called, ActionOutcome.Reached, "Went well", next), by, default));

    private Task<TodayPage> PageAsync(Viewer viewer) => database.Ask<TodayQueries, TodayPage>(today => today.PageAsync(viewer, default));
}
