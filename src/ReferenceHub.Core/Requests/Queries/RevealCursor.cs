using System.Globalization;

namespace ReferenceHub.Core.Requests;

/// <summary>Where a page of views ended: at an instant (UTC), and how many of that very instant were shown.</summary>
internal sealed record RevealCursor(DateTime? At, int Skip)
{
    private const char Between = '-';

    public static RevealCursor Read(string? text)
    {
        var parts = text?.Split(Between) ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? new RevealCursor(new DateTime(ticks, DateTimeKind.Utc), skip)
            : new RevealCursor(null, 0);
    }

    /// <summary>The end of a page that shows these instants, the latest first.</summary>
    public RevealCursor Past(IReadOnlyList<DateTime> shown)
    {
        var last = shown[^1];
        var same = shown.Count(at => at == last);
        return new RevealCursor(last, same + (last == At ? Skip : 0));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At?.Ticks ?? 0}{Between}{Skip}");
}
