using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Drafts are kept while they are typed: once each, never over what was written elsewhere.</summary>
public sealed class RequestDraftTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Kept_again_and_again_it_is_one_draft()
    {
        var first = await KeptAsync(Form(Text("A")));
        var second = await KeptAsync(Form(Text("A b"), first));
        second.Number.ShouldBe(first.Number);
        second.Version.ShouldBeGreaterThan(first.Version);
        (await program.RequestAsync(first.Number)).Text.ShouldBe("A b");
    }

    [Fact]
    public async Task A_form_whose_answer_was_lost_goes_on_with_its_draft()
    {
        var form = Given.Id();
        var first = await KeptAsync(new SentForm(null, Text("A"), form));
        (await KeptAsync(new SentForm(null, Text("A b"), form))).Number.ShouldBe(first.Number);
    }

    [Fact]
    public async Task Sent_while_it_was_being_kept_it_is_one_request()
    {
        var form = Given.Id();
        var kept = await KeptAsync(new SentForm(null, Text("A"), form));
        var sent = await program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(new SentForm(null, program.Need(), form), program.Rep, default));
        (sent.Refusal, sent.Value).ShouldBe((null, kept.Number));
        (await Should.ThrowAsync<IllegalMoveException>(() => KeptAsync(new SentForm(null, Text("A b"), form)))).Message.ShouldContain($"#{kept.Number}");
    }

    [Fact]
    public async Task Of_two_windows_the_one_behind_is_told_and_replaces_nothing()
    {
        var first = await KeptAsync(Form(Text("A")));
        var newer = await KeptAsync(Form(Text("Typed in the other window"), first));

        (await KeepAsync(Form(Text("Typed here"), first))).Field.ShouldBe(RequestSheets.DraftField);
        var sent = await program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(Form(program.Need(), first), program.Rep, default));
        sent.Field.ShouldBe(RequestSheets.DraftField);
        (await program.RequestAsync(first.Number)).Text.ShouldBe("Typed in the other window");

        await KeptAsync(Form(Text("Typed here"), newer));
        (await program.RequestAsync(first.Number)).Text.ShouldBe("Typed here");
    }

    [Fact]
    public async Task Only_its_writer_throws_a_draft_away_and_nobody_what_was_sent()
    {
        var draft = await KeptAsync(Form(Text("A")));
        await Should.ThrowAsync<MissingException>(() => program.Ask<RequestDrafts>(desk => desk.RemoveAsync(draft.Number, program.Manager, default)));
        await program.Do<RequestDrafts>(desk => desk.RemoveAsync(draft.Number, program.Rep, default));
        (await program.Database.Read(db => db.Requests.CountAsync())).ShouldBe(0);
        var sent = await program.SubmitAsync();
        await Should.ThrowAsync<IllegalMoveException>(() => program.Ask<RequestDrafts>(desk => desk.RemoveAsync(sent, program.Rep, default)));
    }

    [Fact]
    public async Task A_draft_for_a_colleague_stays_its_writers_until_it_is_sent()
    {
        var need = program.Need() with { For = program.OtherRep.UserId };
        var draft = await KeptAsync(Form(need));
        (await SeesAsync(draft.Number, program.Rep), await SeesAsync(draft.Number, program.OtherRep)).ShouldBe((true, false));

        await program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(Form(need, draft), program.Rep, default));

        var request = await program.RequestAsync(draft.Number);
        (request.RequesterId, request.EnteredById, request.State).ShouldBe((program.OtherRep.UserId, program.Rep.UserId, RequestState.Submitted));
        (await SeesAsync(draft.Number, program.Rep), await SeesAsync(draft.Number, program.OtherRep), await SeesAsync(draft.Number, program.Owner)).ShouldBe((true, true, false));
        (await program.Database.Read(db => db.RequestWatchers.SingleAsync())).UserId.ShouldBe(program.Rep.UserId);
        (await program.Database.Read(db => db.DealAsks.SingleAsync())).UserId.ShouldBe(program.OtherRep.UserId);
    }

    [Fact]
    public async Task A_colleague_is_told_of_what_was_asked_for_them_and_the_program_of_what_is_new()
    {
        var (colleague, manager) = (Given.SignedUp(), Given.SignedUp(Roles.ProgramManager));
        await program.Database.Add(colleague, manager);
        await program.SubmitAsync(program.Need() with { For = colleague.Id });
        var told = await program.Database.Read(db => db.Notifications.ToDictionaryAsync(line => line.UserId, line => line.Title));
        told[colleague.Id].ShouldBe("Rita Sommer asked for you: Sales call for Northwind Bank");
        told[manager.Id].ShouldBe("New request: Sales call for Northwind Bank");
    }

    [Fact]
    public async Task Nobody_asks_for_somebody_who_may_not_ask()
    {
        var executive = Given.User(Roles.Executive);
        await program.Database.Add(executive);
        (await KeepAsync(Form(program.Need() with { For = executive.Id }))).Field.ShouldBe(nameof(RequestNeed.For));
        (await program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(Form(program.Need() with { For = Given.Id() }), program.Rep, default))).Field.ShouldBe(nameof(RequestNeed.For));
    }

    private Task<bool> SeesAsync(int number, Viewer viewer) => program.Database.Read(db => db.Requests.VisibleTo(viewer, db).AnyAsync(request => request.Number == number));

    private async Task<DraftKept> KeptAsync(SentForm form)
    {
        var kept = await KeepAsync(form);
        kept.Refusal.ShouldBeNull();
        return kept.Value!;
    }

    private Task<Outcome<DraftKept>> KeepAsync(SentForm form) => program.Ask<RequestDrafts, Outcome<DraftKept>>(desk => desk.KeepAsync(form, program.Rep, default));

    private RequestNeed Text(string text) => program.Need() with { Text = text };

    private static SentForm Form(RequestNeed need, DraftKept? draft = null) => new(draft?.Number, need, null) { DraftVersion = draft?.Version };
}
