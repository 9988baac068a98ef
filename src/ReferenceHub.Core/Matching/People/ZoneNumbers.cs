using System.Collections.Concurrent;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Matching;

/// <summary>Time zones as small numbers, for this process only: 0 for none, which means the program's.</summary>
internal static class ZoneNumbers
{
    private static readonly ConcurrentDictionary<string, ushort> Numbers = new(StringComparer.Ordinal);
    private static readonly Lock Adding = new();
    private static volatile string?[] names = [null];

    /// <summary>How many numbers there are, 0 included.</summary>
    public static int Count => names.Length;

    /// <summary>The number of a zone; 0 for one that is not known.</summary>
    public static ushort Of(string? zoneId)
    {
        if (zoneId is null)
        {
            return 0;
        }

        if (Numbers.TryGetValue(zoneId, out var number))
        {
            return number;
        }

        if (!Zones.Exists(zoneId))
        {
            return 0;
        }

        lock (Adding)
        {
            if (!Numbers.TryGetValue(zoneId, out number))
            {
                number = (ushort)names.Length;
                names = [.. names, zoneId];
                Numbers[zoneId] = number;
            }
        }

        return number;
    }

    /// <summary>The zone of a number.</summary>
    public static string? NameOf(ushort number) => names[number];
}
