using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Content;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>Content chosen instead of people closes the ask, once, for those who may, as far as the permission reaches at that moment.</summary>
public sealed class ContentChoiceTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task On_the_form_it_makes_the_request_closed_with_the_content_beside_the_deal()
    {
        var story = await StoryAsync();

        var number = (await InsteadAsync(story)).Value;

        var request = await program.RequestAsync(number);
        (request.State, request.ContentId, request.EndReason, request.SubmittedAt).ShouldBe((RequestState.Deflected, story, "A story from the library", program.Clock.Now));
        request.Events.Select(line => line.Kind).ShouldBe([RequestEventKind.Submitted, RequestEventKind.Ended]);
        (await BesideAsync(request)).ShouldHaveSingleItem().ShouldBe(story);
    }

    [Fact]
    public async Task By_when_it_is_needed_and_a_sponsor_no_longer_matter_but_the_deal_does()
    {
        var story = await StoryAsync();

        (await InsteadAsync(story, program.Need() with { NeededBy = null })).Refusal.ShouldBeNull();
        var without = await InsteadAsync(story, program.Need() with { OpportunityId = null });

        (without.Field, await CountAsync()).ShouldBe((nameof(RequestNeed.OpportunityId), 1));
    }

    [Fact]
    public async Task Pressed_twice_it_makes_one_request_and_after_sending_it_closes_that_one()
    {
        var story = await StoryAsync();
        var form = Given.Id();
        var need = program.Need();

        var sent = await program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need, program.Rep, default, form));
        var first = await InsteadAsync(story, need, form: form);
        var second = await InsteadAsync(story, need, form: form);

        (first.Value, second.Value, await CountAsync()).ShouldBe((sent.Value, sent.Value, 1));
        (await program.RequestAsync(sent.Value)).ContentId.ShouldBe(story);
    }

    [Fact]
    public async Task A_draft_of_ones_own_is_closed_and_nobody_elses()
    {
        var story = await StoryAsync();
        var draft = (await program.Ask<RequestDrafts, Outcome<DraftKept>>(desk => desk.KeepAsync(new SentForm(null, program.Need(), null), program.Rep, default))).Value!.Number;

        await Should.ThrowAsync<MissingException>(() => InsteadAsync(story, by: program.Manager, draft: draft));
        (await InsteadAsync(story, draft: draft)).Value.ShouldBe(draft);

        (await program.RequestAsync(draft)).State.ShouldBe(RequestState.Deflected);
    }

    [Fact]
    public async Task For_a_request_it_gives_back_what_was_reserved()
    {
        var story = await StoryAsync();
        var (number, _) = await program.AskedAsync();
        (await program.UsesAsync()).ShouldHaveSingleItem().State.ShouldBe(UseState.Pending);

        await program.Do<ContentChoices>(desk => desk.ForAsync(number, story, program.Manager, default));

        (await program.RequestAsync(number)).Candidates.ShouldHaveSingleItem().State.ShouldBe(CandidateState.Withdrawn);
        (await program.UsesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_requester_and_the_program_may_others_may_not()
    {
        var story = await StoryAsync();
        var (number, _) = await program.AskedAsync();

        await Should.ThrowAsync<MissingException>(() => ForAsync(number, story, program.OtherRep));
        await Should.ThrowAsync<ForbiddenException>(() => ForAsync(number, story, program.Owner));
        await Should.ThrowAsync<ForbiddenException>(() => ForAsync(number, story, Given.Viewer(Roles.Marketing)));
        (await ForAsync(number, story, program.Rep)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task What_has_ended_or_is_confirmed_is_not_closed_again()
    {
        var story = await StoryAsync();
        var number = (await InsteadAsync(story)).Value;

        await Should.ThrowAsync<IllegalMoveException>(() => ForAsync(number, story, program.Manager));

        var (confirmed, candidate) = await program.AskedAsync();
        foreach (var party in new[] { "the owner", "the contact" })
        {
            await program.Do<CandidateAnswers>(answers => answers.AgreeAsync(confirmed, candidate, null, $"Yes of {party}", program.Manager, default));
        }

        (await program.RequestAsync(confirmed)).State.ShouldBe(RequestState.Confirmed);
        await Should.ThrowAsync<IllegalMoveException>(() => ForAsync(confirmed, story, program.Manager));
    }

    [Fact]
    public async Task A_permission_withdrawn_since_it_was_offered_refuses_in_words_and_nothing_is_made()
    {
        var story = await StoryAsync();
        await program.Database.Change(async db => (await db.Permissions.SingleAsync()).Record(PermissionStatus.Denied, null, "By phone", program.Clock.Now));

        var refused = await InsteadAsync(story);

        (refused.Field, await CountAsync()).ShouldBe((ContentChoices.Field, 0));
        refused.Refusal!.ShouldContain("no longer in use");
    }

    [Fact]
    public async Task A_permission_that_does_not_reach_the_prospect_refuses_with_the_reason()
    {
        var story = await StoryAsync();
        await program.Database.Change(async db => (await db.Permissions.SingleAsync()).Limit(["dach"], []));

        var refused = await InsteadAsync(story);
        await SetRegionAsync("de");
        var fine = await InsteadAsync(story);

        (refused.Field, fine.IsDone).ShouldBe((ContentChoices.Field, true));
        refused.Refusal!.ShouldContain("region is not known");
    }

    [Fact]
    public async Task The_manager_chooses_nothing_that_the_requester_may_not_see()
    {
        var story = await StoryAsync(Tier.Confidential);
        var number = await program.SubmitAsync();

        (await ForAsync(number, story, program.Manager)).Field.ShouldBe(ContentChoices.Field);
        (await ForAsync(number, story, program.Rep)).Refusal.ShouldBe((await ForAsync(number, Given.Id(), program.Rep)).Refusal, "what one may not know is refused as what is not there");
    }

    [Fact]
    public async Task A_withdrawn_piece_says_so_to_who_manages_content()
    {
        var story = await StoryAsync();
        var number = await program.SubmitAsync();
        await program.Database.Change(async db => (await db.Assets.SingleAsync()).Withdraw("No longer true", program.Clock.Now));

        (await ForAsync(number, story, program.Manager)).Refusal!.ShouldContain("withdrawn");
        (await program.RequestAsync(number)).State.ShouldBe(RequestState.Submitted);
    }

    [Fact]
    public async Task A_form_that_was_sent_and_has_ended_meanwhile_is_not_answered_silently()
    {
        var story = await StoryAsync();
        var (form, need) = (Given.Id(), program.Need());
        var sent = await program.Ask<RequestDrafting, Outcome<int>>(desk => desk.SubmitAsync(null, need, program.Rep, default, form));
        await program.Do<RequestTriage>(desk => desk.CancelAsync(sent.Value, null, program.Rep, default));

        await Should.ThrowAsync<IllegalMoveException>(() => InsteadAsync(story, need, form: form));
    }

    [Fact]
    public async Task Reopening_undoes_the_choice_and_what_it_put_beside_the_deal()
    {
        var story = await StoryAsync();
        var number = (await InsteadAsync(story)).Value;

        program.Clock.Advance(TimeSpan.FromHours(3));
        await program.Do<RequestTriage>(desk => desk.ReopenAsync(number, "A story was not enough", program.Manager, default));

        var request = await program.RequestAsync(number);
        (request.State, request.ContentId).ShouldBe((RequestState.Triaged, null));
        (await BesideAsync(request)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Content_that_answers_another_ask_of_the_deal_stays_when_one_is_reopened()
    {
        var story = await StoryAsync();
        var first = (await InsteadAsync(story)).Value;
        await InsteadAsync(story);

        await program.Do<RequestTriage>(desk => desk.ReopenAsync(first, "Not enough", program.Manager, default));

        (await BesideAsync(await program.RequestAsync(first))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Content_put_there_by_hand_in_the_very_same_moment_stays_when_the_request_is_reopened()
    {
        var story = await StoryAsync();
        var number = (await InsteadAsync(story)).Value;
        var deal = (await program.RequestAsync(number)).OpportunityId!.Value;
        await program.Do<DealContent>(content => content.DetachAsync(deal, story, program.Rep, default));
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        await program.Do<DealContent>(content => content.AttachAsync(deal, story, program.Rep, default));
        await program.Database.Change(db => db.OpportunityAssets.ExecuteUpdateAsync(set => set.SetProperty(use => use.At, use => db.Requests.Single(request => request.Number == number).EndedAt!.Value)));

        await program.Do<RequestTriage>(desk => desk.ReopenAsync(number, "Not enough", program.Manager, default));

        (await BesideAsync(await program.RequestAsync(number))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Chosen_again_after_reopening_it_is_taken_away_again()
    {
        var story = await StoryAsync();
        var number = (await InsteadAsync(story)).Value;
        await program.Do<RequestTriage>(desk => desk.ReopenAsync(number, "Not enough", program.Manager, default));
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        await program.Do<ContentChoices>(desk => desk.ForAsync(number, story, program.Manager, default));
        program.Clock.Advance(TimeSpan.FromMinutes(1));

        await program.Do<RequestTriage>(desk => desk.ReopenAsync(number, "Still not enough", program.Manager, default));

        (await BesideAsync(await program.RequestAsync(number))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_piece_counts_the_asks_it_closed_and_names_those_in_sight()
    {
        var story = await StoryAsync();
        var number = (await InsteadAsync(story)).Value;

        var (mine, others) = (await ClosedAsync(story, program.Rep), await ClosedAsync(story, program.OtherRep));

        (mine.Count, mine.Seen.ShouldHaveSingleItem().Number).ShouldBe((1, number));
        (others.Count, others.Seen.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_deal_names_the_content_to_who_sees_the_request()
    {
        await InsteadAsync(await StoryAsync());
        var deal = program.Need().OpportunityId!.Value;
        Task<DealStory> Story(Viewer viewer) => program.Ask<DealRequestQueries, DealStory>(queries => queries.OfAsync(deal, viewer, default));

        (await Story(program.Rep)).Requests.ShouldHaveSingleItem().Content!.Title.ShouldBe("How they moved");
        (await Story(program.OtherRep)).Requests.ShouldHaveSingleItem().Content.ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_a_request_names_content_no_longer_once_it_is_out_of_use()
    {
        var story = await StoryAsync();
        var number = (await InsteadAsync(story)).Value;
        Task<RequestDetail> Detail() => program.Ask<RequestQueries, RequestDetail>(queries => queries.DetailAsync(number, program.Rep, default));
        (await Detail()).Content.ShouldBe(new ChosenContent(story, "How they moved", AssetKind.Story));

        await program.Database.Change(async db => (await db.Assets.SingleAsync()).Withdraw("No longer true", program.Clock.Now));

        (await Detail()).Content.ShouldBe(new ChosenContent(null, null, AssetKind.Story));
    }

    private async Task<Guid> StoryAsync(Tier tier = Tier.Standard)
    {
        var today = DateOnly.FromDateTime(program.Clock.Now);
        var permission = new Permission(Given.Id(), program.CustomerId, PermissionScope.Story);
        permission.Record(PermissionStatus.Granted, null, "Signed", program.Clock.Now);
        var story = new Asset(Given.Id(), program.CustomerId, AssetKind.Story, "How they moved", "en", today.AddDays(-5));
        story.Describe(null, "They moved in 14 weeks.", null);
        await program.Database.Add(permission, story);
        await program.Database.Change(async db => (await db.Customers.SingleAsync()).MoveToTier(tier));
        return story.Id;
    }

    private Task<Outcome<int>> InsteadAsync(Guid asset, RequestNeed? need = null, Viewer? by = null, int? draft = null, Guid? form = null) =>
        program.Ask<ContentChoices, Outcome<int>>(desk => desk.InsteadAsync(draft, need ?? program.Need(), asset, by ?? program.Rep, default, form));

    private Task<Outcome> ForAsync(int number, Guid asset, Viewer by) => program.Ask<ContentChoices>(desk => desk.ForAsync(number, asset, by, default));

    private Task<ClosedAsks> ClosedAsync(Guid asset, Viewer viewer) => program.Ask<ContentAnswers, ClosedAsks>(answers => answers.OfAsync(asset, viewer, default));

    private Task<int> CountAsync() => program.Database.Read(db => db.Requests.CountAsync());

    private Task<List<Guid>> BesideAsync(ReferenceRequest request) =>
        program.Database.Read(db => db.OpportunityAssets.Where(use => use.OpportunityId == request.OpportunityId).Select(use => use.AssetId).ToListAsync());

    private Task SetRegionAsync(string region) => program.Database.Change(async db =>
    {
        var deal = await db.Opportunities.SingleAsync();
        deal.Describe(deal.Facts with { RegionKey = region });
    });
}
