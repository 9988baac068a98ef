using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Requests.Scheduling;

/// <summary>A small program whose contact reads German in Berlin, with a prospect in New York; uses are agreed here. It starts on Monday 23 November 2026, 10:42 in Berlin.</summary>
public sealed class UseProgram : IDisposable
{
    public const string ContactAddress = "anna.keller@alpenbank.example";
    public const string ProspectAddress = "henrik.sand@northwind.example";

    public SmallProgram Small { get; } = new();

    public async Task<UseProgram> ReadyAsync()
    {
        await using var db = Small.Database.Context();
        var contact = await db.Contacts.SingleAsync();
        contact.Describe("Anna Keller", "Head of Core Banking", ContactAddress, "+49 30 1234", ["de"], "Europe/Berlin");
        // Only those who have taken up their invitation are written to.
        await db.Users.ForEachAsync(user => user.PasswordHash = "chosen");
        await db.SaveChangesAsync();
        return this;
    }

    public void Dispose() => Small.Dispose();

    public RequestNeed Need() => Small.Need() with
    {
        ProspectName = "Northwind Bank",
        ProspectContact = "Henrik Sand",
        ProspectEmail = ProspectAddress,
        ZoneId = "America/New_York",
        Language = "en",
        WantToKnow = "Migration effort; cost",
    };

    public async Task<(int Number, Guid CandidateId)> AcceptedAsync(OverrideMark? mark = null)
    {
        var number = await Small.SubmitAsync(Need());
        await Small.Do<RequestTriage>(desk => desk.AssignAsync(number, null, Small.Manager, default));
        var candidate = await Small.ProposeAsync(number);
        await Small.Do<CandidateAsks>(desk => desk.AskAsync(number, candidate, mark, Small.Manager, default));
        await Small.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, Small.Owner, default));
        await Small.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", Small.Manager, default));
        return (number, candidate);
    }

    public async Task<(int Number, Guid CandidateId)> ScheduledAsync(DateTime at)
    {
        var (number, candidate) = await AcceptedAsync();
        await ScheduleAsync(number, candidate, at);
        return (number, candidate);
    }

    public Task ScheduleAsync(int number, Guid candidate, DateTime at, string? place = null) =>
        Small.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, at, null, null, Small.Rep, default, place));

    public async Task<(int Number, Guid CandidateId)> HeldAsync()
    {
        var (number, candidate) = await ScheduledAsync(Days(2));
        Small.Clock.Advance(TimeSpan.FromDays(3));
        await Small.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, Small.Rep, default));
        return (number, candidate);
    }

    /// <summary>10:00 in Berlin, so many days from today.</summary>
    public DateTime Days(int fromToday, int hour = 9) => Small.Clock.Now.Date.AddDays(fromToday).AddHours(hour);

    /// <summary>Whoever holds a link to the ask.</summary>
    public async Task<Viewer> BehindAsync(Guid candidateId, LinkPurpose purpose = LinkPurpose.CustomerAnswer)
    {
        var link = new SignedLink(Small.Database.NextId(), purpose, candidateId, Small.Clock.Now, Small.Clock.Now.AddDays(90), 40);
        await Small.Database.Add(link);
        return Viewer.Behind("Anna Keller", new LinkGrant(link.Id, candidateId));
    }

    public Task<List<OutboxMessage>> MailsAsync(string? kind = null) => Small.Database.Read(db =>
        db.OutboxMessages.Where(mail => kind == null || mail.Kind == kind).OrderBy(mail => mail.CreatedAt).ToListAsync());

    /// <summary>Everything that waits has gone out.</summary>
    public Task SentAsync() => Small.Database.Change(db => db.OutboxMessages.Where(mail => mail.State == OutboxState.Waiting).ForEachAsync(mail => mail.Sent(Small.Clock.Now)));

    public async Task<OutboxMessage> MailAsync(string kind) => (await MailsAsync(kind)).Single();

    public Task<List<Notification>> NoticesAsync(string kind) => Small.Database.Read(db => db.Notifications.Where(notice => notice.Kind == kind).ToListAsync());

    public Task<Candidate> CandidateAsync(Guid id) => Small.Database.Read(db => db.Candidates.Include(row => row.Slots).SingleAsync(row => row.Id == id));
}
