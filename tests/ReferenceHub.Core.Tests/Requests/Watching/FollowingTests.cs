using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests.Watching;

/// <summary>Followers, mentions and files: who sees what through them, and who is told.</summary>
public sealed class FollowingTests : IDisposable
{
    private readonly SmallProgram program = new();

    // Messages go to people who can sign in, and only they follow.
    public FollowingTests() => program.Database.Read(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, "set"))).GetAwaiter().GetResult();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_colleague_sees_the_request_from_when_they_follow_to_when_they_stop()
    {
        var (number, candidate) = await program.AskedAsync();
        await SeesAsync(number, program.OtherRep, false);
        (await program.Ask<RequestFollowing>(desk => desk.AddAsync(number, program.OtherRep.UserId, program.Rep, default))).Refusal.ShouldBeNull();
        await SeesAsync(number, program.OtherRep, true);
        var seen = await program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, program.OtherRep, default));
        seen.Candidates.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            view => view.Id.ShouldBe(candidate), view => view.ContactName.ShouldBeNull(), view => view.SecretsShown.ShouldBeFalse(), view => view.MayUse.ShouldBeFalse());
        seen.Drives.ShouldBeFalse();
        (await program.Database.Read(db => db.Candidates.VisibleTo(program.OtherRep, db).CountAsync())).ShouldBe(1);
        await program.Do<RequestFollowing>(desk => desk.StopAsync(number, program.OtherRep.UserId, program.OtherRep, default));
        await SeesAsync(number, program.OtherRep, false);
    }

    [Fact]
    public async Task A_confidential_name_stays_hidden_from_followers()
    {
        var number = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        var hidden = Given.Customer("Canary Geheimbank", tier: Tier.Confidential);
        await program.Database.Add(hidden);
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(number, hidden.Id, null, program.Manager, default));
        await program.Do<RequestFollowing>(desk => desk.AddAsync(number, program.OtherRep.UserId, program.Manager, default));
        var seen = await program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, program.OtherRep, default));
        seen.Candidates.ShouldHaveSingleItem().Name.ShouldNotContain("Canary");
    }

    [Fact]
    public async Task Only_requester_and_program_let_others_in_and_owners_do_not_widen_their_own_sight()
    {
        var (number, _) = await program.AskedAsync();
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<RequestFollowing>(desk => desk.AddAsync(number, program.OtherRep.UserId, program.Owner, default)));
        (await program.Ask<RequestFollowing>(desk => desk.FollowAsync(number, program.Owner, default))).Refusal.ShouldNotBeNull();
        (await program.Ask<RequestFollowing>(desk => desk.AddAsync(number, program.Rep.UserId, program.Manager, default))).Refusal!.ShouldContain("asked for it");
        await Should.ThrowAsync<MissingException>(() => program.Ask<RequestFollowing>(desk => desk.FollowAsync(number, program.OtherRep, default)));
    }

    [Fact]
    public async Task Who_cannot_see_the_request_is_mentioned_only_after_being_let_in()
    {
        var number = await program.SubmitAsync();
        var refused = await program.Ask<RequestComments>(desk => desk.AddAsync(number, "Ask @Daniel Costa, he knows them", false, program.Rep, default));
        refused.ShouldSatisfyAllConditions(one => one.Refusal!.ShouldContain("Daniel Costa can't see"), one => one.Field.ShouldBe(RequestComments.Field));
        (await NoticesAsync()).ShouldBeEmpty();
        await program.Do<RequestComments>(desk => desk.AddAsync(number, "Ask @Daniel Costa, he knows them", true, program.Rep, default));
        (await NoticesAsync()).ShouldBe([(program.OtherRep.UserId, MessageKinds.Mention)]);
        await SeesAsync(number, program.OtherRep, true);
    }

    [Fact]
    public async Task A_comment_reaches_everybody_who_takes_part_except_its_writer()
    {
        var (number, _) = await program.AskedAsync();
        await program.Database.Read(db => db.Notifications.ExecuteDeleteAsync());
        await program.Do<RequestFollowing>(desk => desk.AddAsync(number, program.OtherRep.UserId, program.OtherRep with { Roles = Roles.ProgramManager }, default));
        await program.Do<RequestComments>(desk => desk.AddAsync(number, "Any news?", false, program.Rep, default));
        (await NoticesAsync()).ShouldBe([(program.Manager.UserId, MessageKinds.Comment), (program.OtherRep.UserId, MessageKinds.Comment)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_owner_cannot_let_a_stranger_in_by_mentioning_them()
    {
        var (number, _) = await program.AskedAsync();
        (await program.Ask<RequestComments>(desk => desk.AddAsync(number, "@Daniel Costa look", true, program.Owner, default))).Refusal!.ShouldContain("ask the requester");
        await SeesAsync(number, program.OtherRep, false);
    }

    [Fact]
    public async Task A_file_is_taken_by_what_it_is_and_given_to_those_who_see_the_request()
    {
        var number = await program.SubmitAsync();
        (await AddAsync(number, "<html><script>alert(1)</script>", "list.pdf")).Refusal!.ShouldContain("can't be taken");
        (await AddAsync(number, "%PDF-1.7 requirements", "../list.pdf")).Refusal.ShouldBeNull();
        var file = (await program.Database.Read(db => db.RequestFiles.Include(row => row.Attachment).SingleAsync())).Attachment!;
        file.Name.ShouldBe("list.pdf");
        (await program.RequestAsync(number)).Events[^1].ShouldSatisfyAllConditions(line => line.Kind.ShouldBe(RequestEventKind.FileAdded), line => line.Note.ShouldBe("list.pdf"));
        await Should.ThrowAsync<MissingException>(() => program.Ask<RequestFiles, (Attachment, Stream)>(files => files.OpenAsync(number, file.Id, program.OtherRep, default)));
        (await program.Ask<RequestFiles, (Attachment File, Stream)>(files => files.OpenAsync(number, file.Id, program.Manager, default))).File.Id.ShouldBe(file.Id);
        var other = await program.SubmitAsync();
        await Should.ThrowAsync<MissingException>(() => program.Ask<RequestFiles, (Attachment, Stream)>(files => files.OpenAsync(other, file.Id, program.Manager, default)));
    }

    [Fact]
    public async Task A_file_too_many_is_refused_before_it_is_kept()
    {
        var number = await program.SubmitAsync();
        for (var file = 0; file < RequestFiles.Most; file++)
        {
            (await AddAsync(number, $"Words {file}", $"{file}.txt")).ShouldBe(Outcome.Done);
        }

        var kept = await program.Database.Read(db => db.StoredFiles.CountAsync());
        (await AddAsync(number, "One more", "more.txt")).Refusal!.ShouldContain("20 files already");
        (await program.Database.Read(db => db.StoredFiles.CountAsync())).ShouldBe(kept);
    }

    [Fact]
    public async Task A_file_is_taken_off_by_who_added_it_or_the_program_and_the_timeline_keeps_it()
    {
        var number = await program.SubmitAsync();
        await AddAsync(number, "%PDF-1.7 requirements", "list.pdf");
        await AddAsync(number, "%PDF-1.7 more", "more.pdf");
        var files = await program.Database.Read(db => db.RequestFiles.OrderBy(row => row.Attachment!.Name).Select(row => row.AttachmentId).ToListAsync());
        await program.Ask<RequestFollowing>(desk => desk.AddAsync(number, program.OtherRep.UserId, program.Rep, default));

        await Should.ThrowAsync<ForbiddenException>(() => RemoveAsync(number, files[0], program.OtherRep));
        (await RemoveAsync(number, files[0], program.Rep)).Refusal.ShouldBeNull();
        (await RemoveAsync(number, files[1], program.Manager)).Refusal.ShouldBeNull();
        await Should.ThrowAsync<MissingException>(() => RemoveAsync(number, files[1], program.Manager));

        (await program.Database.Read(db => db.RequestFiles.CountAsync())).ShouldBe(0);
        (await program.RequestAsync(number)).Events.Where(line => line.Kind is RequestEventKind.FileAdded or RequestEventKind.FileRemoved).Select(line => (line.Kind, line.Note)).ShouldBe(
            [(RequestEventKind.FileAdded, "list.pdf"), (RequestEventKind.FileAdded, "more.pdf"), (RequestEventKind.FileRemoved, "list.pdf"), (RequestEventKind.FileRemoved, "more.pdf")]);
    }

    private Task<Outcome> RemoveAsync(int number, Guid file, Viewer by) => program.Ask<RequestFiles>(files => files.RemoveAsync(number, file, by, default));

    private Task<Outcome> AddAsync(int number, string words, string name) => program.Ask<RequestFiles>(async files =>
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(words));
        return await files.AddAsync(number, bytes, name, program.Rep, default);
    });

    private async Task SeesAsync(int number, Viewer viewer, bool sees) =>
        (await program.Database.Read(db => db.Requests.VisibleTo(viewer, db).AnyAsync(request => request.Number == number))).ShouldBe(sees);

    private Task<List<(Guid, string)>> NoticesAsync() => program.Database.Read(async db =>
        (await db.Notifications.Where(one => one.Kind == MessageKinds.Mention || one.Kind == MessageKinds.Comment).Select(one => new { one.UserId, one.Kind, one.Title }).ToListAsync())
            .Where(one => !one.Title.Contains("lets you follow", StringComparison.Ordinal)).Select(one => (one.UserId, one.Kind)).ToList());
}
