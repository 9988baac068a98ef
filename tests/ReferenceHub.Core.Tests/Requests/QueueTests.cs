using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests;

/// <summary>The queue: views, filters, order, pages.</summary>
public sealed class QueueTests : IDisposable
{
    private readonly SmallProgram program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Views_count_what_they_hold()
    {
        var first = await program.SubmitAsync();
        var (second, _) = await program.AskedAsync();
        var page = await PageAsync(new QueueFilter());
        page.Rows.Select(row => row.Number).ShouldBe([first, second]);
        Count(page, QueueView.Open).ShouldBe(2);
        Count(page, QueueView.Unassigned).ShouldBe(1);
        Count(page, QueueView.Mine).ShouldBe(1);
        Count(page, QueueView.OnOwner).ShouldBe(1);
        (await PageAsync(new QueueFilter { View = QueueView.OnOwner })).Rows.ShouldHaveSingleItem().Number.ShouldBe(second);
    }

    [Fact]
    public async Task Trouble_is_found_by_business_time_used()
    {
        await program.SubmitAsync();
        program.Clock.Advance(TimeSpan.FromHours(46));
        Count(await PageAsync(new QueueFilter()), QueueView.AtRisk).ShouldBe(1);
        Count(await PageAsync(new QueueFilter()), QueueView.DueToday).ShouldBe(1);
        program.Clock.Advance(TimeSpan.FromHours(3));
        var late = await PageAsync(new QueueFilter { View = QueueView.Breached });
        late.Rows.ShouldHaveSingleItem().Due!.MinutesLeft.ShouldBe(-60);
    }

    [Fact]
    public async Task Soonest_due_comes_first_and_paused_ones_last()
    {
        var held = await program.SubmitAsync();
        program.Clock.Advance(TimeSpan.FromMinutes(10));
        var early = await program.SubmitAsync();
        program.Clock.Advance(TimeSpan.FromMinutes(10));
        var late = await program.SubmitAsync();
        await program.Do<RequestTriage>(desk => desk.HoldAsync(held, "Which region?", program.Manager, default));
        (await PageAsync(new QueueFilter())).Rows.Select(row => row.Number).ShouldBe([early, late, held]);
        (await PageAsync(new QueueFilter { Sort = QueueSort.DueLast })).Rows[0].Number.ShouldBe(late);
    }

    [Fact]
    public async Task Filters_narrow_a_view_and_say_of_how_many()
    {
        await program.SubmitAsync();
        (await PageAsync(new QueueFilter { ActivityKey = "press" })).ShouldSatisfyAllConditions(page => page.Found.ShouldBe(0), page => page.InView.ShouldBe(1));
        (await PageAsync(new QueueFilter { State = RequestState.Submitted, RequesterId = program.Rep.UserId })).Found.ShouldBe(1);
        (await PageAsync(new QueueFilter { NeededBefore = DateOnly.FromDateTime(program.Clock.Now) })).Found.ShouldBe(0);
        (await PageAsync(new QueueFilter { AmountOver = 1 })).Found.ShouldBe(0);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var all = new List<int>();
        for (var each = 0; each < QueueQueries.PageSize + 2; each++)
        {
            all.Add(await program.SubmitAsync());
        }

        var first = await PageAsync(new QueueFilter());
        var second = await PageAsync(new QueueFilter { After = first.Next });
        first.Rows.Concat(second.Rows).Select(row => row.Number).ShouldBe(all);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Only_who_runs_the_program_has_a_queue() =>
        await Should.ThrowAsync<ForbiddenException>(() => program.Database.Ask<QueueQueries, QueuePage>(queries => queries.PageAsync(new QueueFilter(), program.Rep, default)));

    [Fact]
    public async Task Own_requests_and_asks_for_own_customers_have_their_tabs()
    {
        var (number, _) = await program.AskedAsync();
        var mine = await MineAsync(MyTab.Open, program.Rep);
        mine.Counts.ShouldBe(new MyCounts(1, 0, 0, 0));
        mine.Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
        var asks = await MineAsync(MyTab.Asks, program.Owner);
        asks.Counts.ShouldBe(new MyCounts(0, 0, 0, 1));
        asks.Asks.ShouldHaveSingleItem().Customer.ShouldBe("Alpenbank AG");
        (await program.Database.Ask<MyRequests, int>(queries => queries.WaitingAsync(program.Owner, default))).ShouldBe(1);
        (await program.Database.Ask<MyRequests, int>(queries => queries.WaitingAsync(program.Rep, default))).ShouldBe(0);
    }

    [Fact]
    public async Task Program_managers_can_be_chosen_from() =>
        (await program.Database.Ask<RequestPeople, IReadOnlyList<Person>>(people => people.ManagersAsync(default))).ShouldHaveSingleItem().Name.ShouldBe("Paula Meier");

    private static int Count(QueuePage page, QueueView view) => page.Tabs.Single(tab => tab.View == view).Count;

    private Task<QueuePage> PageAsync(QueueFilter filter) => program.Database.Ask<QueueQueries, QueuePage>(queries => queries.PageAsync(filter, program.Manager, default));

    private Task<MyPage> MineAsync(MyTab tab, Viewer viewer) => program.Database.Ask<MyRequests, MyPage>(queries => queries.PageAsync(tab, null, viewer, default));
}
