using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>The weights in force, their version (0 while nobody changed any) and who changed them lately.</summary>
public sealed record WeightSettings(MatchWeights Weights, int Version, IReadOnlyList<HistoryEvent> Changes);

/// <summary>Reads and changes what a match weighs.</summary>
public sealed class MatchWeightService(ReferenceHubDbContext db, HistoryLog history)
{
    /// <summary>Where a refusal of the four parts together is shown.</summary>
    public const string PartsField = "Parts";

    private const int ChangesShown = 20;

    /// <summary>The weights as they are stored, with their last changes.</summary>
    public async Task<WeightSettings> ReadAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.WeighMatches);
        var row = await db.MatchWeightings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == MatchWeighting.OnlyId, ct);
        var changes = await db.HistoryEvents.AsNoTracking().Where(change => change.Subject == SubjectKind.Settings && change.SubjectId == MatchWeighting.OnlyId)
            .OrderByDescending(change => change.At).Take(ChangesShown).ToListAsync(ct);
        return new WeightSettings(row?.Weights ?? MatchWeights.Default, row?.Version ?? 0, changes);
    }

    /// <summary>Replaces the weights that stood at <paramref name="version"/>; every search from then on counts by them.</summary>
    public async Task<Outcome> SetAsync(MatchWeights weights, int version, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(weights);
        by.MustHave(Right.WeighMatches);
        if (weights.WhyNot is { } no)
        {
            return Outcome.Refuse(no, PartsField);
        }

        return await db.WriteAsync(
            async token =>
            {
                var row = await db.MatchWeightings.SingleOrDefaultAsync(one => one.Id == MatchWeighting.OnlyId, token);
                if ((row?.Version ?? 0) != version)
                {
                    throw new StaleVersionException("weighting");
                }

                var changes = Changes(row?.Weights ?? MatchWeights.Default, weights);
                if (changes.Count == 0)
                {
                    return Outcome.Done;
                }

                if (row is null)
                {
                    db.MatchWeightings.Add(new MatchWeighting(weights));
                }
                else
                {
                    row.Set(weights);
                }

                history.Record(by, SubjectKind.Settings, MatchWeighting.OnlyId, "changed-match-weights", "Changed what a match weighs", changes);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private static List<FieldChange> Changes(MatchWeights before, MatchWeights after) =>
    [
        .. MatchWeights.PartNames.Zip(before.Parts, after.Parts)
            .Concat(Facets.All.Select(facet => (facet.Label(), before.Of(facet), after.Of(facet))))
            .Where(line => line.Item2 != line.Item3)
            .Select(line => new FieldChange(line.Item1, Points(line.Item2), Points(line.Item3))),
    ];

    private static string Points(int points) => points.ToString(CultureInfo.InvariantCulture);
}
