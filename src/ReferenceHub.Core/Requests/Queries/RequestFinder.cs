using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>A request found by its number or by words.</summary>
public sealed record FoundRequest(int Number, string ActivityKey, string? Prospect, RequestState State, DateTime? SubmittedAt);

/// <summary>Finds requests in the viewer's sight, for those who know a number or a word of one.</summary>
public sealed class RequestFinder(ReferenceHubDbContext db)
{
    private const int MostWords = 4;

    /// <summary>The one of that number first, then those whose deal, prospect or need holds every word, newest first; one query.</summary>
    public async Task<IReadOnlyList<FoundRequest>> FindAsync(string? words, int most, Viewer viewer, CancellationToken ct)
    {
        var typed = (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords).ToList();
        if (typed.Count == 0)
        {
            return [];
        }

        int? number = typed.Count == 1 && int.TryParse(typed[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
        var all = db.Requests.AsNoTracking().VisibleTo(viewer, db);
        var worded = typed.Aggregate(all, Holding);
        return await all.Where(request => request.Number == number || worded.Any(one => one.Id == request.Id))
            .OrderBy(request => request.Number == number ? 0 : 1).ThenByDescending(request => request.Number)
            .Take(most)
            .Select(request => new FoundRequest(request.Number, request.ActivityKey, request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name, request.State, request.SubmittedAt))
            .ToListAsync(ct);
    }

    internal static IQueryable<ReferenceRequest> Holding(IQueryable<ReferenceRequest> requests, string word)
    {
        var key = TextKey.Of(word);
        return requests.Where(request => request.Opportunity!.SearchKey.Contains(key) || request.WordsKey!.Contains(key));
    }
}
