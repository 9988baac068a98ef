using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Requests;

/// <summary>The filters of the queue.</summary>
internal static class QueuePassing
{
    private const int MostWords = 4;

    internal static IEnumerable<OpenRequest> Passing(this IEnumerable<OpenRequest> rows, QueueFilter filter)
    {
        var words = Typed(filter.Words).ConvertAll(word => TextKey.Of(word));
        var number = NumberOf(filter.Words);
        return rows.Where(row => (filter.ActivityKey is null || row.ActivityKey == filter.ActivityKey)
            && (filter.State is null || row.Clock.State == filter.State)
            && (filter.RequesterId is null || row.RequesterId == filter.RequesterId)
            && (filter.AssigneeId is null || row.AssigneeId == filter.AssigneeId)
            && (filter.OpenTo is null || row.AssigneeId is null || row.AssigneeId == filter.OpenTo)
            && (filter.NeededBefore is null || row.Clock.NeededBy < filter.NeededBefore)
            && (filter.AmountOver is not { } over || (row.AmountMinor is { } minor && Currencies.ToMajor(minor, row.Currency ?? "EUR") > over))
            && (number == row.Number || words.TrueForAll(word => Holds(row.Words, word) || (number is null && Holds(row.DealWords, word)))));
    }

    /// <summary>Those whose deal, prospect or need holds every word, or whose number it is.</summary>
    internal static IQueryable<ReferenceRequest> Holding(this IQueryable<ReferenceRequest> requests, string? words)
    {
        var typed = Typed(words);
        if (NumberOf(words) is not { } number)
        {
            return typed.Aggregate(requests, RequestFinder.Holding);
        }

        var key = TextKey.Of(typed[0]);
        return requests.Where(request => request.Number == number || request.WordsKey!.Contains(key));
    }

    private static List<string> Typed(string? words) => [.. (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords)];

    private static int? NumberOf(string? words) => Typed(words) is [var only] && int.TryParse(only.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Holds(string? text, string word) => text?.Contains(word, StringComparison.Ordinal) == true;
}
