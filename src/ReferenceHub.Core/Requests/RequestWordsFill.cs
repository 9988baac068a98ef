using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>Folds the words of requests made before they were searched by; runs after an upgrade.</summary>
public sealed class RequestWordsFill(ReferenceHubDbContext db)
{
    private const int AtOnce = 500;

    /// <summary>Fills what is missing; nothing else of a request changes, nor its version.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var missing = await db.Requests.AsNoTracking()
            .Where(request => request.WordsKey == null && (request.ProspectName != null || request.Text != null || request.WantToKnow != null || request.ProspectContact != null || request.Requirements != null))
            .Select(request => request.Id).ToListAsync(ct);
        foreach (var batch in missing.Chunk(AtOnce))
        {
            var rows = await db.Requests.AsNoTracking().Where(request => EF.Parameter(batch).Contains(request.Id))
                .Select(request => new { request.Id, request.ProspectName, request.Text, request.WantToKnow, request.ProspectContact, request.Requirements }).ToListAsync(ct);
            await db.WriteAsync(
                async stop =>
                {
                    foreach (var row in rows)
                    {
                        var words = ReferenceRequest.WordsOf(row.ProspectName, row.Text, row.WantToKnow, row.ProspectContact, row.Requirements);
                        await db.Requests.Where(request => request.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(request => request.WordsKey, words), stop);
                    }

                    return true;
                },
                ct);
        }
    }
}
