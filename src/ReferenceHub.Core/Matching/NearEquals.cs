namespace ReferenceHub.Core.Matching;

/// <summary>
/// Groups of near-equal matches that take turns: the best match and those at most <see cref="Within"/> points behind it, then the
/// best of the rest, and so on. The groups are those of the whole answer, so pages follow one another.
/// </summary>
internal static class NearEquals
{
    /// <summary>Points by which matches may differ and still take turns.</summary>
    public const int Within = MatchScore.NearEqual;

    /// <summary>By points the group, from 0 for the best; -1 where everybody comes after all that are wanted.</summary>
    public static int[] Of(int[] rowsByPoints, int wanted)
    {
        var groups = new int[rowsByPoints.Length];
        Array.Fill(groups, -1);
        var (group, top, seen) = (-1, int.MaxValue, 0);
        for (var points = rowsByPoints.Length - 1; points >= 0; points--)
        {
            if (rowsByPoints[points] == 0)
            {
                continue;
            }

            if (top - points > Within)
            {
                if (seen >= wanted)
                {
                    break;
                }

                (group, top) = (group + 1, points);
            }

            groups[points] = group;
            seen += rowsByPoints[points];
        }

        return groups;
    }
}
