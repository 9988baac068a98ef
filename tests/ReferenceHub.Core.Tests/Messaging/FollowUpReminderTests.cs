using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Follow-ups that fall due come to the inbox on their day, once.</summary>
public sealed class FollowUpReminderTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task What_falls_due_on_a_day_is_told_once_and_together()
    {
        var person = await PersonAsync();
        await AddAsync(person, "Call Anna", 1);
        await AddAsync(person, "Send the logo sheet", 1);
        await AddAsync(person, "Later", 2);
        (await RunAsync()).ShouldBe(0);

        database.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync()).ShouldBe(1);
        (await RunAsync()).ShouldBe(0);
        var notice = (await database.Read(db => db.Notifications.ToListAsync())).ShouldHaveSingleItem();
        (notice.UserId, notice.Kind, notice.Title, notice.Text).ShouldBe((person, MessageKinds.FollowUpDue, "2 follow-ups are due today", "Call Anna\nSend the logo sheet"));

        database.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_down_for_the_same_day_or_is_done_is_not_told()
    {
        var person = await PersonAsync();
        await AddAsync(person, "Today already", 0);
        var done = await AddAsync(person, "Done before", 1);
        await database.Change(async db => (await db.FollowUps.SingleAsync(row => row.Id == done)).Do(database.Clock.Now));
        (await RunAsync()).ShouldBe(0);
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync()).ShouldBe(0);
    }

    private async Task<Guid> PersonAsync()
    {
        var user = Given.User();
        user.PasswordHash = "chosen";
        await database.Add(user);
        return user.Id;
    }

    private async Task<Guid> AddAsync(Guid person, string text, int inDays)
    {
        var todo = new FollowUp(database.NextId(), SourceKind.Customer, Given.Id(), text, DateOnly.FromDateTime(database.Clock.Now).AddDays(inDays), person, person, database.Clock.Now);
        await database.Add(todo);
        return todo.Id;
    }

    private Task<int> RunAsync() => database.Ask<FollowUpReminders, int>(work => work.RunAsync(default));
}
