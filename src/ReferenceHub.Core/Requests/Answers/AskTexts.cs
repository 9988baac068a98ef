using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What the letters of an ask say in their places, in the reader's language and zone; nothing internal goes to those outside.</summary>
public sealed class AskTexts(ReferenceHubDbContext db, SiteAddress site)
{
    internal async Task<Dictionary<string, string?>> OfAsync(ReferenceRequest request, Candidate candidate, Party party, ActivityType type, AskReader reader, SignedLink? link, CancellationToken ct)
    {
        var words = OutsideWords.In(party == Party.Owner ? MailLanguages.Fallback : reader.To.Language);
        var zone = Zones.Exists(reader.To.ZoneId) ? reader.To.ZoneId! : await db.ProgramZoneAsync(ct);
        var names = await db.Candidates.Where(row => row.Id == candidate.Id)
            .Select(row => new { Customer = row.Customer!.Name, Contact = row.Contact!.Name }).SingleAsync(ct);
        var told = ProspectTold.Of(request, await TermBook.ReadAsync(db, ct));
        var inside = party == Party.Owner;
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["requester"] = await db.Users.Where(user => user.Id == request.RequesterId).Select(user => user.Name).SingleAsync(ct),
            ["customer"] = names.Customer,
            ["contact"] = party == Party.Customer ? null : names.Contact,
            ["prospect"] = told.Name is { } name ? told.Person is { } person ? $"{person}, {name}" : name : told.Person,
            ["industry"] = TermWords.Of(told.Industry, words),
            ["region"] = TermWords.Of(told.Region, words),
            ["activity"] = ActivityWords.Of(type, words),
            ["minutes"] = type.Minutes == 0 ? null : type.Minutes.ToString(CultureInfo.InvariantCulture),
            ["purpose"] = request.WantToKnow ?? (inside ? request.InShort : null),
            ["language"] = request.Language is { } key ? words.LanguageName(key) : null,
            ["times"] = await TimesAsync(candidate.Id, words, zone, ct),
            ["by"] = candidate.ReplyDueAt is { } due ? words.Moment(due, zone) : null,
            ["needed_by"] = request.NeededBy is { } day ? words.Day(day) : null,
            ["number"] = inside ? request.Number.ToString(CultureInfo.InvariantCulture) : null,
            ["address"] = inside ? site.Of(string.Create(CultureInfo.InvariantCulture, $"/requests/{request.Number}")) : null,
            ["until"] = link is null ? null : words.Day(Zones.DateIn(zone, link.ExpiresAt)),
        };
    }

    private async Task<string?> TimesAsync(Guid candidateId, OutsideWords words, string zone, CancellationToken ct)
    {
        var open = await db.TimeSlots.AsNoTracking()
            .Where(slot => slot.CandidateId == candidateId && slot.State == SlotState.Open && slot.OfferedBy != Party.Customer)
            .OrderBy(slot => slot.StartsAt).Select(slot => slot.StartsAt).ToListAsync(ct);
        return open.Count == 0 ? null : string.Join("; ", open.Select(at => words.Moment(at, zone)));
    }
}
