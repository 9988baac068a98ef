using System.Runtime.InteropServices;
using NodaTime;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>Working hours (9 to 17) that two people share on a day, in minutes of the first one's clock.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SharedHours(int From, int To)
{
    private const int Opens = 9 * 60;
    private const int Closes = 17 * 60;
    private const int Day = 24 * 60;

    /// <summary>Minutes shared; 0 when there are none.</summary>
    public int Minutes => Math.Max(0, To - From);

    /// <summary>Whether the whole working day is shared.</summary>
    public bool IsWhole => Minutes == Closes - Opens;

    /// <summary>What both zones share on a day: the difference of their clocks at noon (UTC) decides.</summary>
    public static SharedHours Of(string zoneId, string otherZoneId, DateOnly day)
    {
        var noon = Instant.FromUtc(day.Year, day.Month, day.Day, 12, 0);
        var ahead = (Zones.Get(otherZoneId).GetUtcOffset(noon).Seconds - Zones.Get(zoneId).GetUtcOffset(noon).Seconds) / 60;
        var best = new SharedHours(Opens, Opens);
        // The other's working day may fall on the day before or after.
        foreach (var shift in new[] { 0, Day, -Day })
        {
            var shared = new SharedHours(Math.Max(Opens, Opens - ahead + shift), Math.Min(Closes, Closes - ahead + shift));
            best = shared.Minutes > best.Minutes ? shared : best;
        }

        return best;
    }
}
