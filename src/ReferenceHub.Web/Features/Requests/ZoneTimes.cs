using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>A time as the clocks of the others show it.</summary>
/// <param name="Side">Whose clock: "Contact", "Prospect".</param>
/// <param name="Words">"04:00 in New York", with the day where it is another one.</param>
/// <param name="Warning">"early in the morning": what speaks against it there.</param>
public sealed record ZoneTime(string Side, string Words, string? Warning)
{
    /// <summary>A time (UTC) in the zones of a use, beside the clock of the person at the page.</summary>
    public static IReadOnlyList<ZoneTime> Of(DateTime at, UseSheet sheet, PersonTime time)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(time);
        return
        [
            .. sheet.Zones.Select(side =>
            {
                var there = Zones.LocalIn(side.ZoneId, at);
                var day = DateOnly.FromDateTime(there) == time.DayOf(at) ? "" : there.ToString("ddd d MMM, ", Infrastructure.Words.Culture);
                return new ZoneTime(side.Side, $"{day}{there.ToString("HH:mm", Infrastructure.Words.Culture)} in {PlaceOf(side.ZoneId)}", UsualHours.WhyNot(at, sheet.Minutes, side.ZoneId));
            }),
        ];
    }

    // "America/Argentina/Buenos_Aires" is Buenos Aires.
    private static string PlaceOf(string zoneId) => zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
