using System.Globalization;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>Needed-by lies ahead, within two years, and leaves the notice that an activity type asks for.</summary>
public static class NeededByRule
{
    /// <summary>Furthest needed-by, in days from today.</summary>
    public const int FurthestDays = 730;

    /// <summary>The refusal, or null.</summary>
    public static Outcome? WhyNot(DateOnly? neededBy, ActivityType type, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (neededBy is not { } day)
        {
            return Refuse("Say by when you need it.");
        }

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

    private static Outcome Refuse(string reason) => Outcome.Refuse(reason, nameof(RequestNeed.NeededBy));
}
