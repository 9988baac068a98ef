using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Testing.Databases;

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

    [Fact]
    public async Task Views_count_and_list_what_each_reading_of_a_promise_says()
    {
        var at = program.Clock.Now;
        var numbers = new List<int>();
        foreach (var (days, kind) in new[] { (14, 0), (14, 1), (0, 2), (1, 2), (14, 3), (3, 2), (14, 4) })
        {
            numbers.Add(await MakeAsync(days, kind));
            program.Clock.Advance(TimeSpan.FromMinutes(37));
        }

        for (var hour = 0; hour < 80; hour += 5)
        {
            program.Clock.MoveTo(at.AddHours(6 + hour));
            var page = await PageAsync(new QueueFilter());
            var rows = page.Rows;
            Count(page, QueueView.Open).ShouldBe(rows.Count, $"open after {hour} hours");
            Count(page, QueueView.Breached).ShouldBe(rows.Count(row => row.Due?.State == DueState.Breached), $"late after {hour} hours");
            Count(page, QueueView.AtRisk).ShouldBe(rows.Count(row => row.Due?.State == DueState.AtRisk), $"at risk after {hour} hours");
            rows.Select(row => row.Number).ShouldBe(
                rows.OrderBy(row => row.Due is null || row.Due.State == DueState.Paused).ThenBy(row => row.Due!.DueAt).ThenBy(row => row.Number).Select(row => row.Number), $"order after {hour} hours");
            foreach (var view in new[] { QueueView.Breached, QueueView.AtRisk, QueueView.DueToday, QueueView.OnOwner, QueueView.OnCustomer, QueueView.Mine })
            {
                (await PageAsync(new QueueFilter { View = view })).Rows.Count.ShouldBe(Count(page, view), $"{view} after {hour} hours");
            }
        }
    }

    [Fact]
    public async Task Pages_pass_over_agreed_and_paused_ones_without_gap_or_repeat()
    {
        var all = new List<int>();
        for (var each = 0; each < QueueQueries.PageSize + 9; each++)
        {
            all.Add(await MakeAsync(each % 5, each % 3 == 0 ? 2 : each % 7 == 0 ? 3 : 0));
            program.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        var first = await PageAsync(new QueueFilter());
        var second = await PageAsync(new QueueFilter { After = first.Next });
        var exported = await program.Ask<QueueQueries, IReadOnlyList<int>>(queries => queries.NumbersAsync(new QueueFilter(), program.Manager, default));
        first.Rows.Concat(second.Rows).Select(row => row.Number).ShouldBe(exported);
        exported.ShouldBe(all, ignoreOrder: true);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Words_and_assignee_narrow_a_view()
    {
        var number = await program.SubmitAsync(program.Need() with { ProspectName = "Zürich Kraft", Text = "Wer nutzt Atlas?" });
        await program.SubmitAsync();
        (await PageAsync(new QueueFilter { Words = "zurich ATLAS" })).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await PageAsync(new QueueFilter { Words = $"#{number}" })).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
        (await PageAsync(new QueueFilter { Words = "basel" })).ShouldSatisfyAllConditions(page => page.Found.ShouldBe(0), page => page.InView.ShouldBe(2));
        await program.Do<RequestTriage>(desk => desk.AssignAsync(number, null, program.Manager, default));
        (await PageAsync(new QueueFilter { AssigneeId = program.Manager.UserId })).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
    }

    [Fact]
    public async Task Workload_says_what_each_manager_has_in_hand()
    {
        await program.SubmitAsync();
        await program.AskedAsync();
        program.Clock.Advance(TimeSpan.FromHours(46));
        var load = await program.Ask<QueueQueries, IReadOnlyList<Workload>>(queries => queries.WorkloadAsync(program.Manager, default));
        load.Single(row => row.Manager is null).ShouldSatisfyAllConditions(row => row.Open.ShouldBe(1), row => row.OnProgram.ShouldBe(1), row => row.AtRisk.ShouldBe(1));
        load.Single(row => row.Manager?.Name == "Paula Meier").ShouldSatisfyAllConditions(row => row.Open.ShouldBe(1), row => row.OnProgram.ShouldBe(0), row => row.AtRisk.ShouldBe(1));
    }

    [Fact]
    public async Task What_changes_in_a_request_or_its_deal_shows_at_once()
    {
        var (first, second) = (await program.SubmitAsync(), await program.SubmitAsync());
        (await PageAsync(new QueueFilter { Words = "contoso" })).Rows.ShouldBeEmpty();
        await program.Database.Change(async db =>
        {
            var deal = await db.Opportunities.SingleAsync();
            deal.Describe(deal.Facts with { AccountName = "Contoso AG" });
        });
        (await PageAsync(new QueueFilter { Words = "contoso" })).Rows.Count.ShouldBe(2);

        await program.Do<RequestTriage>(desk => desk.AssignAsync(first, null, program.Manager, default));
        await program.Do<RequestTriage>(desk => desk.CancelAsync(second, null, program.Rep, default));
        var page = await PageAsync(new QueueFilter());
        page.Rows.ShouldHaveSingleItem().Number.ShouldBe(first);
        (Count(page, QueueView.Open), Count(page, QueueView.Mine), Count(page, QueueView.Unassigned)).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Another_node_shows_it_once_it_has_read_the_change_feed()
    {
        using var other = TestDatabase.Open(program.Database.ConnectionString, program.Clock);
        var told = new ConcurrentDictionary<Guid, DateTime>();
        (await OnAsync(other)).Found.ShouldBe(0);
        var number = await program.SubmitAsync();
        await ReadFeedAsync();
        (await OnAsync(other)).Rows.ShouldHaveSingleItem().Number.ShouldBe(number);
        await program.Do<RequestTriage>(desk => desk.CancelAsync(number, null, program.Rep, default));
        await ReadFeedAsync();
        (await OnAsync(other)).Found.ShouldBe(0);

        Task<QueuePage> OnAsync(TestDatabase node) => node.Ask<QueueQueries, QueuePage>(queries => queries.PageAsync(new QueueFilter(), program.Manager, default));

        async Task ReadFeedAsync()
        {
            await using var scope = other.Scope();
            scope.ServiceProvider.GetRequiredService<ChangeHub>().Publish(await scope.ServiceProvider.GetRequiredService<ChangeFeed>().NewAsync(told, default));
        }
    }

    // 0 sent; 1 taken; 2 agreed, to be held by that day; 3 on hold; 4 with a date agreed later.
    private async Task<int> MakeAsync(int days, int kind)
    {
        var number = await program.SubmitAsync();
        await program.Database.Read(async db =>
        {
            var ids = new TimeOrderedIds(program.Clock);
            var request = await db.Requests.SingleAsync(row => row.Number == number);
            var moment = new Moment(program.Manager, program.Clock.Now, (await program.Ask<CalendarQueries, CalendarBook>(calendars => calendars.BookAsync(default))).Of(request.CalendarId), ids);
            request.Describe(program.Need() with { NeededBy = DateOnly.FromDateTime(program.Clock.Now).AddDays(days) });
            if (kind > 0)
            {
                request.Assign(moment, program.Manager.UserId, program.Manager.Name);
            }

            if (kind == 2)
            {
                var candidate = request.Propose(moment, ids.Next(), program.CustomerId, null);
                request.Accept(moment, candidate.Id, ids.Next());
            }
            else if (kind == 3)
            {
                request.Hold(moment, "Which region?");
            }
            else if (kind == 4)
            {
                request.AgreeLaterDate(moment, request.DueAt!.Value.AddDays(1), "They asked for it");
            }

            return await db.SaveChangesAsync();
        });
        return number;
    }

    private static int Count(QueuePage page, QueueView view) => page.Tabs.Single(tab => tab.View == view).Count;

    private Task<QueuePage> PageAsync(QueueFilter filter) => program.Database.Ask<QueueQueries, QueuePage>(queries => queries.PageAsync(filter, program.Manager, default));

    private Task<MyPage> MineAsync(MyTab tab, Viewer viewer) => program.Database.Ask<MyRequests, MyPage>(queries => queries.PageAsync(tab, null, viewer, default));
}
