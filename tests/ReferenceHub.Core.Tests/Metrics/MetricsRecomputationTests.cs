using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Tests.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Metrics;

/// <summary>Every figure against a count by hand over all rows, request by request, from the definitions of product.md.</summary>
public sealed class MetricsRecomputationTests
{
    private static readonly Viewer Executive = new(Guid.Parse("00000000-0000-7000-8000-0000000000ee"), "Vera Vogel", Roles.Executive);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Figures_agree_with_a_count_by_hand(int seed)
    {
        using var program = new SmallProgram();
        await new YearOfRequests(program, seed).LiveAsync();
        var rows = await Rows.ReadAsync(program);

        foreach (var choice in MetricsPeriods.Offered.Select(offer => offer.Key))
        {
            foreach (var activity in new[] { null, ActivityKeys.SalesCall, ActivityKeys.Analyst })
            {
                var page = await program.Ask<MetricsQueries, MetricsPage>(query => query.PageAsync(new(choice, activity), Executive, default));
                Check(page.Now, rows.Of(activity), page.Period);
                Check(page.Before, rows.Of(activity), page.Period.Before(choice));
                page.Open.Total.ShouldBe(rows.Of(activity).Requests.Count(request => request.State.IsOpen()));
                page.Open.Breached.ShouldBe(rows.Of(activity).Requests.Count(request =>
                    request.State.IsOpen() && request.FirstAcceptedAt is null && request.HeldAt is null && request.DueAt < program.Clock.Now));
            }
        }

        rows.Requests.Select(request => request.State).Distinct().Count().ShouldBeGreaterThan(5, "the year should hold nearly every end");
    }

    private static void Check(PeriodFigures figures, Rows rows, MetricsPeriod period)
    {
        int Ended(RequestState state) => rows.Requests.Count(request => request.State == state && rows.In(period, request.EndedAt));
        figures.Fulfilment.ShouldBe(new FulfilmentFigures(
            Ended(RequestState.Completed), Ended(RequestState.Unfulfilled), Ended(RequestState.Expired), Ended(RequestState.Deflected), Ended(RequestState.Cancelled)));

        var answered = rows.Requests.Where(request => rows.In(period, request.FirstAcceptedAt)).ToList();
        var lost = rows.Requests.Count(request => request.FirstAcceptedAt is null && rows.In(period, request.EndedAt)
            && request.State is RequestState.Unfulfilled or RequestState.Expired && request.FirstAcceptedAt is null);
        figures.Turnaround.ToFirstYes.ShouldBe(Percentiles([.. answered.Select(rows.MinutesToYes)]));
        figures.Turnaround.Compliance.ShouldBe(new Share(answered.Count(request => request.FirstAcceptedAt <= rows.DueOf(request)), answered.Count + lost));

        var won = rows.Deals.Where(deal => deal.Outcome == DealOutcome.Won && deal.ClosesOn >= period.From && deal.ClosesOn <= period.To).ToList();
        var counted = won.Where(deal => deal is { Currency: "EUR", AmountMinor: not null }).ToList();
        figures.Revenue.WonMinor.ShouldBe(counted.Sum(deal => deal.AmountMinor!.Value));
        figures.Revenue.InfluencedMinor.ShouldBe(counted.Where(rows.IsInfluenced).Sum(deal => deal.AmountMinor!.Value));
        figures.Revenue.InfluencedDeals.ShouldBe(counted.Count(rows.IsInfluenced));
        figures.Revenue.LeftOutUnknown.ShouldBe(won.Count(deal => deal.AmountMinor is null && rows.IsInfluenced(deal)));
        figures.Revenue.LeftOutCurrency.ShouldBe(won.Count(deal => deal is { AmountMinor: not null, Currency: not "EUR" } && rows.IsInfluenced(deal)));

        figures.Utilisation.UsedUnits.ShouldBe(rows.Uses.Where(use => use.On >= period.From && use.On <= period.To && use.Counts).Sum(use => use.Units));
    }

    private static Spread Percentiles(List<int> values)
    {
        values.Sort();
        return values.Count == 0 ? Spread.None : new Spread(values[(int)Math.Ceiling(0.5 * values.Count) - 1], values[(int)Math.Ceiling(0.9 * values.Count) - 1], values.Count);
    }

    private sealed record Rows(IReadOnlyList<ReferenceRequest> Requests, IReadOnlyList<Opportunity> Deals, IReadOnlyList<Use> Uses, BusinessTime Time, string ZoneId)
    {
        public static Task<Rows> ReadAsync(SmallProgram program) => program.Database.Read(async db => new Rows(
            await db.Requests.Include(request => request.Candidates).Include(request => request.Events).Where(request => request.SubmittedAt != null).ToListAsync(),
            await db.Opportunities.ToListAsync(),
            UseFold.Current(await db.LedgerEntries.ToListAsync()),
            (await db.BusinessCalendars.SingleAsync()).Time(),
            await db.ProgramZoneAsync(default)));

        public Rows Of(string? activity) => activity is null ? this : this with
        {
            Requests = [.. Requests.Where(request => request.ActivityKey == activity)],
            Uses = [.. Uses.Where(use => use.ActivityKey == activity)],
        };

        public bool In(MetricsPeriod period, DateTime? at) => at is { } instant && Zones.DateIn(ZoneId, instant) >= period.From && Zones.DateIn(ZoneId, instant) <= period.To;

        public int MinutesToYes(ReferenceRequest request) =>
            Time.MinutesBetween(request.SubmittedAt!.Value, request.FirstAcceptedAt!.Value) - Holds(request).Sum(hold => Time.MinutesBetween(hold.From, hold.To));

        public DateTime DueOf(ReferenceRequest request) => Holds(request).Aggregate(
            Time.AddDays(request.SubmittedAt!.Value, request.TargetDays), (due, hold) => Time.AddMinutes(due, Time.MinutesBetween(hold.From, hold.To)));

        public bool IsInfluenced(Opportunity deal) => Requests.Where(request => request.OpportunityId == deal.Id)
            .SelectMany(request => request.Candidates).Where(candidate => candidate.State == CandidateState.Completed)
            .Any(candidate => Uses.Any(use => use.UseId == candidate.UseId && use.State == UseState.Done && use.On >= deal.OpenedOn && use.On <= deal.ClosesOn));

        private static List<(DateTime From, DateTime To)> Holds(ReferenceRequest request)
        {
            var holds = new List<(DateTime, DateTime)>();
            DateTime? since = null;
            foreach (var line in request.Events.OrderBy(line => line.Place).TakeWhile(line => request.FirstAcceptedAt is null || line.At <= request.FirstAcceptedAt))
            {
                since = line.Kind == RequestEventKind.Held ? line.At : since;
                if (line.Kind == RequestEventKind.Resumed && since is { } from)
                {
                    holds.Add((from, line.At));
                    since = null;
                }
            }

            return holds;
        }
    }
}
