using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>Tells people that they stand in for somebody, and when they no longer do. Part of the transaction at hand.</summary>
public sealed class StandInNotices(ReferenceHubDbContext db, Notices notices)
{
    private const string Path = "/account/absence";

    /// <summary>Whoever is named in an absence is told for whom and on which days.</summary>
    public Task NamedAsync(Absence absence, Viewer by, CancellationToken ct) =>
        TellAsync(absence, absence?.StandInId, "You stand in for {0}", "Asks and messages for {0} reach you too on these days, and you may answer them.", by, ct);

    /// <summary>Whoever was named is told that it is off.</summary>
    public Task SparedAsync(Absence absence, Guid? before, Viewer by, CancellationToken ct) =>
        TellAsync(absence, before, "You no longer stand in for {0}", null, by, ct);

    private async Task TellAsync(Absence absence, Guid? standIn, string title, string? text, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(absence);
        ArgumentNullException.ThrowIfNull(by);
        if (standIn is not { } person)
        {
            return;
        }

        var away = await db.Users.Where(user => user.Id == absence.UserId).Select(user => user.Name).SingleAsync(ct);
        var days = absence.FirstDay == absence.LastDay ? Day(absence.FirstDay) : $"{Day(absence.FirstDay)} to {Day(absence.LastDay)}";
        await notices.TellAsync(
            [person], MessageKinds.StandIn, $"{string.Format(CultureInfo.InvariantCulture, title, away)}: {days}",
            text is null ? null : string.Format(CultureInfo.InvariantCulture, text, away), Path, by.UserId, ct);
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
