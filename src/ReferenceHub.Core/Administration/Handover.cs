using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Administration;

/// <summary>Gives what hangs on somebody who leaves to somebody who stays: customers, open requests, follow-ups, content, open shares, searches waited on.</summary>
public sealed class Handover(ReferenceHubDbContext db, HistoryLog history, RequestDoor door, OwnerChange owners, ContentHandover content, ProjectDoor projects, StandInNotices told, TimeProvider clock)
{
    /// <summary>
    /// All or nothing. Requests the leaver ran go to <paramref name="toId"/> only if that person runs the program; requests
    /// the leaver asked for need somebody who may ask, content somebody who manages it, open shares somebody who may share.
    /// </summary>
    public Task<Outcome<Leftovers>> GiveAsync(Guid fromId, Guid toId, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.ManagePeople);
        return db.WriteAsync(
            async inner =>
            {
                var from = await db.Users.FirstOrDefaultAsync(user => user.Id == fromId, inner) ?? throw new MissingException("person");
                var to = await db.Users.FirstOrDefaultAsync(user => user.Id == toId, inner);
                if (to is not { IsActive: true } || to.Id == from.Id)
                {
                    return Outcome<Leftovers>.Refuse("Choose somebody else who can sign in.", "ToId");
                }

                var requests = await db.Requests
                    .Where(request => (request.RequesterId == fromId || request.AssigneeId == fromId) && !RequestStates.Ended.Contains(request.State))
                    .Include(request => request.Candidates)
                    .ToListAsync(inner);
                if (requests.Exists(request => request.AssigneeId == fromId) && !to.Roles.Bring(Right.RunProgram))
                {
                    return Outcome<Leftovers>.Refuse($"{from.Name} runs open requests; choose a program manager, or assign those requests first.", "ToId");
                }

                if (requests.Exists(request => request.RequesterId == fromId) && !to.Roles.Bring(Right.AskForReference))
                {
                    return Outcome<Leftovers>.Refuse($"{from.Name} asked for open requests; choose somebody who may ask for references.", "ToId");
                }

                if (await content.RefuseAsync(from, to, inner) is { } no)
                {
                    return Outcome<Leftovers>.Refuse(no, "ToId");
                }

                var left = new Leftovers(
                    await CustomersAsync(from, to, by, inner),
                    requests.Count(request => request.RequesterId == fromId),
                    requests.Count(request => request.AssigneeId == fromId),
                    await FollowUpsAsync(from, to, inner),
                    await content.AssetsAsync(from, to, by, inner),
                    await content.SharesAsync(from, to, inner));
                await RequestsAsync(requests, from, to, by, inner);
                await ProjectsAsync(from, to, by, inner);
                await FollowedAsync(from, to, inner);
                await StandInsAsync(from, to, by, inner);
                await FreeAlerts.HandAsync(db, from, to, clock.UtcNow(), inner);
                history.Record(by, SubjectKind.User, from.Id, "handed-over", $"Handed over to {to.Name}: {left.Customers} customers, {left.Asked + left.Assigned} requests, {left.FollowUps} follow-ups, {left.Content} pieces of content, {left.Shares} shares");
                await db.SaveChangesAsync(inner);
                return (Outcome<Leftovers>)left;
            },
            ct);
    }

    private async Task<int> CustomersAsync(User from, User to, Viewer by, CancellationToken ct)
    {
        var customers = await db.Customers.Where(customer => customer.OwnerId == from.Id && customer.MergedIntoId == null).ToListAsync(ct);
        await owners.HandAsync(customers, to, by, ct);
        return customers.Count;
    }

    private async Task<int> FollowUpsAsync(User from, User to, CancellationToken ct)
    {
        var followUps = await db.FollowUps.Where(followUp => followUp.AssigneeId == from.Id && followUp.DoneAt == null).ToListAsync(ct);
        followUps.ForEach(followUp => followUp.HandOver(to.Id));
        return followUps.Count;
    }

    private async Task ProjectsAsync(User from, User to, Viewer by, CancellationToken ct)
    {
        var open = await db.Projects.Include(project => project.Customer).Include(project => project.Steps).Include(project => project.Cast).AsSplitQuery()
            .Where(project => ProjectStates.Open.Contains(project.State)
                && (project.LeadId == from.Id
                    || project.Steps.Any(step => step.HolderKind == HolderKind.User && step.HolderId == from.Id)
                    || project.Cast.Any(member => member.HolderKind == HolderKind.User && member.HolderId == from.Id)))
            .ToListAsync(ct);
        foreach (var project in open)
        {
            project.HandOver(await projects.MomentAsync(project.CalendarId, by, ct), from.Id, to.Id, to.Name);
        }
    }

    // What the leaver followed the other one follows; whoever asked for it is told of it anyway.
    private async Task FollowedAsync(User from, User to, CancellationToken ct)
    {
        var open = await db.Requests.Include(request => request.Watchers)
            .Where(request => RequestStates.Open.Contains(request.State) && request.Watchers.Any(watcher => watcher.UserId == from.Id)).ToListAsync(ct);
        foreach (var request in open)
        {
            request.StopFollowing(from.Id);
            if (request.RequesterId != to.Id)
            {
                request.Follow(to.Id, clock.UtcNow());
            }
        }
    }

    private async Task StandInsAsync(User from, User to, Viewer by, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        foreach (var absence in await db.Absences.Where(absence => absence.StandInId == from.Id && absence.LastDay >= today).ToListAsync(ct))
        {
            absence.HandOver(absence.UserId == to.Id ? null : to.Id);
            await told.NamedAsync(absence, by, ct);
        }
    }

    // What was released for a request is for who asks now, nobody else.
    private async Task ReleasesAsync(ReferenceRequest request, User to, Moment moment, CancellationToken ct)
    {
        var candidates = request.Candidates.Select(candidate => candidate.Id).ToList();
        foreach (var release in await db.ContactReleases.Where(release => candidates.Contains(release.SourceId) && release.EndsAt == null).ToListAsync(ct))
        {
            release.EndNow(moment.Now);
            db.ContactReleases.Add(new ContactRelease(moment.Ids.Next(), release.SourceId, release.CustomerId, release.ContactId, to.Id, moment.Now));
        }
    }

    private async Task RequestsAsync(List<ReferenceRequest> requests, User from, User to, Viewer by, CancellationToken ct)
    {
        foreach (var request in requests)
        {
            var moment = await door.MomentAsync(by, request.CalendarId, ct);
            if (request.RequesterId == from.Id)
            {
                request.HandRequesterTo(moment, to.Id, to.Name);
                await ReleasesAsync(request, to, moment, ct);
                if (request.OpportunityId is { } deal)
                {
                    await DealAsk.NoteAsync(db, deal, to.Id, ct);
                }
            }

            if (request.AssigneeId == from.Id)
            {
                request.HandAssigneeTo(moment, to.Id, to.Name);
            }
        }
    }
}
