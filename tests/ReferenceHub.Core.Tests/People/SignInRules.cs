using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.People;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.People;

/// <summary>Signing in, guessing, and how sessions end.</summary>
public sealed class SignInRules : IDisposable
{
    private const string Password = "quiet-otter-lantern-9";
    private readonly TestDatabase database = TestDatabase.Create(configure: services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000));

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_right_password_starts_a_session()
    {
        var user = await PersonAsync();
        var answer = await TryAsync(user.Email!, Password);
        answer.SessionId.ShouldNotBeNull();
        (await LiveAsync(answer.SessionId.Value))!.Viewer.UserId.ShouldBe(user.Id);
    }

    [Fact]
    public async Task Wrong_unknown_and_deactivated_get_the_same_answer()
    {
        var known = await PersonAsync();
        var gone = await PersonAsync(user => user.Deactivate(database.Clock.Now));
        var expected = new SignInAnswer(null, TimeSpan.Zero);
        (await TryAsync(known.Email!, "wrong")).ShouldBe(expected);
        (await TryAsync("nobody@example.com", "wrong")).ShouldBe(expected);
        (await TryAsync(gone.Email!, Password)).ShouldBe(expected);
    }

    [Fact]
    public async Task Failures_make_the_next_try_wait_longer_and_longer()
    {
        var user = await PersonAsync();
        var waits = new List<double>();
        for (var failure = 0; failure < 9; failure++)
        {
            var wait = (await TryAsync(user.Email!, "wrong")).Wait;
            if (wait > TimeSpan.Zero)
            {
                waits.Add(wait.TotalSeconds);
                database.Clock.Advance(wait);
            }
        }

        waits.ShouldBe([2, 4]);
        await TryAsync(user.Email!, "wrong");
        (await TryAsync(user.Email!, Password)).Wait.ShouldBeGreaterThan(TimeSpan.Zero, "also the right password waits, or guessing would go on");
    }

    [Fact]
    public async Task A_success_forgets_the_failures()
    {
        var user = await PersonAsync();
        for (var round = 0; round < 5; round++)
        {
            for (var failure = 0; failure < 4; failure++)
            {
                await TryAsync(user.Email!, "wrong");
            }

            (await TryAsync(user.Email!, Password)).SessionId.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Nobody_can_lock_out_somebody_who_is_elsewhere()
    {
        var user = await PersonAsync();
        for (var failure = 0; failure < 30; failure++)
        {
            await TryAsync(user.Email!, "wrong", "198.51.100.7");
        }

        (await TryAsync(user.Email!, Password, "203.0.113.9")).SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_tries_at_once_gain_nothing()
    {
        var user = await PersonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(user.Email!, "wrong")));
        answers.Count(answer => answer.Wait == TimeSpan.Zero).ShouldBe(6);
    }

    [Fact]
    public async Task A_network_that_guesses_at_many_accounts_waits_but_not_for_accounts_known_there()
    {
        var user = await PersonAsync();
        (await TryAsync(user.Email!, Password)).SessionId.ShouldNotBeNull();
        for (var account = 0; account < 60; account++)
        {
            await TryAsync($"guess{account}@example.com", "wrong");
        }

        (await TryAsync("another@example.com", "wrong")).Wait.ShouldBeGreaterThan(TimeSpan.Zero);
        (await TryAsync(user.Email!, Password)).SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task New_roles_hold_on_the_next_look()
    {
        var user = await PersonAsync();
        var session = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        (await LiveAsync(session))!.Viewer.Can(Right.RunProgram).ShouldBeFalse();
        await database.Change(async db => (await db.Users.SingleAsync(row => row.Id == user.Id)).GiveRoles(Roles.ProgramManager));
        (await LiveAsync(session))!.Viewer.Can(Right.RunProgram).ShouldBeTrue();
    }

    [Fact]
    public async Task A_deactivated_person_has_no_session_any_more()
    {
        var user = await PersonAsync();
        var session = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        (await LiveAsync(session)).ShouldNotBeNull();
        await database.Change(async db => (await db.Users.SingleAsync(row => row.Id == user.Id)).Deactivate(database.Clock.Now));
        (await LiveAsync(session)).ShouldBeNull();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_good()
    {
        var user = await PersonAsync();
        var session = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        await database.Do<SignInService>(service => service.SignOutAsync(session, default));
        (await LiveAsync(session)).ShouldBeNull();
    }

    [Fact]
    public async Task Sessions_end_when_idle_and_in_any_case_after_a_week()
    {
        var user = await PersonAsync();
        var idle = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        database.Clock.Advance(Session.Idle - TimeSpan.FromMinutes(1));
        (await LiveAsync(idle)).ShouldNotBeNull();
        database.Clock.Advance(Session.Idle + TimeSpan.FromMinutes(1));
        (await LiveAsync(idle)).ShouldBeNull();

        var busy = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        for (var passed = TimeSpan.Zero; passed < Session.Absolute - TimeSpan.FromHours(6); passed += TimeSpan.FromHours(6))
        {
            database.Clock.Advance(TimeSpan.FromHours(6));
            (await LiveAsync(busy)).ShouldNotBeNull();
        }

        database.Clock.Advance(TimeSpan.FromHours(7));
        (await LiveAsync(busy)).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions()
    {
        var user = await PersonAsync();
        var here = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        var there = (await TryAsync(user.Email!, Password)).SessionId!.Value;
        var live = (await LiveAsync(here))!;
        (await database.Ask<Passwords, Core.Data.Outcome>(passwords => passwords.ChangeAsync(live, "not it", "brave-violin-harbour-3", default))).Field.ShouldBe("Present");
        (await database.Ask<Passwords, Core.Data.Outcome>(passwords => passwords.ChangeAsync(live, Password, "brave-violin-harbour-3", default))).IsDone.ShouldBeTrue();
        (await LiveAsync(here)).ShouldNotBeNull();
        (await LiveAsync(there)).ShouldBeNull();
    }

    private async Task<User> PersonAsync(Action<User>? change = null)
    {
        var user = Given.User();
        await database.Do<IPasswordHasher<User>>(hasher =>
        {
            user.PasswordHash = hasher.HashPassword(user, Password);
            return Task.CompletedTask;
        });
        change?.Invoke(user);
        await database.Add(user);
        return user;
    }

    private Task<SignInAnswer> TryAsync(string email, string password, string network = "192.0.2.1") =>
        database.Ask<SignInService, SignInAnswer>(service => service.SignInAsync(email, password, network, "test", default));

    private Task<LiveSession?> LiveAsync(Guid id) => database.Ask<SessionCache, LiveSession?>(cache => cache.FindAsync(id, default));
}
