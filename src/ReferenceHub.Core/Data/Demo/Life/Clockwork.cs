using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>Business time counted backwards.</summary>
internal static class Clockwork
{
    /// <summary>The latest instant from which so many business minutes lead up to now.</summary>
    public static DateTime Back(this BusinessTime time, DateTime now, int businessMinutes)
    {
        var (early, late) = (now.AddDays(-2 - (businessMinutes / 120.0)), now);
        while (late - early > TimeSpan.FromSeconds(1))
        {
            var middle = early + ((late - early) / 2);
            (early, late) = time.MinutesBetween(middle, now) >= businessMinutes ? (middle, late) : (early, middle);
        }

        return early.CutToMilliseconds();
    }
}
