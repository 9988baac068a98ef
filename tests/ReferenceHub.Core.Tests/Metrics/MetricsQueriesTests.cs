using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;

namespace ReferenceHub.Core.Tests.Metrics;

public sealed class MetricsQueriesTests : IDisposable
{
    private readonly SmallProgram program = new();

    private Viewer Executive { get; } = new(Guid.Parse("00000000-0000-7000-8000-0000000000ee"), "Vera Vogel", Roles.Executive);

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_held_call_of_a_won_deal_shows_in_every_figure()
    {
        await HeldAsync();
        await WinAsync(480_000_00);

        var now = (await PageAsync()).Now;

        now.Fulfilment.Rate.ShouldBe(new Share(1, 1));
        now.Turnaround.ToFirstYes.ShouldBe(new Spread(180, 180, 1));
        now.Turnaround.Compliance.ShouldBe(new Share(1, 1));
        now.Revenue.InfluencedMinor.ShouldBe(480_000_00);
        now.Revenue.InfluencedDeals.ShouldBe(1);
        now.Utilisation.UsedUnits.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_amount_is_left_out_and_counted_not_taken_for_nothing()
    {
        await HeldAsync();
        await WinAsync(null);

        var revenue = (await PageAsync()).Now.Revenue;

        revenue.InfluencedDeals.ShouldBe(0);
        revenue.LeftOutUnknown.ShouldBe(1);
    }

    [Fact]
    public async Task A_use_after_the_close_has_influenced_nothing()
    {
        await WinAsync(480_000_00, wonOn: DateOnly.FromDateTime(program.Clock.Now), afterwards: HeldAsync);

        (await PageAsync()).Now.Revenue.InfluencedDeals.ShouldBe(0);
    }

    [Fact]
    public async Task An_expired_request_breaks_its_promise_and_lowers_fulfilment()
    {
        await program.AskedAsync();
        program.Clock.Advance(TimeSpan.FromDays(60));
        await program.Ask<RequestExpiry, int>(job => job.RunAsync(default));

        var now = (await PageAsync()).Now;

        now.Fulfilment.Rate.ShouldBe(new Share(0, 1));
        now.Turnaround.Compliance.ShouldBe(new Share(0, 1));
        now.Turnaround.ToFirstYes.N.ShouldBe(0);
    }

    [Fact]
    public async Task Time_by_party_adds_up_to_the_turnaround()
    {
        await HeldAsync();

        var page = await PageAsync();

        page.Parties.Sum(party => party.TotalMinutes).ShouldBe(180);
        page.Pace.N.ShouldBe(1);
    }

    [Fact]
    public async Task A_rep_sees_no_metrics_and_an_executive_no_rows()
    {
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<MetricsQueries, MetricsPage>(query => query.PageAsync(new(), program.Rep, default)));
        await Should.ThrowAsync<ForbiddenException>(() => program.Ask<MetricsRows, MetricsRowsPage>(query => query.ReadAsync(MetricsFigures.Open, new(), null, 1, Executive, default)));
    }

    [Fact]
    public async Task Every_figure_has_as_many_rows_as_it_says()
    {
        await HeldAsync();
        await program.SubmitAsync();
        await WinAsync(480_000_00);
        var page = await PageAsync();

        (await RowsAsync(MetricsFigures.Fulfilment)).ShouldBe(page.Now.Fulfilment.Rate.Of);
        (await RowsAsync(MetricsFigures.Turnaround)).ShouldBe(page.Now.Turnaround.ToFirstYes.N);
        (await RowsAsync(MetricsFigures.Compliance)).ShouldBe(page.Now.Turnaround.Compliance.Of);
        (await RowsAsync(MetricsFigures.Open)).ShouldBe(page.Open.Total);
        (await RowsAsync(MetricsFigures.Revenue)).ShouldBe(page.Now.Revenue.InfluencedDeals);
        (await RowsAsync(MetricsFigures.Pipeline)).ShouldBe(page.Now.Revenue.PipelineDeals);
    }

    private Task<MetricsPage> PageAsync() => program.Ask<MetricsQueries, MetricsPage>(query => query.PageAsync(new(), Executive, default));

    private async Task<int> RowsAsync(string figure) =>
        (await program.Ask<MetricsRows, MetricsRowsPage>(query => query.ReadAsync(figure, new(), null, 1, program.Manager, default))).Total;

    private async Task HeldAsync()
    {
        var (number, candidate) = await program.AskedAsync();
        program.Clock.Advance(TimeSpan.FromHours(2));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, null, program.Owner, default));
        program.Clock.Advance(TimeSpan.FromHours(1));
        await program.Do<CandidateAnswers>(desk => desk.AgreeAsync(number, candidate, null, "by phone", program.Manager, default));
        await program.Do<CandidateUses>(desk => desk.ScheduleAsync(number, candidate, program.Clock.Now.AddDays(1), null, null, program.Rep, default));
        program.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));
        await program.Do<CandidateUses>(desk => desk.CompleteAsync(number, candidate, 30, null, program.Rep, default));
    }

    private async Task WinAsync(long? amount, DateOnly? wonOn = null, Func<Task>? afterwards = null)
    {
        var closes = wonOn ?? DateOnly.FromDateTime(program.Clock.Now);
        await (afterwards?.Invoke() ?? Task.CompletedTask);
        await program.Database.Change(async db =>
        {
            var deal = await db.Opportunities.SingleAsync();
            deal.Describe(new DealFacts { Name = deal.Name, Currency = "EUR", AmountMinor = amount, Outcome = DealOutcome.Won, OpenedOn = new DateOnly(2026, 10, 1), ClosesOn = closes, OwnerId = deal.OwnerId });
        });
    }
}
