using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Administration;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Matching.Demand;

/// <summary>Needs of deals that no reference met: recorded once, seen with the deal, taken back.</summary>
public sealed class UnmetNeedTests : IDisposable
{
    private readonly DemandScene scene = new();

    [Fact]
    public async Task A_need_says_what_for_which_deal_and_how_many_fit_but_are_closed()
    {
        (await scene.RecordAsync(scene.Rep, scene.Deal)).Refusal.ShouldBeNull();

        var need = (await scene.NeedsAsync(scene.Manager)).Rows.ShouldHaveSingleItem();
        (need.DealId, need.AmountMinor, need.By, need.Activity.Name, need.Fitting).ShouldBe((scene.Deal.Id, 100_000_00, "Rita Sommer", "Sales call", 1));
        need.Words.ShouldBe(["Banking"]);
        need.Now.ShouldBe((1, 0));
    }

    [Fact]
    public async Task It_reads_as_it_was_said_with_or_and_with_what_is_only_preferred()
    {
        var words = await scene.Database.Ask<MatchQueries, IReadOnlyList<string>>(matches => matches.InWordsAsync(
            Criteria.Parse("region=dk&region=es&product=atlas&product=beacon&prefer=platform:google-cloud&not=industry:retail&not=industry:insurance&q=vegan"), scene.Rep.AsViewer(), default));

        words.ShouldBe(["Atlas", "Beacon", "Denmark or Spain", "preferably Google Cloud", "not Insurance, not Retail", "“vegan”"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_list_says_when_somebody_can_be_asked_by_now()
    {
        await scene.RecordAsync(scene.Rep, scene.Deal);

        await scene.FreeTheBankAsync();

        (await scene.NeedsAsync(scene.Manager)).Rows.Single().Now.ShouldBe((1, 1));
    }

    [Fact]
    public async Task While_one_can_be_asked_no_need_is_recorded_as_unmet()
    {
        await scene.FreeTheBankAsync();

        (await scene.RecordAsync(scene.Rep, scene.Deal)).Refusal.ShouldStartWith("1 can be asked now.");

        (await scene.NeedsAsync(scene.Manager)).Standing.ShouldBe(0);
    }

    [Fact]
    public async Task A_longer_list_takes_no_more_queries()
    {
        await scene.RecordAsync(scene.Manager, scene.Deal);
        await scene.NeedsAsync(scene.Manager);
        var one = await QueriesAsync();
        foreach (var activity in new[] { "site-visit", "analyst", "speaking" })
        {
            await scene.RecordAsync(scene.Manager, scene.Deal, activity: activity);
            await scene.RecordAsync(scene.Manager, scene.OtherDeal, activity: activity);
        }

        var page = await scene.NeedsAsync(scene.Manager);
        page.Rows.Count.ShouldBeGreaterThan(4);
        (await QueriesAsync()).ShouldBe(one);
    }

    [Fact]
    public async Task Recorded_twice_it_counts_once_and_is_as_it_was_said_last()
    {
        var first = await scene.RecordAsync(scene.Rep, scene.Deal);
        var second = await scene.RecordAsync(scene.Manager, scene.Deal, Criteria.Parse("industry=insurance"));
        await scene.RecordAsync(scene.Rep, scene.Deal, activity: "site-visit");

        second.Value.ShouldBe(first.Value);
        var page = await scene.NeedsAsync(scene.Manager);
        page.Standing.ShouldBe(2);
        var need = page.Rows.Single(row => row.Id == first.Value);
        (need.By, need.Criteria, need.Fitting).ShouldBe(("Paula Meier", "industry=insurance", 0));
        page.Money.ShouldBe([("EUR", 100_000_00, 1)]);
    }

    [Fact]
    public async Task A_need_is_taken_back_and_may_be_recorded_again()
    {
        var id = (await scene.RecordAsync(scene.Rep, scene.Deal)).Value;

        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeBackAsync(id, scene.Rep);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));

        (await scene.NeedsAsync(scene.Manager)).Standing.ShouldBe(0);
        (await scene.NeedsAsync(scene.Manager, closed: true)).Rows.ShouldHaveSingleItem().Now.ShouldBeNull();
        (await scene.RecordAsync(scene.Rep, scene.Deal)).Value.ShouldBe(id);
        (await scene.NeedsAsync(scene.Manager)).Standing.ShouldBe(1);
        (await scene.Database.Read(db => db.HistoryEvents.Where(line => line.SubjectId == scene.Deal.Id).OrderBy(line => line.At).Select(line => line.Verb).ToListAsync()))
            .ShouldBe(["unmet-recorded", "unmet-taken-back", "unmet-reopened"]);
    }

    [Fact]
    public async Task A_rep_records_and_sees_needs_of_deals_in_sight_only()
    {
        await Should.ThrowAsync<MissingException>(() => scene.RecordAsync(scene.Rep, scene.OtherDeal));
        var id = (await scene.RecordAsync(scene.Manager, scene.OtherDeal)).Value;

        (await scene.NeedsAsync(scene.Rep)).Rows.ShouldBeEmpty();
        await Should.ThrowAsync<MissingException>(() => TakeBackAsync(id, scene.Rep));
        var own = await scene.NeedsAsync(scene.OtherRep);
        (own.Rows.Single().AmountMinor, own.Rows.Single().MayTakeBack).ShouldBe((100_000_00, true));
        own.Money.ShouldBeEmpty();
    }

    [Fact]
    public async Task Amounts_of_deals_of_others_stay_hidden_from_who_only_asked_for_them()
    {
        await scene.RecordAsync(scene.OtherRep, scene.OtherDeal);
        await scene.Database.Add(new Core.Deals.DealAsk(scene.OtherDeal.Id, scene.Rep.Id));

        var seen = (await scene.NeedsAsync(scene.Rep)).Rows.ShouldHaveSingleItem();

        (seen.AmountMinor, seen.AmountHidden, seen.MayTakeBack).ShouldBe((null, true, false));
        await Should.ThrowAsync<ForbiddenException>(() => TakeBackAsync(seen.Id, scene.Rep));
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Who_may_not_ask_neither_records_nor_reads(Roles roles)
    {
        var somebody = Given.User(roles);

        await Should.ThrowAsync<ForbiddenException>(() => scene.RecordAsync(somebody, scene.Deal));
        await Should.ThrowAsync<ForbiddenException>(() => scene.NeedsAsync(somebody));
    }

    [Fact]
    public async Task A_need_without_criteria_or_with_too_many_is_refused_in_words()
    {
        (await scene.RecordAsync(scene.Rep, scene.Deal, Criteria.None)).Refusal.ShouldBe("Say first what is looked for.");
        (await scene.RecordAsync(scene.Rep, scene.Deal, Criteria.None.WithText("asdf"))).Refusal.ShouldBe("Nothing of this was understood as a criterion. Say in other words what is looked for.");
        (await scene.RecordAsync(scene.Rep, scene.Deal, Criteria.Parse("industry=banking").WithText(new string('ü', Criteria.TextLength)))).Refusal.ShouldBe("This is too much to keep. Take some criteria out.");
    }

    [Fact]
    public async Task Of_a_confidential_customer_a_need_tells_each_reader_what_they_may_know()
    {
        await scene.Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == scene.Bank.Id)).MoveToTier(Tier.Confidential));
        await scene.RecordAsync(scene.Manager, scene.Deal, Criteria.Parse($"prefer=like:{scene.Bank.Id}"));

