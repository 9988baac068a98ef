namespace ReferenceHub.Core.Data;

/// <summary>Checks that entities make of their own input; validators say the same to people before.</summary>
public static class Guard
{
    /// <summary>Trimmed text of 1 to <paramref name="max"/> characters.</summary>
    public static string Required(string? text, int max, string what) =>
        Optional(text, max, what) ?? throw new ArgumentException($"{what} is needed.", nameof(text));

    /// <summary>Trimmed text of up to <paramref name="max"/> characters, null when nothing can be seen in it.</summary>
    public static string? Optional(string? text, int max, string what)
    {
        var trimmed = text?.Trim();
        if (trimmed is null || PlainSight.IsEmpty(trimmed))
        {
            return null;
        }

        return trimmed.Length <= max ? trimmed : throw new ArgumentException($"{what} is longer than {max} characters.", nameof(text));
    }

    /// <summary>The beginning of a text, at most so many characters; no character of two halves is cut apart.</summary>
    public static string Cut(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= max ? text : text[..(max > 0 && char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)].TrimEnd();
    }

    /// <summary>A day that the program works with (<see cref="Days"/>).</summary>
    public static DateOnly Day(DateOnly day) => Days.Holds(day) ? day : throw new ArgumentOutOfRangeException(nameof(day), day, Days.Outside);

    /// <summary>A whole number within bounds.</summary>
    public static int Between(int value, int min, int max, string what) =>
        value >= min && value <= max ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"{what} must be between {min} and {max}.");
}
