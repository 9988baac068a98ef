using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Reads business calendars; the book is read once a scope.</summary>
public sealed class CalendarQueries(ReferenceHubDbContext db)
{
    private CalendarBook? book;

    /// <summary>All calendars as working times; the standard one in the program's zone while there is none.</summary>
    public async Task<CalendarBook> BookAsync(CancellationToken ct)
    {
        if (book is null)
        {
            var calendars = await db.BusinessCalendars.AsNoTracking().ToListAsync(ct);
            if (calendars.Count == 0)
            {
                calendars.Add(BusinessCalendar.Standard(Guid.Empty, await db.ProgramZoneAsync(ct)));
            }

            book = new CalendarBook(calendars);
        }

        return book;
    }

    /// <summary>All calendars by name.</summary>
    public async Task<IReadOnlyList<BusinessCalendar>> AllAsync(CancellationToken ct) =>
        await db.BusinessCalendars.AsNoTracking().OrderBy(calendar => calendar.NameKey).ToListAsync(ct);

    /// <summary>One calendar, or 404.</summary>
    public async Task<BusinessCalendar> OneAsync(Guid id, CancellationToken ct) =>
        await db.BusinessCalendars.AsNoTracking().SingleOrDefaultAsync(calendar => calendar.Id == id, ct) ?? throw new MissingException("calendar");
}
