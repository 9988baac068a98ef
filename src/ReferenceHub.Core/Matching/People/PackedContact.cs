using System.Runtime.InteropServices;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Matching;

/// <summary>A contact in 32 bytes: minutes and uses -1 for none, day number 0 for no pause, skills by their set in the block, zone by <see cref="ZoneNumbers"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PackedContact(Guid Id, int PausedUntil, int Skills, short Minutes, short Uses, ScopeSet Willing, ushort Zone)
{
    private int? MinutesPerQuarter => Minutes < 0 ? null : Minutes;

    private int? UsesPerQuarter => Uses < 0 ? null : Uses;

    private DateOnly? Pause => PausedUntil == 0 ? null : DateOnly.FromDayNumber(PausedUntil);

    public static PackedContact Of(CatalogContact contact, SkillSets.Builder skills) => new(
        contact.Id,
        contact.PausedUntil?.DayNumber ?? 0,
        skills.SetOf(contact.Skills),
        (short)Math.Min(contact.MinutesPerQuarter ?? -1, short.MaxValue),
        (short)Math.Min(contact.UsesPerQuarter ?? -1, short.MaxValue),
        contact.Willing,
        ZoneNumbers.Of(contact.ZoneId));

    public CatalogContact Unpacked(SkillSets skills) => new(Id, Willing, MinutesPerQuarter, Pause) { UsesPerQuarter = UsesPerQuarter, Skills = [.. skills.Of(Skills)], ZoneId = ZoneNumbers.NameOf(Zone) };

    public UsageContact ForUsage() => new(Id, Willing.Scopes, MinutesPerQuarter, Pause, UsesPerQuarter);

    /// <summary>Whether the person may be asked for a scope on a day (by its number).</summary>
    public bool MayBeAsked(int scopeBit, int today) => (Willing.Bits & scopeBit) != 0 && PausedUntil < today;
}
