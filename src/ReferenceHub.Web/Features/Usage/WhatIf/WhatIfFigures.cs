using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Usage.WhatIf;

/// <summary>One figure of the policies in force and of the draft, side by side.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Means">What it counts.</param>
/// <param name="Today">By the policies in force.</param>
/// <param name="Draft">By the draft.</param>
/// <param name="Difference">In words; empty when there is none.</param>
/// <param name="IsBetter">Whether the draft does better; null where more is neither.</param>
public sealed record FigurePair(string Name, string Means, string Today, string Draft, string Difference, bool? IsBetter);

/// <summary>The figures of a replay in words.</summary>
public static class WhatIfFigures
{
    /// <summary>All of them, side by side; customers' names by key.</summary>
    public static IReadOnlyList<FigurePair> Of(ReplayFigures today, ReplayFigures draft, IReadOnlyDictionary<Guid, string> customers)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(draft);
        return
        [
            new("Asks", "What was reserved in the period. The same for both.", Words.Number(today.Asks), Words.Number(draft.Asks), "", null),
            Counted("Allowed", "As it was asked, or with another contact of the same customer.", figures => figures.Allowed, moreIsBetter: true, Notes),
            Counted("Asked of others", "Asked of the least used customer that shares a product and an industry or region, on the same day.", figures => figures.Moved, moreIsBetter: null),
            Counted("Delayed", $"Asked of the same customer, up to {Replay.MostDelay} days later.", figures => figures.Delayed, moreIsBetter: false),
            Counted("Median delay in days", "Half of the delayed asks wait so long or less.", figures => figures.MedianDelay, moreIsBetter: false),
            Counted("Refused", "Nobody could have been asked, neither then nor within those days.", figures => figures.Refused, moreIsBetter: false),
            Share("Fulfilment", "Share of the asks that were not refused.", figures => figures.Fulfilment, moreIsBetter: true),
            Counted("Later changes refused", "Another day or contact, agreed later, that a rule refuses: the use stays on its day.", figures => figures.Kept, moreIsBetter: false),
            Counted("Fullest week", "Units of all customers in the week that has most, from Monday.", figures => figures.PeakWeek, moreIsBetter: false, figures => figures.PeakWeekOf is { } monday ? $"from {Words.Day(monday)}" : ""),
            Counted("Busiest customer", "Units of the customer that has most, in any 90 days.", figures => figures.PeakCustomer, moreIsBetter: false, figures => figures.PeakCustomerId is { } id ? customers.GetValueOrDefault(id, "") : ""),
            Share("Top tenth carries", "Share of the uses that take time, done, planned or asked, of the tenth of the references used most.", figures => figures.Concentration, moreIsBetter: false, figures => $"{Words.Number(figures.TopTenth)} of {Words.Count(figures.Uses, "use")}"),
            Counted("Customers used", "Customers with a use in the period.", figures => figures.CustomersUsed, moreIsBetter: true),
        ];

        FigurePair Counted(string name, string means, Func<ReplayFigures, int> of, bool? moreIsBetter, Func<ReplayFigures, string>? note = null) => Pair(
            name, means, (Said(Words.Number(of(today)), note?.Invoke(today)), Said(Words.Number(of(draft)), note?.Invoke(draft))), Words.Number(Math.Abs(of(draft) - of(today))), of(draft) - of(today), moreIsBetter);

        FigurePair Share(string name, string means, Func<ReplayFigures, double?> of, bool moreIsBetter, Func<ReplayFigures, string>? note = null)
        {
            var points = Math.Round(100 * ((of(draft) ?? 0) - (of(today) ?? 0)), 1);
            return Pair(name, means, (Said(Percent(of(today)), note?.Invoke(today)), Said(Percent(of(draft)), note?.Invoke(draft))), $"{Math.Abs(points).ToString("0.#", Words.Culture)} points", points, moreIsBetter);
        }
    }

    /// <summary>The rules of both, the most refusing first, with how often each refuses at first.</summary>
    public static IReadOnlyList<(string Rule, int Today, int Draft)> Rules(ReplayFigures today, ReplayFigures draft)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(draft);
        var before = today.Rules.ToDictionary(rule => rule.Rule, rule => rule.Count, StringComparer.Ordinal);
        var after = draft.Rules.ToDictionary(rule => rule.Rule, rule => rule.Count, StringComparer.Ordinal);
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Select(rule => (Rule: rule, Today: before.GetValueOrDefault(rule), Draft: after.GetValueOrDefault(rule)))
                .OrderByDescending(rule => Math.Max(rule.Today, rule.Draft)).ThenBy(rule => rule.Rule, StringComparer.Ordinal),
        ];
    }

    /// <summary>"Asked of Wiener Handelsbank instead": what would have become of an ask.</summary>
    public static string Fate(ReplayAnswer answer, IReadOnlyDictionary<Guid, string> customers)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(customers);
        return answer.Fate switch
        {
            ReplayFate.Allowed => "Allowed",
            ReplayFate.Overridden => "Allowed by the override of then",
            ReplayFate.OtherContact => "Another contact there",
            ReplayFate.Moved => $"{(answer.InsteadId is { } id ? customers.GetValueOrDefault(id, "A customer that is gone") : "Another customer")} instead",
            ReplayFate.Delayed => $"Later, on {Words.Day(answer.LaterOn!.Value)}",
            _ => "Refused",
        };
    }

    private static FigurePair Pair(string name, string means, (string Today, string Draft) said, string size, double difference, bool? moreIsBetter) => new(
        name, means, said.Today, said.Draft, difference == 0 ? "" : $"{size} {(difference > 0 ? "more" : "less")}", difference == 0 || moreIsBetter is null ? null : difference > 0 == moreIsBetter);

    private static string Notes(ReplayFigures figures) => string.Join(", ", new[]
    {
        figures.OtherContact > 0 ? $"{Words.Number(figures.OtherContact)} with another contact" : "",
        figures.Overridden > 0 ? $"{Words.Number(figures.Overridden)} by the override of then" : "",
    }.Where(note => note.Length > 0));

    private static string Said(string figure, string? note) => string.IsNullOrEmpty(note) ? figure : $"{figure}, {note}";

    private static string Percent(double? share) => share is { } part ? $"{(100 * part).ToString("0.#", Words.Culture)} %" : "–";
}
