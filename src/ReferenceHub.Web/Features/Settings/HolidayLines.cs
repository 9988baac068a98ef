using System.Globalization;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Holidays as people type them, one a line: a date, then a name.</summary>
public static class HolidayLines
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy"];

    /// <summary>The days that could be read, and what is wrong with the other lines.</summary>
    public static (IReadOnlyList<Holiday> Days, IReadOnlyList<string> Problems) Read(string? text)
    {
        var days = new List<Holiday>();
        var problems = new List<string>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split([' ', '\t', ','], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var name = parts.Length > 1 ? parts[1] : "Holiday";
            if (!DateOnly.TryParseExact(parts[0], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                problems.Add($"“{Short(line)}” begins with no date; write 2026-12-25 Christmas.");
            }
            else if (name.Length > Holiday.NameLength)
            {
                problems.Add($"“{Short(line)}” has too long a name.");
            }
            else
            {
                days.Add(new Holiday(date, name));
            }
        }

        return (days, problems);
    }

    private static string Short(string line) => line.Length <= 40 ? line : line[..40] + "…";
}
