namespace ReferenceHub.Core.Matching;

/// <summary>The range of staff that a figure stands for.</summary>
internal static class StaffFigures
{
    private const int Most = 99_999_999;
    private const double Comfortably = 1.5;

    /// <summary>
    /// The key of the range: what was said where bounds were, else the band of the number. "About" a number near the edge of its band is from half of it
    /// to twice as many.
    /// </summary>
    public static string? Of(Bound bound, int first, int? second)
    {
        if (first is <= 0 or > Most || second > Most)
        {
            return null;
        }

        return second is { } last ? new StaffRange(first, last).Key : bound switch
        {
            Bound.AtLeast => new StaffRange(first, null).Key,
            Bound.AtMost => new StaffRange(0, first).Key,
            Bound.About when SizeBand.Of(first) is { } band && !(first >= band.From * Comfortably && !(first * Comfortably > band.Below)) => new StaffRange(first / 2, first * 2).Key,
            _ => SizeBand.Of(first)?.Key,
        };
    }
}