        string.Join(' ', (await scene.NeedsAsync(scene.Rep)).Rows.Single().Words).ShouldNotContain("Alpenbank");
        string.Join(' ', (await scene.NeedsAsync(scene.Manager)).Rows.Single().Words).ShouldContain("Alpenbank");
    }

    [Fact]
    public async Task When_deals_are_merged_the_later_need_of_a_kind_counts_and_others_follow()
    {
        await scene.RecordAsync(scene.Manager, scene.Deal);
        scene.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.RecordAsync(scene.Manager, scene.OtherDeal, Criteria.Parse("industry=insurance"));
        await scene.RecordAsync(scene.Manager, scene.OtherDeal, activity: "site-visit");

        await scene.Database.Ask<DealMerge, Outcome>(merge => merge.MergeAsync(scene.Deal.Id, scene.OtherDeal.Id, scene.Manager.AsViewer(), default));

        var page = await scene.NeedsAsync(scene.Manager);
        page.Rows.Select(row => (row.DealId, row.Activity.Key, row.Criteria)).ShouldBe(
            [(scene.Deal.Id, "sales-call", "industry=insurance"), (scene.Deal.Id, "site-visit", "industry=banking")], ignoreOrder: true);
    }

    [Fact]
    public async Task Like_a_record_that_was_merged_means_the_one_that_took_it_over()
    {
        var twin = Given.Customer("Alpen Bank");
        await scene.Database.Add(twin);
        await scene.RecordAsync(scene.Manager, scene.Deal, Criteria.Parse($"prefer=like:{twin.Id}&prefer=likedeal:{scene.OtherDeal.Id}"));

        await scene.Database.Ask<DealMerge, Outcome>(merge => merge.MergeAsync(scene.Deal.Id, scene.OtherDeal.Id, scene.Manager.AsViewer(), default));
        await scene.Database.Change(async db => (await db.Customers.SingleAsync(row => row.Id == twin.Id)).MergeInto(scene.Bank.Id, scene.Manager.Id, scene.Database.Clock.Now));

        (await scene.NeedsAsync(scene.Manager)).Rows.Single().Words.ShouldBe(["preferably like Alpenbank AG", $"preferably like {scene.Deal.AccountName}"]);
    }

    [Fact]
    public async Task A_merged_term_is_named_by_the_one_that_took_it_over_wanted_or_not()
    {
        await scene.RecordAsync(scene.Rep, scene.Deal, Criteria.Parse("industry=banking&not=industry:insurance"));
        await scene.WaitAsync(scene.Rep, Criteria.Parse("industry=banking&not=industry:insurance"));

        await MergeTermAsync("insurance", "healthcare");

        (await scene.NeedsAsync(scene.Rep)).Rows.Single().Criteria.ShouldBe("industry=banking&not=industry:healthcare");
        (await scene.WaitingAsync(scene.Rep)).Single().Criteria.ShouldBe("industry=banking&not=industry:healthcare");
    }

    public void Dispose() => scene.Dispose();

    private async Task<int> QueriesAsync()
    {
        var before = scene.Count.Queries;
        await scene.NeedsAsync(scene.Manager);
        return scene.Count.Queries - before;
    }

    private Task<Outcome> TakeBackAsync(Guid id, User by) => scene.Database.Ask<UnmetNeeds, Outcome>(needs => needs.TakeBackAsync(id, by.AsViewer(), default));

    private async Task MergeTermAsync(string from, string into)
    {
        var terms = await scene.Database.Read(db => db.Terms.Where(term => term.Kind == TermKind.Industry).ToDictionaryAsync(term => term.Key));
        var mark = new MergeMark(terms[from].Id, terms[from].Version, terms[into].Id, terms[into].Version);
        (await scene.Database.Ask<TermMerging, Outcome<int>>(merging => merging.MergeAsync(mark, scene.Manager.AsViewer(), default))).Refusal.ShouldBeNull();
    }
}
