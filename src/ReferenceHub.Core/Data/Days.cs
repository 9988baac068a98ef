namespace ReferenceHub.Core.Data;

/// <summary>The calendar days that the program works with; what lies outside is a slip of the keyboard.</summary>
public static class Days
{
    /// <summary>The first day taken.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The last day taken.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>What is said of a day outside.</summary>
    public const string Outside = "Give a date between 1900 and 2199.";

    /// <summary>Whether a day lies within.</summary>
    public static bool Holds(DateOnly day) => day >= First && day <= Last;

    /// <summary>The day after; the last day there is stays itself.</summary>
    public static DateOnly Next(this DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);
}
