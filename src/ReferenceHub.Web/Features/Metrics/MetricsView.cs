using Microsoft.AspNetCore.Http.Extensions;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Metrics;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Metrics;

/// <summary>One figure with its change, definition and the way to its rows.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Value">The figure in words.</param>
/// <param name="Change">Against the period before; null when one of them is missing.</param>
/// <param name="Definition">How it is computed.</param>
/// <param name="Foot">What it rests on.</param>
/// <param name="Rows">Address of the rows; null for those who see totals only.</param>
/// <param name="Bar">0 to 100 for the bar under it.</param>
/// <param name="Mark">Where the bar stood before.</param>
public sealed record Tile(string Title, string Value, Change? Change, string Definition, string Foot, string? Rows, int? Bar, int? Mark = null)
{
    /// <summary>A figure shown beside, with the way to its rows.</summary>
    public (string Words, string? Rows)? Beside { get; init; }
}

/// <summary>A change in words; whether it is good news.</summary>
public sealed record Change(string Words, string From, bool Up, bool? Good)
{
    /// <summary>Nothing changed.</summary>
    public bool IsNone => Words == Unchanged;

    public const string Unchanged = "unchanged";
}

/// <summary>The dashboard as shown to one viewer.</summary>
public sealed class MetricsView(MetricsPage page, bool seesRows)
{
    public MetricsPage Page { get; } = page;

    public bool SeesRows { get; } = seesRows;

    public string PeriodKey => MetricsPeriods.Known(Page.Filter.Period);

    public (string Key, string Words, string BeforeWords) Period => MetricsPeriods.Offered.First(offer => offer.Key == PeriodKey);

    public IEnumerable<Tile> Tiles => [Revenue, Fulfilment, Turnaround, Compliance, Utilisation];

    private PeriodFigures Now => Page.Now;

    private PeriodFigures Before => Page.Before;

    /// <summary>The rows behind a figure, narrowed as the page is.</summary>
    public string? RowsOf(string figure, RequestState? state = null)
    {
        if (!SeesRows)
        {
            return null;
        }

        var query = new QueryBuilder { { "figure", figure }, { "period", PeriodKey } };
        Add(query, "activity", Page.Filter.Activity);
        Add(query, "team", Page.Filter.TeamId?.ToString());
        Add(query, "state", state?.ToString());
        return "/metrics/rows" + query.ToQueryString();
    }

    private Tile Revenue => new(
        "Influenced revenue",
        Words.ShortMoney(Now.Revenue.InfluencedMinor, Page.Currency),
        Before.Revenue.InfluencedMinor == 0 ? null : Percent(Now.Revenue.InfluencedMinor, Before.Revenue.InfluencedMinor, Words.ShortMoney(Before.Revenue.InfluencedMinor, Page.Currency)),
        "Won amount of deals with at least one completed use of a request linked to the deal, between opening and close; each deal counts once. Deals without an amount, or in a currency without a rate, are left out and counted.",
        $"{Words.Number(Now.Revenue.InfluencedDeals)} of {Words.Count(Now.Revenue.WonDeals, "won deal")}{LeftOut()}",
        RowsOf(MetricsFigures.Revenue),
        Part(Now.Revenue.InfluencedMinor, Now.Revenue.WonMinor),
        Part(Before.Revenue.InfluencedMinor, Before.Revenue.WonMinor));

    private Tile Fulfilment => new(
        "Fulfilment rate",
        Told(Now.Fulfilment.Rate),
        Points(Now.Fulfilment.Rate, Before.Fulfilment.Rate),
        "Completed ÷ (completed + unfulfilled + expired) of the requests that ended in the period. Cancelled ones are left out, deflected ones shown beside: answered with content, so that nobody had to be called.",
        $"n {Words.Number(Now.Fulfilment.Rate.Of)} · {Words.Number(Now.Fulfilment.Rate.Of - Now.Fulfilment.Rate.Part)} not met",
        RowsOf(MetricsFigures.Fulfilment),
        Now.Fulfilment.Rate.Percent,
        Before.Fulfilment.Rate.Percent)
    {
        Beside = ($"{Words.Number(Now.Fulfilment.Deflected)} deflected{(Now.Fulfilment.AnsweredWithContent.Percent is { } part ? $", {part} %" : null)}", RowsOf(MetricsFigures.Deflected)),
    };

    private Tile Turnaround => new(
        "Median turnaround",
        Hours(Now.Turnaround.ToFirstYes.Median),
        Faster(Now.Turnaround.ToFirstYes, Before.Turnaround.ToFirstYes),
        "Submit to the first accepted candidate in business hours, pauses left out; median and P90 (nearest rank) of the requests whose clock stopped in the period.",
        $"P90 {Hours(Now.Turnaround.ToFirstYes.NinthDecile)} · to held {Hours(Now.Turnaround.ToHeld.Median)} · n {Words.Number(Now.Turnaround.ToFirstYes.N)}",
        RowsOf(MetricsFigures.Turnaround),
        null);

