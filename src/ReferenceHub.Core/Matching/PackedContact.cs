using System.Runtime.InteropServices;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A contact in 24 bytes: minutes -1 for none, day number 0 for no pause.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PackedContact(Guid Id, int PausedUntil, short Minutes, ScopeSet Willing)
{
    private int? MinutesPerQuarter => Minutes < 0 ? null : Minutes;

    private DateOnly? Pause => PausedUntil == 0 ? null : DateOnly.FromDayNumber(PausedUntil);

    public static PackedContact Of(CatalogContact contact) => new(
        contact.Id,
        contact.PausedUntil?.DayNumber ?? 0,
        (short)Math.Min(contact.MinutesPerQuarter ?? -1, short.MaxValue),
        contact.Willing);

    public CatalogContact Unpacked() => new(Id, Willing, MinutesPerQuarter, Pause);

    public UsageContact ForUsage() => new(Id, Willing.Scopes, MinutesPerQuarter, Pause);
}
