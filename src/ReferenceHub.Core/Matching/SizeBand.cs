using System.Collections.Immutable;
using System.Globalization;

namespace ReferenceHub.Core.Matching;

/// <summary>A band of staff: from inclusive, below exclusive (null for no end).</summary>
public sealed record SizeBand(string Key, string Name, int From, int? Below, ImmutableArray<string> Aliases)
{
    /// <summary>The bands, smallest first.</summary>
    public static ImmutableArray<SizeBand> All { get; } =
    [
        new("under-500", "Under 500", 0, 500, ["small company", "small business", "smb", "sme"]),
        new("500-2000", "500–2,000", 500, 2000, ["mid size", "midsize", "mid-sized", "mid market"]),
        new("2000-10000", "2,000–10,000", 2000, 10_000, ["large company", "large enterprise"]),
        new("over-10000", "Over 10,000", 10_000, null, ["very large company", "global company"]),
    ];

    /// <summary>The band of a number of staff; null when it is not known.</summary>
    public static SizeBand? Of(int staff) => staff <= 0 ? null : All.First(band => band.Below is null || staff < band.Below);

    /// <summary>Staff in words.</summary>
    public static string Words(int staff) => string.Create(CultureInfo.InvariantCulture, $"{staff:N0} staff");
}
