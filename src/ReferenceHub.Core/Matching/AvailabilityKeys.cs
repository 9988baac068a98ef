using System.Collections.Immutable;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>The keys of the availability facet.</summary>
internal static class AvailabilityKeys
{
    public static ImmutableArray<(string Key, string Name, AvailabilityState State)> All { get; } =
    [
        ("open", "Open", AvailabilityState.Open),
        ("nearly-used", "Nearly used", AvailabilityState.NearlyUsed),
        ("closed", "Closed", AvailabilityState.Closed),
    ];

    public static bool TryParse(string key, out AvailabilityState state)
    {
        foreach (var known in All)
        {
            if (known.Key == key)
            {
                state = known.State;
                return true;
            }
        }

        state = default;
        return false;
    }

    public static string Words(string key)
    {
        foreach (var known in All)
        {
            if (known.Key == key)
            {
                return known.Name;
            }
        }

        return key;
    }
}
