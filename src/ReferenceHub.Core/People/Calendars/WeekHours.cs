using System.Globalization;

namespace ReferenceHub.Core.People;

/// <summary>Opening hours of a week: at most one stretch a weekday, at least one working day. Stored as text, "1=540-1020;2=…", 0 is Sunday.</summary>
public sealed class WeekHours : IEquatable<WeekHours>
{
    /// <summary>Longest stored form in characters.</summary>
    public const int MaxLength = 120;

    private readonly DayHours?[] week;

    private WeekHours(DayHours?[] days) => week = days;

    /// <summary>Monday to Friday, 09:00 to 17:00.</summary>
    public static WeekHours Standard { get; } = Of(Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => new DayHours(9 * 60, 17 * 60)));

    /// <summary>The hours of one weekday; null when closed.</summary>
    public DayHours? this[DayOfWeek day] => week[(int)day];

    /// <summary>Working minutes of the usual (median) working day.</summary>
    public int UsualMinutes
    {
        get
        {
            var lengths = week.Where(day => day is not null).Select(day => day!.Value.Minutes).Order().ToList();
            return lengths[lengths.Count / 2];
        }
    }

    /// <summary>Working minutes of the longest working day.</summary>
    public int LongestMinutes => week.Max(day => day?.Minutes ?? 0);

    /// <summary>Hours from one stretch a weekday; days left out are closed.</summary>
    public static WeekHours Of(IReadOnlyDictionary<DayOfWeek, DayHours> days)
    {
        if (days.Count == 0)
        {
            throw new ArgumentException("A business calendar needs at least one working day.", nameof(days));
        }

        var hours = new DayHours?[7];
        foreach (var (day, stretch) in days)
        {
            hours[(int)day] = stretch;
        }

        return new WeekHours(hours);
    }

    /// <summary>Reads the stored form.</summary>
    public static WeekHours Parse(string text)
    {
        var days = new Dictionary<DayOfWeek, DayHours>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split('=', '-');
            days[(DayOfWeek)Number(pieces[0])] = new DayHours(Number(pieces[1]), Number(pieces[2]));
        }

        return Of(days);
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(';', week
        .Select((hours, day) => hours is { } open ? string.Create(CultureInfo.InvariantCulture, $"{day}={open.Opens}-{open.Closes}") : null)
        .Where(part => part is not null));

    /// <inheritdoc />
    public bool Equals(WeekHours? other) => other is not null && week.SequenceEqual(other.week);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as WeekHours);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
