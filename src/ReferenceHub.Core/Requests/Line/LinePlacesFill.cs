using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>Gives those who were proposed before there was a line a place in it, in the order of their keys, after those who stand there; runs once.</summary>
public sealed class LinePlacesFill(ReferenceHubDbContext db, TimeProvider clock)
{
    private const string Name = "line-places";

    /// <summary>Fills what is missing; whoever leaves the line later stays out of it.</summary>
    public Task RunAsync(CancellationToken ct) => db.WriteAsync(
        async stop =>
        {
            if (await db.SeedMarks.AnyAsync(mark => mark.Name == Name, stop))
            {
                return false;
            }

            var waiting = await db.Candidates.AsNoTracking().Where(candidate => candidate.State == CandidateState.Proposed).Select(candidate => new { candidate.Id, candidate.RequestId, candidate.LinePlace }).ToListAsync(stop);
            foreach (var line in waiting.GroupBy(candidate => candidate.RequestId))
            {
                var place = line.Max(candidate => candidate.LinePlace) ?? 0;
                foreach (var id in line.Where(candidate => candidate.LinePlace is null).Select(candidate => candidate.Id).Order())
                {
                    place++;
                    await db.Candidates.Where(candidate => candidate.Id == id).ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.LinePlace, place), stop);
                }
            }

            db.SeedMarks.Add(new SeedMark(Name, 0, clock.UtcNow()));
            await db.SaveChangesAsync(stop);
            return true;
        },
        ct);
}
