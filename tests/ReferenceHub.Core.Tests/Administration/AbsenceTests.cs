using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Administration;

/// <summary>Who is away, who stands in, and what the stand-in may see and answer.</summary>
public sealed class AbsenceTests : IDisposable
{
    private readonly SmallProgram program = new();

    public AbsenceTests() => program.Database.Read(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "set"))).GetAwaiter().GetResult();

    private DateOnly Today => DateOnly.FromDateTime(program.Clock.Now);

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_stand_in_answers_for_the_owner_on_days_away_only()
    {
        var (number, candidate) = await program.AskedAsync();
        (await program.Database.Read(db => db.Requests.VisibleTo(program.OtherRep, db).CountAsync())).ShouldBe(0);
        await NoteAsync(program.Owner, 0, 2, program.OtherRep);

        var standIn = await ViewerAsync(program.OtherRep);
        standIn.StandsInFor.ShouldBe([program.Owner.UserId]);
        var seen = await program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, standIn, default));
        seen.Next!.Step.ShouldBe(NextStep.AnswerAsOwner);
        (await program.Ask<MyRequests, int>(queries => queries.WaitingAsync(standIn, default))).ShouldBe(1);
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, standIn, default));
        (await program.RequestAsync(number)).Events.ShouldContain(line => line.Kind == RequestEventKind.OwnerAgreed && line.ActorName == "Daniel Costa" && line.Source == "standing in for the owner");

        program.Clock.Advance(TimeSpan.FromDays(3));
        (await ViewerAsync(program.OtherRep)).StandsInFor.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stand_in_who_is_away_too_hands_on_and_nobody_stands_in_a_circle()
    {
        await NoteAsync(program.Owner, 0, 2, program.OtherRep);
        await NoteAsync(program.OtherRep, 0, 2, program.Rep);
        (await ViewerAsync(program.OtherRep)).StandsInFor.ShouldBeEmpty();
        (await ViewerAsync(program.Rep)).StandsInFor.ShouldBe([program.Owner.UserId, program.OtherRep.UserId], ignoreOrder: true);
        await NoteAsync(program.Rep, 0, 2, program.Owner);
        (await ViewerAsync(program.Rep)).StandsInFor.ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_that_passed_overlap_or_run_backwards_are_refused_beside_the_field()
    {
        await NoteAsync(program.Owner, 3, 5, null);
        (await TryAsync(program.Owner, -3, -1, null)).Field.ShouldBe("LastDay");
        (await TryAsync(program.Owner, 3, 2, null)).Field.ShouldBe("LastDay");
        (await TryAsync(program.Owner, 5, 8, null)).Field.ShouldBe("FirstDay");
        (await TryAsync(program.Owner, 8, 9, program.Owner)).Field.ShouldBe("StandInId");
        (await TryAsync(program.Owner, 10, 400, null)).Refusal!.ShouldContain("hand their customers");
    }

    [Fact]
    public async Task Others_are_noted_by_the_program_only_and_an_old_page_overwrites_nothing()
    {
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<Absences>(desk => desk.NoteAsync(new AbsenceFacts(program.Owner.UserId, Today, Today, null), program.Rep, default)));
        await program.Do<Absences>(desk => desk.NoteAsync(new AbsenceFacts(program.Owner.UserId, Today, Today.AddDays(1), null), program.Manager, default));
        var line = (await PageAsync(program.Manager)).Others.ShouldHaveSingleItem();
        (await PageAsync(program.Rep)).Others.ShouldBeEmpty();
        await program.Do<Absences>(desk => desk.ChangeAsync(line.Id, line.Version, new AbsenceFacts(null, Today, Today.AddDays(4), program.Rep.UserId), program.Owner, default));
        await Should.ThrowAsync<StaleVersionException>(() => program.Ask<Absences>(desk => desk.ChangeAsync(line.Id, line.Version, new AbsenceFacts(null, Today, Today, null), program.Manager, default)));
        await Should.ThrowAsync<MissingException>(() => program.Ask<Absences>(desk => desk.RemoveAsync(line.Id, program.Rep, default)));
        await program.Do<Absences>(desk => desk.RemoveAsync(line.Id, program.Owner, default));
        (await PageAsync(program.Manager)).Others.ShouldBeEmpty();
    }

    [Fact]
    public async Task Letters_and_reminders_to_the_owner_reach_who_stands_in_too()
    {
        await NoteAsync(program.Owner, 0, 2, program.OtherRep);
        await program.AskedAsync();
        (await AddressesAsync(MessageKinds.OwnerAsked)).ShouldBe(["owner@test.example", "rep2@test.example"]);
        program.Clock.Advance(TimeSpan.FromMinutes(130));
        await program.Ask<ReplyWindows, int>(windows => windows.RunAsync(default));
        (await AddressesAsync(MessageKinds.OwnerReminder)).ShouldBe(["owner@test.example", "rep2@test.example"]);
    }

    [Fact]
    public async Task Who_stands_in_is_told_for_whom_and_when_it_is_off()
    {
        await NoteAsync(program.Owner, 3, 5, program.OtherRep);
        (await ToldAsync(program.OtherRep)).ShouldBe(["You stand in for Jonas Weber: 26 Nov 2026 to 28 Nov 2026"]);
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        var line = (await PageAsync(program.Owner)).Mine.ShouldHaveSingleItem();
        await program.Do<Absences>(desk => desk.ChangeAsync(line.Id, line.Version, new AbsenceFacts(null, Today.AddDays(3), Today.AddDays(3), program.Manager.UserId), program.Owner, default));
        (await ToldAsync(program.OtherRep))[^1].ShouldBe("You no longer stand in for Jonas Weber: 26 Nov 2026");
        (await ToldAsync(program.Manager)).ShouldBe(["You stand in for Jonas Weber: 26 Nov 2026"]);
        await program.Do<Absences>(desk => desk.RemoveAsync(line.Id, program.Owner, default));
        (await ToldAsync(program.Manager)).Count.ShouldBe(2);
        (await ToldAsync(program.Owner)).ShouldBeEmpty("who does it is not told");
    }

    [Fact]
    public async Task Who_is_deactivated_stands_in_for_nobody_and_is_told_nothing()
    {
        await NoteAsync(program.Owner, 0, 2, program.OtherRep);
        var followed = await program.SubmitAsync();
        await FollowAsync(followed, program.OtherRep);
        await program.Do<PeopleAdministration>(people => people.DeactivateAsync(program.OtherRep.UserId, Given.Viewer(Roles.Administrator), default));
        var told = (await ToldAsync(program.OtherRep)).Count;

        await program.AskedAsync();
        await program.Do<RequestTriage>(desk => desk.CancelAsync(followed, null, program.Rep, default));

        (await AddressesAsync(MessageKinds.OwnerAsked)).ShouldBe(["owner@test.example"]);
        (await ToldAsync(program.OtherRep)).Count.ShouldBe(told);
        (await ViewerAsync(program.OtherRep)).StandsInFor.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_leaver_followed_and_whom_they_stood_in_for_goes_to_who_takes_over()
    {
        var number = await program.SubmitAsync();
        await FollowAsync(number, program.OtherRep);
        await NoteAsync(program.Owner, 0, 2, program.OtherRep);

        (await program.Ask<Handover, Outcome<Leftovers>>(desk => desk.GiveAsync(program.OtherRep.UserId, program.Manager.UserId, Given.Viewer(Roles.Administrator), default))).Refusal.ShouldBeNull();

        (await program.Database.Read(db => db.Requests.Where(row => row.Number == number).SelectMany(row => row.Watchers).Select(watcher => watcher.UserId).ToListAsync())).ShouldBe([program.Manager.UserId]);
        (await ViewerAsync(program.Manager)).StandsInFor.ShouldBe([program.Owner.UserId]);
        (await ToldAsync(program.Manager)).ShouldContain("You stand in for Jonas Weber: 23 Nov 2026 to 25 Nov 2026");
        await program.AskedAsync();
        (await AddressesAsync(MessageKinds.OwnerAsked)).ShouldBe(["manager@test.example", "owner@test.example"]);
    }

    private Task<List<string>> AddressesAsync(string kind) => program.Database.Read(db => db.OutboxMessages.Where(mail => mail.Kind == kind).OrderBy(mail => mail.Address).Select(mail => mail.Address).ToListAsync());

    private Task<List<string>> ToldAsync(Viewer person) => program.Database.Read(db =>
        db.Notifications.Where(line => line.UserId == person.UserId && line.Kind == MessageKinds.StandIn).OrderBy(line => line.At).ThenBy(line => line.Id).Select(line => line.Title).ToListAsync());

    private Task FollowAsync(int number, Viewer person) => program.Database.Change(async db => (await db.Requests.Include(row => row.Watchers).SingleAsync(row => row.Number == number)).Follow(person.UserId, program.Clock.Now));

    private async Task<Viewer> ViewerAsync(Viewer person) => person with { StandsInFor = await program.Ask<StandIns, IReadOnlyList<Guid>>(standIns => standIns.ForAsync(person.UserId, default)) };

    private Task<AbsencePage> PageAsync(Viewer viewer) => program.Ask<Absences, AbsencePage>(absences => absences.PageAsync(viewer, default));

    private Task<Outcome> TryAsync(Viewer of, int first, int last, Viewer? standIn) =>
        program.Ask<Absences>(desk => desk.NoteAsync(new AbsenceFacts(null, Today.AddDays(first), Today.AddDays(last), standIn?.UserId), of, default));

    private async Task NoteAsync(Viewer of, int first, int last, Viewer? standIn) => (await TryAsync(of, first, last, standIn)).Refusal.ShouldBeNull();
}
