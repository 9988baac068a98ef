using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ReferenceHub.Core.Matching;

/// <summary>A range of staff: from inclusive, below exclusive (null for no end). Its key reads like that of a size band: under-500, 500-2000, over-10000.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct StaffRange(int From, int? Below)
{
    /// <summary>The key in addresses.</summary>
    public string Key => Below is not { } below ? string.Create(CultureInfo.InvariantCulture, $"over-{From}")
        : From == 0 ? string.Create(CultureInfo.InvariantCulture, $"under-{below}")
        : string.Create(CultureInfo.InvariantCulture, $"{From}-{below}");

    /// <summary>As said on a chip.</summary>
    public string Words => Below is not { } below ? string.Create(CultureInfo.InvariantCulture, $"Over {From:N0}")
        : From == 0 ? string.Create(CultureInfo.InvariantCulture, $"Under {below:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{From:N0}–{below:N0}");

    /// <summary>Whether a known number of staff is within.</summary>
    public bool Has(int staff) => staff > 0 && staff >= From && !(staff >= Below);

    /// <summary>100 for staff within, falling to 0 for twice as many as the range ends with or half as many as it starts with.</summary>
    public byte Nearness(int staff) => staff <= 0 ? (byte)0
        : Has(staff) ? (byte)100
        : staff < From ? Falling(staff, From)
        : Falling(Below!.Value, staff);

    private static byte Falling(long less, long more) => (byte)Math.Max(0, (200 * less / more) - 100);

    /// <summary>The range of a key.</summary>
    public static bool TryParse(string key, out StaffRange range)
    {
        range = default;
        var match = Keys().Match(key);
        if (!match.Success || !int.TryParse(match.Groups["a"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return false;
        }

        if (match.Groups["b"] is { Success: true } end)
        {
            range = int.TryParse(end.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? new(first, last) : default;
            return range.Below > range.From;
        }

        range = match.Groups["word"].Value == "under" ? new(0, first) : new(first, null);
        return first > 0;
    }

    [GeneratedRegex("^(?:(?<word>under|over)-(?<a>\\d{1,8})|(?<a>\\d{1,8})-(?<b>\\d{1,8}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Keys();
}
