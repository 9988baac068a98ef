using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Ada, who can sign in and is told things; it is Monday, 10:42 in Berlin.</summary>
internal sealed class NoticeScene : IDisposable
{
    public TestDatabase Database { get; } = TestDatabase.Create();

    public User Ada { get; } = Given.SignedUp(name: "Ada Berg");

    public FakeClock Clock => Database.Clock;

    public Viewer Viewer => Ada.AsViewer();

    public static async Task<NoticeScene> MakeAsync()
    {
        var scene = new NoticeScene();
        await scene.Database.Add(scene.Ada);
        return scene;
    }

    /// <summary>Tells something, saved at once.</summary>
    public Task TellAsync(string title, string kind = MessageKinds.Comment, string? text = null, Guid? except = null, params Guid[] others) => InOneAsync(async notices =>
        await notices.TellAsync([Ada.Id, .. others], kind, title, text, "/requests/1042", except, default));

    /// <summary>Tells many things in one transaction.</summary>
    public async Task InOneAsync(Func<Notices, Task> tell)
    {
        await using var scope = Database.Scope();
        await tell(scope.ServiceProvider.GetRequiredService<Notices>());
        await scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
    }

    /// <summary>What stands in the outbox after the work had its turn.</summary>
    public async Task<List<OutboxMessage>> MailAsync()
    {
        await Database.Do<NoticeMails>(work => work.RunAsync(default));
        return await MailsAsync();
    }

    public Task<List<OutboxMessage>> MailsAsync() => Database.Read(db => db.OutboxMessages.AsNoTracking().OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Subject).ToListAsync());

    public Task<List<Notification>> LinesAsync(Guid? userId = null) =>
        Database.Read(db => db.Notifications.AsNoTracking().Where(line => userId == null || line.UserId == userId).OrderBy(line => line.At).ThenBy(line => line.Id).ToListAsync());

    /// <summary>Ada's choice.</summary>
    public async Task ChooseAsync(Delivery delivery, int quietFrom = NoticeHours.UsualFrom, int quietUntil = NoticeHours.UsualUntil, int digestAt = NoticeHours.UsualDigest)
    {
        var wishes = new NoticeWishes(new Dictionary<string, Delivery> { [MessageKinds.Comment] = delivery }, quietFrom, quietUntil, digestAt);
        (await Database.Ask<NoticeSettings, Outcome>(settings => settings.SaveAsync(wishes, Viewer, default))).IsDone.ShouldBeTrue();
    }

    public void Dispose() => Database.Dispose();
}