    private Tile Compliance => new(
        "Promises kept",
        Told(Now.Turnaround.Compliance),
        Points(Now.Turnaround.Compliance, Before.Turnaround.Compliance),
        "First yes by the original target ÷ (all with a first yes + unfulfilled + expired). Agreed later dates do not count as kept; open breaches are shown apart.",
        $"n {Words.Number(Now.Turnaround.Compliance.Of)} · {Words.Count(Now.Turnaround.Exceptions, "exception")} · {Words.Number(Page.Open.Breached)} late now",
        RowsOf(MetricsFigures.Compliance),
        Now.Turnaround.Compliance.Percent,
        Before.Turnaround.Compliance.Percent);

    private Tile Utilisation => new(
        "Utilisation",
        Now.Utilisation.Percent is { } percent ? $"{percent} %" : "–",
        Now.Utilisation.Percent is { } now && Before.Utilisation.Percent is { } before ? Diff(now - before, $"{before} %", null) : null,
        "Units used or reserved in the period ÷ units that the program's limit allows its active references in as many days.",
        $"{Words.Number(Now.Utilisation.UsedUnits)} of {(Now.Utilisation.AllowedUnits is { } allowed ? Words.Number(allowed) : "–")} units · {Words.Number(Now.Utilisation.UsedReferences)} of {Words.Number(Now.Utilisation.ActiveReferences)} references",
        SeesRows ? "/usage" : null,
        Now.Utilisation.Percent is { } bar ? Math.Min(100, bar) : null)
    {
        Beside = ($"limits overridden: {Overridden(Now.Utilisation.Overrides)}", OverridesAddress),
    };

    /// <summary>Where the overrides of the period are listed, for those who see them.</summary>
    public string? OverridesAddress => SeesRows ? $"/usage/overrides?from={Page.Period.From:yyyy-MM-dd}&to={Page.Period.To:yyyy-MM-dd}" : null;

    /// <summary>"3 of 120, 3 %".</summary>
    public static string Overridden(Share share) => $"{Words.Number(share.Part)} of {Words.Count(share.Of, "use")}{(share.Percent is { } percent ? $", {percent} %" : null)}";

    /// <summary>A share in words; "3 of 4" where n is too small for a percentage.</summary>
    public static string Told(Share share) => share.Percent is { } percent ? $"{percent} %" : share.Of == 0 ? "–" : $"{share.Part} of {share.Of}";

    /// <summary>Business minutes as hours.</summary>
    public static string Hours(int? minutes) => minutes is { } value ? $"{Words.Number(RoundedHours(value))} h" : "–";

    private static int RoundedHours(int minutes) => (int)Math.Round(minutes / 60.0, MidpointRounding.AwayFromZero);

    /// <summary>Part of a whole in percent, 0 to 100.</summary>
    public static int? Part(long part, long whole) => whole == 0 ? null : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);

    private static Change? Points(Share now, Share before) =>
        now.Percent is { } one && before.Percent is { } other ? Diff(one - other, $"{other} %", one >= other) : null;

    private static Change Diff(int points, string from, bool? good) =>
        new(points == 0 ? Change.Unchanged : $"{Words.Count(Math.Abs(points), "point")} {(points > 0 ? "up" : "down")}", from, points >= 0, points == 0 ? null : good);

    private static Change Percent(long now, long before, string from)
    {
        var percent = (int)Math.Round((100.0 * now / before) - 100, MidpointRounding.AwayFromZero);
        return new(percent == 0 ? Change.Unchanged : $"{Math.Abs(percent)} % {(percent > 0 ? "up" : "down")}", from, percent >= 0, percent == 0 ? null : percent > 0);
    }

    private static Change? Faster(Spread now, Spread before)
    {
        if (now.Median is not { } one || before.Median is not { } other)
        {
            return null;
        }

        var hours = RoundedHours(one) - RoundedHours(other);
        return new(hours == 0 ? Change.Unchanged : $"{Math.Abs(hours)} h {(hours < 0 ? "faster" : "slower")}", Hours(other), hours > 0, hours == 0 ? null : hours < 0);
    }

    private string LeftOut()
    {
        var left = Now.Revenue.LeftOutUnknown + Now.Revenue.LeftOutCurrency;
        return left == 0 ? "" : $" · {Words.Number(left)} left out";
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Add(name, value);
        }
    }
}
