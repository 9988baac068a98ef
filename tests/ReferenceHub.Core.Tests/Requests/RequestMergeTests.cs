using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Two requests that ask for the same become one.</summary>
public sealed class RequestMergeTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_duplicate_ends_and_its_requester_follows_the_one_that_goes_on()
    {
        var survivor = await TakenAsync();
        var duplicate = await TakenAsync(program.OtherRep);
        var day = DateOnly.FromDateTime(program.Clock.Now).AddDays(2);
        var id = (await program.RequestAsync(duplicate)).Id;
        await program.Database.Add(new FollowUp(program.Database.NextId(), SourceKind.Request, id, "Call", day, program.Manager.UserId, program.Manager.UserId, program.Clock.Now));
        await MergeAsync(survivor, duplicate);

        var ended = await program.RequestAsync(duplicate);
        var stays = await program.RequestAsync(survivor);
        ended.ShouldSatisfyAllConditions(
            one => one.State.ShouldBe(RequestState.Cancelled), one => one.MergedIntoId.ShouldBe(stays.Id), one => one.EndReason.ShouldBe($"Merged into #{survivor}"), one => one.EndedAt.ShouldNotBeNull());
        ended.Events[^1].Kind.ShouldBe(RequestEventKind.Merged);
        stays.Events[^1].ShouldSatisfyAllConditions(line => line.Kind.ShouldBe(RequestEventKind.Merged), line => line.Note.ShouldBe($"Took over #{duplicate}, asked by Daniel Costa"));
        (await program.Database.Read(db => db.Requests.VisibleTo(program.OtherRep, db).AnyAsync(request => request.Number == survivor))).ShouldBeTrue();
        (await program.Database.Read(db => db.FollowUps.SingleAsync())).SourceId.ShouldBe(stays.Id);
    }

    [Fact]
    public async Task Whom_nobody_asked_yet_is_proposed_anew_and_who_was_asked_is_taken_back()
    {
        var survivor = await TakenAsync();
        var duplicate = await TakenAsync(program.OtherRep);
        var second = Given.Customer("Bodensee Leben");
        await program.Database.Add(second);
        await program.Do<CandidateAsks>(desk => desk.ProposeAsync(duplicate, second.Id, null, program.Manager, default));
        await program.ProposeAsync(duplicate);
        var asked = (await program.RequestAsync(duplicate)).Candidates.Single(one => one.CustomerId == program.CustomerId).Id;
        await program.Do<CandidateAsks>(desk => desk.AskAsync(duplicate, asked, null, program.Manager, default));
        (await program.UsesAsync()).Count.ShouldBe(1);
        await MergeAsync(survivor, duplicate);

        (await program.RequestAsync(survivor)).Candidates.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.CustomerId.ShouldBe(second.Id), one => one.State.ShouldBe(CandidateState.Proposed));
        (await program.RequestAsync(duplicate)).Candidates.ShouldAllBe(one => one.State == CandidateState.Withdrawn);
        (await program.UsesAsync()).ShouldAllBe(use => use.State == UseState.Released);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_with_a_way_out()
    {
        var survivor = await TakenAsync();
        var (asked, candidate) = await program.AskedAsync();
        (await TryAsync(survivor, 99)).Refusal!.ShouldContain("no request #99");
        (await TryAsync(survivor, survivor)).Refusal!.ShouldContain("other request");
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(asked, candidate, null, null, program.Owner, default));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(asked, candidate, null, "by phone", program.Manager, default));
        (await Should.ThrowAsync<IllegalMoveException>(() => TryAsync(survivor, asked))).Message.ShouldContain($"Merge #{survivor} into it instead");
        await program.Do<RequestTriage>(desk => desk.CancelAsync(survivor, null, program.Manager, default));
        (await Should.ThrowAsync<IllegalMoveException>(() => TryAsync(asked, survivor))).Message.ShouldContain("only open requests");
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<RequestMerge>(desk => desk.MergeAsync(asked, survivor, program.Rep, default)));
    }

    [Fact]
    public async Task A_signpost_follows_to_the_last_survivor_and_reopening_takes_it_down()
    {
        var (first, second, third) = (await TakenAsync(), await TakenAsync(), await TakenAsync());
        await MergeAsync(second, first);
        await MergeAsync(third, second);
        (await program.RequestAsync(first)).MergedIntoId.ShouldBe((await program.RequestAsync(third)).Id);
        await program.Do<RequestTriage>(desk => desk.ReopenAsync(first, "They differ after all", program.Manager, default));
        (await program.RequestAsync(first)).MergedIntoId.ShouldBeNull();
    }

    private async Task<int> TakenAsync(Viewer? requester = null)
    {
        var sent = await program.Database.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, program.Need() with { OpportunityId = requester is null ? program.Need().OpportunityId : Deal(requester) }, requester ?? program.Rep, default));
        sent.Refusal.ShouldBeNull();
        await program.Do<RequestTriage>(desk => desk.AssignAsync(sent.Value, null, program.Manager, default));
        return sent.Value;
    }

    private Guid Deal(Viewer of)
    {
        var deal = Given.Opportunity(of.UserId, "Northwind Bank again");
        program.Database.Add(deal).GetAwaiter().GetResult();
        return deal.Id;
    }

    private Task<Outcome> TryAsync(int survivor, int duplicate) => program.Ask<RequestMerge>(desk => desk.MergeAsync(survivor, duplicate, program.Manager, default));

    private async Task MergeAsync(int survivor, int duplicate) => (await TryAsync(survivor, duplicate)).Refusal.ShouldBeNull();
}
