using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>What is kept of mails and links, and for how long.</summary>
public sealed class MessageSweepTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Sent_mails_are_kept_for_a_year_and_the_others_until_they_are_sent()
    {
        var (sent, waiting, dead) = (Mail(), Mail(), Mail());
        sent.Sent(database.Clock.Now);
        dead.Failed(database.Clock.Now, "No such address", hopeless: true);
        await database.Add(sent, waiting, dead);
        await SweepAfterAsync(365);
        (await MailsAsync()).Count.ShouldBe(3);
        await SweepAfterAsync(1);
        (await MailsAsync()).ShouldBe([waiting.Id, dead.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task Links_go_with_their_keys_a_year_after_they_ran_out()
    {
        var (old, young) = (Link(1), Link(30));
        await database.Add(old, young, KeyOf(old), KeyOf(old), KeyOf(young));
        await SweepAfterAsync(367);
        (await LinksAsync()).ShouldBe([young.Id]);
        (await database.Read(db => db.LinkKeys.Select(key => key.LinkId).ToListAsync())).ShouldBe([young.Id]);
    }

    [Fact]
    public async Task A_link_stays_as_long_as_a_share_names_it_or_a_mail_with_it_has_not_left()
    {
        var (share, inMail, toStop) = (Link(1, LinkPurpose.ContentShare), Link(1), Link(1));
        var mail = new OutboxMessage(database.NextId(), database.Clock.Now, "Test", "ada@example.com", "Hello", "Hello", inMail.Id);
        mail.OfferToStop(toStop.Id);
        await database.Add(share, inMail, toStop, KeyOf(share), mail);
        await SweepAfterAsync(500);
        (await LinksAsync()).ShouldBe([share.Id, inMail.Id, toStop.Id], ignoreOrder: true);
        (await database.Read(db => db.LinkKeys.CountAsync())).ShouldBe(0, "it opens nothing any more");
    }

    [Fact]
    public async Task More_than_one_batch_is_swept_at_a_time()
    {
        await database.Add(Enumerable.Range(0, 1200).Select(_ =>
        {
            var mail = Mail();
            mail.Sent(database.Clock.Now);
            return mail;
        }));
        await SweepAfterAsync(366);
        (await MailsAsync()).ShouldBeEmpty();
    }

    private OutboxMessage Mail() => new(database.NextId(), database.Clock.Now, "Test", "ada@example.com", "Hello", "Hello");

    private SignedLink Link(int days, LinkPurpose purpose = LinkPurpose.CustomerAnswer) => new(database.NextId(), purpose, database.NextId(), database.Clock.Now, database.Clock.Now.AddDays(days));

    private LinkKey KeyOf(SignedLink link) => LinkKey.Make(database.NextId(), link.Id, database.Clock.Now).Key;

    private async Task SweepAfterAsync(int days)
    {
        database.Clock.Advance(TimeSpan.FromDays(days));
        await database.Do<MessageSweep>(work => work.RunAsync(default));
    }

    private Task<List<Guid>> MailsAsync() => database.Read(db => db.OutboxMessages.Select(mail => mail.Id).ToListAsync());

    private Task<List<Guid>> LinksAsync() => database.Read(db => db.SignedLinks.Select(link => link.Id).ToListAsync());
}
