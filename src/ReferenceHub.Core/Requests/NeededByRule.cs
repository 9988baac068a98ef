using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Needed-by lies ahead, within two years, and leaves the notice that an activity type asks for.</summary>
public static class NeededByRule
{
    /// <summary>Furthest needed-by, in days from today.</summary>
    public const int FurthestDays = 730;

    /// <summary>The refusal, or null.</summary>
    public static Outcome? WhyNot(DateOnly day, ActivityType type, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (day < today)
        {
            return Refuse("Needed by lies in the past.");
        }

        if (day > today.AddDays(FurthestDays))
        {
            return Refuse("Needed by lies more than two years ahead.");
        }

        var earliest = today.AddDays(type.NoticeDays);
        return day < earliest
            ? Refuse(string.Create(CultureInfo.InvariantCulture, $"{type.Name} needs {type.NoticeDays} days' notice: {earliest:d MMM yyyy} at the earliest."))
            : null;
    }

    /// <summary>
    /// Needed-by as a need says it: the day that it newly asks to be free by, where no day was chosen or the one that stands came from the need itself. Who
    /// clears it, or chooses another day, is not overruled.
    /// </summary>
    public static DateOnly? Carried(DateOnly? chosen, Criteria before, Criteria now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var said = DaysOf(before);
        return chosen is { } day && !said.Contains(day) ? chosen : DaysOf(now).Except(said).Order().Select(fresh => (DateOnly?)fresh).FirstOrDefault() ?? chosen;
    }

    /// <summary>The days that criteria ask to be free by.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(Criteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return [.. criteria.Items.Where(item => item.Facet == Facet.FreeBy).Select(item => DateOnly.TryParseExact(item.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).OfType<DateOnly>()];
    }

    private static Outcome Refuse(string reason) => Outcome.Refuse(reason, nameof(RequestNeed.NeededBy));
}
