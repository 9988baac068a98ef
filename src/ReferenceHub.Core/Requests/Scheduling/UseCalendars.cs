using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>The calendar entry of an agreed use as a file, for whoever may see the use.</summary>
public sealed class UseCalendars(ReferenceHubDbContext db, UsePartyFinder finder, UseEntries entries, TimeProvider clock)
{
    /// <summary>The entry as the requester has it; missing when there is no date, or the viewer does not decide on the request.</summary>
    public async Task<string> OfAsync(int number, Guid candidateId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var request = await db.Requests.AsNoTracking().VisibleTo(viewer, db).Include(row => row.Candidates).SingleOrDefaultAsync(row => row.Number == number, ct);
        if (request is null || !viewer.MayDriveFor(request.RequesterId) || !await IsNamedAsync(request.CandidateOf(candidateId).CustomerId, viewer, ct))
        {
            throw new MissingException("request");
        }

        return await WriteAsync(request, request.CandidateOf(candidateId), UseRole.Requester, ct);
    }

    // The entry names the customer: of a confidential one it is for those to whom the name is released now.
    private Task<bool> IsNamedAsync(Guid customerId, Viewer viewer, CancellationToken ct) =>
        db.Customers.NamedFor(viewer, db, clock.UtcNow()).AnyAsync(customer => customer.Id == customerId, ct);

    internal async Task<string> WriteAsync(ReferenceRequest request, Candidate candidate, UseRole role, CancellationToken ct)
    {
        if (candidate is not { State: CandidateState.Scheduled or CandidateState.Completed, ScheduledFor: not null })
        {
            throw new MissingException("calendar entry");
        }

        var type = await db.ActivityTypes.AsNoTracking().SingleAsync(row => row.Key == request.ActivityKey, ct);
        return CalendarText.Write(await entries.OfAsync(request, candidate, type, await finder.OfAsync(request, candidate, ct), role, ct), CalendarMethod.Publish);
    }
}
