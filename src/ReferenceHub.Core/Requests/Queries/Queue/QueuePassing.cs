using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;

namespace ReferenceHub.Core.Requests;

/// <summary>The filters of the queue.</summary>
internal static class QueuePassing
{
    private const int MostWords = 4;
    private const long MostAmount = 1_000_000_000_000;

    private static readonly List<string> Whole = [.. Currencies.Codes.Where(code => Currencies.DigitsOf(code) == 0)];
    private static readonly List<string> Thousandths = [.. Currencies.Codes.Where(code => Currencies.DigitsOf(code) == 3)];

    internal static IQueryable<ReferenceRequest> Passing(this IQueryable<ReferenceRequest> requests, QueueFilter filter)
    {
        requests = filter.ActivityKey is { } activity ? requests.Where(request => request.ActivityKey == activity) : requests;
        requests = filter.State is { } state ? requests.Where(request => request.State == state) : requests;
        requests = filter.RequesterId is { } requester ? requests.Where(request => request.RequesterId == requester) : requests;
        requests = filter.AssigneeId is { } assignee ? requests.Where(request => request.AssigneeId == assignee) : requests;
        requests = filter.NeededBefore is { } before ? requests.Where(request => request.NeededBy < before) : requests;
        if (filter.AmountOver is { } amount)
        {
            var over = Math.Clamp(amount, 0, MostAmount);
            requests = requests.Where(request => request.Opportunity!.AmountMinor
                > (Whole.Contains(request.Opportunity.Currency) ? over : Thousandths.Contains(request.Opportunity.Currency) ? over * 1000 : over * 100));
        }

        return requests.Holding(filter.Words);
    }

    /// <summary>Those whose deal, prospect or need holds every word, or whose number it is.</summary>
    internal static IQueryable<ReferenceRequest> Holding(this IQueryable<ReferenceRequest> requests, string? words)
    {
        var typed = (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords).ToList();
        if (typed.Count != 1 || !int.TryParse(typed[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return typed.Aggregate(requests, RequestFinder.Holding);
        }

        var key = TextKey.Of(typed[0]);
        return requests.Where(request => request.Number == number || request.WordsKey!.Contains(key));
    }
}
