using ReferenceHub.Core.Matching;

namespace ReferenceHub.Core.Requests;

/// <summary>Lays references against lines: who meets which, and the fewest that meet all that can be met (each time the one that adds most).</summary>
internal static class CoverTable
{
    /// <summary>References shown at most.</summary>
    public const int MostColumns = 6;

    public static (IReadOnlyList<CoverColumn> Columns, IReadOnlyList<Guid> Together) Of(IReadOnlyList<IReadOnlyList<MatchRow>> met, int most)
    {
        var columns = met.SelectMany(rows => rows).DistinctBy(row => row.CustomerId)
            .Select(row => (Column: new CoverColumn(row.CustomerId, row.Name, row.NameHidden, [.. met.Select(rows => rows.Any(other => other.CustomerId == row.CustomerId))]), Score: row.Score.Total))
            .OrderByDescending(each => each.Column.Met).ThenByDescending(each => each.Score).ThenBy(each => each.Column.CustomerId)
            .Select(each => each.Column).ToList();
        var together = new List<CoverColumn>();
        var open = Enumerable.Range(0, met.Count).Where(line => met[line].Count > 0).ToHashSet();
        while (open.Count > 0 && together.Count < most)
        {
            var best = columns.MaxBy(column => open.Count(line => column.Meets[line]))!;
            together.Add(best);
            open.RemoveWhere(line => best.Meets[line]);
        }

        return ([.. together.Concat(columns.Except(together)).Take(Math.Max(MostColumns, together.Count))], [.. together.Select(column => column.CustomerId)]);
    }
}
