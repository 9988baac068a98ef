using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;
using ReferenceHub.Testing.Mail;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>A mail is never lost, and never sent for something that did not happen.</summary>
public sealed class OutboxRules : IDisposable
{
    private readonly MailSettings settings = new() { Host = "127.0.0.1", Port = SmtpListener.DeadPort(), From = "hub@example.com", TimeoutSeconds = 5 };
    private readonly TestDatabase database;

    public OutboxRules() => database = TestDatabase.Create(configure: services => services
        .AddSingleton(settings)
        .AddSingleton<IMailSender, SmtpMailSender>()
        .AddSingleton(new SiteAddress(new Uri("https://hub.example"))));

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_until_it_takes_the_mail_once()
    {
        await EnqueueAsync();
        await SendAsync();
        var waiting = await MessageAsync();
        waiting.State.ShouldBe(OutboxState.Waiting);
        waiting.Tries.ShouldBe(1);
        waiting.DueAt.ShouldBeGreaterThan(database.Clock.Now);

        using var server = new SmtpListener();
        settings.Port = server.Port;
        await SendAsync();
        server.Mails.ShouldBeEmpty("it is not due yet");
        database.Clock.MoveTo(waiting.DueAt);
        await SendAsync();
        await SendAsync();
        server.Mails.ShouldHaveSingleItem().ShouldContain("Hello");
        (await MessageAsync()).State.ShouldBe(OutboxState.Sent);
    }

    [Theory]
    [InlineData(SmtpMood.Busy)]
    [InlineData(SmtpMood.Cuts)]
    public async Task A_server_in_trouble_is_tried_again(SmtpMood mood)
    {
        using var server = new SmtpListener(mood);
        settings.Port = server.Port;
        await EnqueueAsync();
        await SendAsync();
        (await MessageAsync()).State.ShouldBe(OutboxState.Waiting);
        server.Mood = SmtpMood.Takes;
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync();
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_silent_server_is_given_up_on_for_this_round()
    {
        settings.TimeoutSeconds = 1;
        using var server = new SmtpListener(SmtpMood.Silent);
        settings.Port = server.Port;
        await EnqueueAsync();
        await SendAsync();
        (await MessageAsync()).LastError.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_address_is_a_dead_letter_that_can_be_sent_again()
    {
        using var server = new SmtpListener(SmtpMood.Unknown);
        settings.Port = server.Port;
        await EnqueueAsync();
        await SendAsync();
        var dead = await MessageAsync();
        dead.State.ShouldBe(OutboxState.Dead);
        server.Mood = SmtpMood.Takes;
        await database.Change(async db => (await db.OutboxMessages.SingleAsync()).Retry(database.Clock.Now));
        await SendAsync();
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_being_handed_over_is_not_tried_again_by_hand()
    {
        await EnqueueAsync();
        var now = database.Clock.Now;
        await database.Change(async db => (await db.OutboxMessages.SingleAsync()).Claim(now, TimeSpan.FromMinutes(5)));

        (await RetryAsync()).Refusal.ShouldNotBeNull().ShouldContain("at this moment");
        (await MessageAsync()).ShouldSatisfyAllConditions(message => message.DueAt.ShouldBe(now.AddMinutes(5)), message => message.Tries.ShouldBe(1));

        await database.Change(async db => (await db.OutboxMessages.SingleAsync()).Failed(now, "Connection refused"));
        (await RetryAsync()).IsDone.ShouldBeTrue();
        (await MessageAsync()).DueAt.ShouldBe(now);
    }

    [Fact]
    public async Task After_days_of_trying_it_is_given_up()
    {
        await EnqueueAsync();
        for (var round = 0; round < 20 && (await MessageAsync()).State == OutboxState.Waiting; round++)
        {
            database.Clock.MoveTo((await MessageAsync()).DueAt);
            await SendAsync();
        }

        (await MessageAsync()).State.ShouldBe(OutboxState.Dead);
        (database.Clock.Now - Testing.FakeClock.Start).ShouldBeGreaterThan(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Without_a_server_it_waits_for_one_however_long_that_takes()
    {
        using var server = new SmtpListener();
        (settings.Host, settings.Port) = ("", server.Port);
        await EnqueueAsync(withLink: true);
        for (var day = 0; day < 20; day++)
        {
            await SendAsync();
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await MessageAsync()).Tries.ShouldBe(0);
        (await database.Read(db => db.LinkKeys.CountAsync())).ShouldBe(0, "a token is made as the mail leaves");
        settings.Host = "127.0.0.1";
        await SendAsync();
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_sends_nothing()
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ReferenceHubDbContext>();
        var letters = scope.ServiceProvider.GetRequiredService<Letters>();
        await db.WriteAsync(async ct =>
        {
            await letters.WriteAsync(Invitation(null), ct);
            await db.SaveChangesAsync(ct);
            return Outcome.Refuse("Not today.");
        });
        (await database.Read(read => read.OutboxMessages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_node_that_died_while_sending_leaves_the_message_to_the_next_round()
    {
        await EnqueueAsync();
        await database.Change(async db => (await db.OutboxMessages.SingleAsync()).Claim(database.Clock.Now, TimeSpan.FromMinutes(5)));
        using var server = new SmtpListener();
        settings.Port = server.Port;
        await SendAsync();
        server.Mails.ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync();
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_stands_in_the_mail_alone()
    {
        using var server = new SmtpListener();
        settings.Port = server.Port;
        await using (var scope = database.Scope())
        {
            var services = scope.ServiceProvider;
            var link = services.GetRequiredService<SignedLinks>().Give(LinkPurpose.Invitation, database.NextId(), TimeSpan.FromDays(1));
            await services.GetRequiredService<Letters>().WriteAsync(Invitation(link), default);
            await services.GetRequiredService<ReferenceHubDbContext>().SaveChangesAsync();
        }

        await SendAsync();
        var mail = server.Mails.Single().Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);
        var token = mail.Split("https://hub.example/l/")[1][..LinkKey.TokenLength];
        (await MessageAsync()).Body.ShouldNotContain(token);
        (await database.Read(db => db.LinkKeys.SingleAsync())).Hash.ShouldBe(LinkKey.HashOf(token));
        (await FindAsync(token)).ShouldNotBeNull();
        (await FindAsync(token[..^1] + "x")).ShouldBeNull();
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await FindAsync(token)).ShouldBeNull("it has run out");
    }

    private static Letter Invitation(SignedLink? link) => new(MessageKinds.Invitation, new Recipient("Ada Berg", "ada@example.com", null, null), new Dictionary<string, string?>(StringComparer.Ordinal), Link: link);

    private async Task EnqueueAsync(bool withLink = false)
    {
        var link = new SignedLink(database.NextId(), LinkPurpose.Invitation, database.NextId(), database.Clock.Now, database.Clock.Now.AddDays(60));
        await database.Add(link, new OutboxMessage(database.NextId(), database.Clock.Now, "Test", "ada@example.com", "Hello", "Hello Ada", withLink ? link.Id : null));
    }

    private Task SendAsync() => database.Do<OutboxSender>(sender => sender.RunAsync(default));

    private async Task<Outcome> RetryAsync()
    {
        var message = await MessageAsync();
        return await database.Ask<MessageAdministration, Outcome>(desk => desk.RetryAsync(message.Id, Given.Viewer(Roles.Administrator), default));
    }

    private Task<OutboxMessage> MessageAsync() => database.Read(db => db.OutboxMessages.SingleAsync());

    private Task<SignedLink?> FindAsync(string token) => database.Ask<SignedLinks, SignedLink?>(links => links.FindOpenAsync(token, default));
}
