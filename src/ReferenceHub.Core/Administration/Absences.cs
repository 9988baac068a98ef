using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Administration;

/// <summary>Days away as somebody notes them: of oneself, or of a colleague by those who run the program or manage people.</summary>
public sealed record AbsenceFacts(Guid? UserId, DateOnly FirstDay, DateOnly LastDay, Guid? StandInId);

/// <summary>An absence in a list.</summary>
public sealed record AbsenceLine(Guid Id, int Version, Guid UserId, string Person, DateOnly FirstDay, DateOnly LastDay, Guid? StandInId, string? StandIn, bool StandInIsAway)
{
    /// <summary>Customers whose asks wait meanwhile: those of the person, when nobody stands in.</summary>
    public int Waiting { get; init; }
}

/// <summary>Absences that are not over: one's own, those one stands in for, and the others' for who may note them.</summary>
public sealed record AbsencePage(DateOnly Today, IReadOnlyList<AbsenceLine> Mine, IReadOnlyList<AbsenceLine> ForOthers, IReadOnlyList<AbsenceLine> Others, IReadOnlyList<PersonLine> People, bool MayNoteForOthers);

/// <summary>Notes who is away when and who stands in.</summary>
public sealed class Absences(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history, PeopleQueries people, StandInNotices told)
{
    /// <summary>Whether the viewer notes absences of colleagues too.</summary>
    public static bool MayNoteForOthers(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.RunProgram) || viewer.Can(Right.ManagePeople);
    }

    /// <summary>What a person may see of them; 4 queries.</summary>
    public async Task<AbsencePage> PageAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var lines = await (
            from absence in db.Absences.AsNoTracking()
            join person in db.Users on absence.UserId equals person.Id
            join other in db.Users on absence.StandInId equals other.Id into others
            from standIn in others.DefaultIfEmpty()
            where absence.LastDay >= today
            orderby absence.FirstDay, person.NameKey
            select new AbsenceLine(
                absence.Id, absence.Version, person.Id, person.Name, absence.FirstDay, absence.LastDay, absence.StandInId, standIn!.Name,
                db.Absences.Any(own => own.UserId == absence.StandInId && own.FirstDay <= absence.LastDay && own.LastDay >= absence.FirstDay))
            {
                Waiting = absence.StandInId == null ? db.Customers.Present().Count(customer => customer.OwnerId == person.Id) : 0,
            })
            .ToListAsync(ct);
        var all = MayNoteForOthers(viewer);
        return new AbsencePage(
            today,
            [.. lines.Where(line => line.UserId == viewer.UserId)],
            [.. lines.Where(line => line.StandInId == viewer.UserId)],
            [.. lines.Where(line => all && line.UserId != viewer.UserId && line.StandInId != viewer.UserId)],
            await people.ActiveAsync(Roles.None, ct),
            all);
    }

    /// <summary>Notes an absence.</summary>
    public Task<Outcome> NoteAsync(AbsenceFacts facts, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(by);
        var userId = facts.UserId ?? by.UserId;
        return db.WriteAsync(
            async stop =>
            {
                if (userId != by.UserId && !MayNoteForOthers(by))
                {
                    throw new ForbiddenException("You note your own absence only. Ask your program manager to note somebody else's.");
                }

                if (await RefuseAsync(userId, null, facts, stop) is { } no)
                {
                    return no;
                }

                var absence = new Absence(ids.Next(), userId, facts.FirstDay, facts.LastDay, facts.StandInId, clock.UtcNow());
                db.Absences.Add(absence);
                await RecordAsync(absence, "absence-noted", "Away", by, stop);
                await told.NamedAsync(absence, by, stop);
                await db.SaveChangesAsync(stop);
                return Outcome.Done;
            },
            ct);
    }

    /// <summary>Changes days or stand-in of an absence that was shown in this version.</summary>
    public Task<Outcome> ChangeAsync(Guid id, int version, AbsenceFacts facts, Viewer by, CancellationToken ct) => OnAsync(id, version, by, async (absence, stop) =>
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (await RefuseAsync(absence.UserId, absence, facts, stop) is { } no)
        {
            return no;
        }

        var before = (absence.FirstDay, absence.LastDay, absence.StandInId);
        absence.Change(facts.FirstDay, facts.LastDay, facts.StandInId);
        await RecordAsync(absence, "absence-changed", "Absence changed to", by, stop);
        if (before.StandInId != absence.StandInId)
        {
            await told.SparedAsync(absence, before.StandInId, by, stop);
        }

        if (before != (absence.FirstDay, absence.LastDay, absence.StandInId))
        {
            await told.NamedAsync(absence, by, stop);
        }

        return Outcome.Done;
    }, ct);

    /// <summary>The person is not away after all.</summary>
    public Task<Outcome> RemoveAsync(Guid id, Viewer by, CancellationToken ct) => OnAsync(id, null, by, async (absence, stop) =>
    {
        db.Absences.Remove(absence);
        await told.SparedAsync(absence, absence.StandInId, by, stop);
        await RecordAsync(absence, "absence-removed", "Not away after all", by, stop);
        return Outcome.Done;
    }, ct);

    private async Task<Outcome?> RefuseAsync(Guid userId, Absence? present, AbsenceFacts facts, CancellationToken ct)
    {
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        if (facts.LastDay < facts.FirstDay)
        {
            return Outcome.Refuse("The last day lies on or after the first.", nameof(facts.LastDay));
        }

        if (facts.LastDay < today)
        {
            return Outcome.Refuse("These days have passed.", nameof(facts.LastDay));
        }

        if (facts.LastDay.DayNumber - facts.FirstDay.DayNumber >= Absence.MostDays)
        {
            return Outcome.Refuse("Note a year at most. For somebody who leaves, hand their customers and requests over instead.", nameof(facts.LastDay));
        }

        if (facts.StandInId == userId)
        {
            return Outcome.Refuse("Somebody else has to stand in.", nameof(facts.StandInId));
        }

        if (facts.StandInId is { } standIn && !await db.Users.WhoCanSignIn().AnyAsync(user => user.Id == standIn, ct))
        {
            return Outcome.Refuse("Choose somebody who can sign in.", nameof(facts.StandInId));
        }

        if (!await db.Users.AnyAsync(user => user.Id == userId && user.DeactivatedAt == null, ct))
        {
            return Outcome.Refuse("Choose somebody who can sign in.", nameof(facts.UserId));
        }

        var except = present?.Id;
        return await db.Absences.AnyAsync(other => other.UserId == userId && other.Id != except && other.FirstDay <= facts.LastDay && other.LastDay >= facts.FirstDay, ct)
            ? Outcome.Refuse("Some of these days are noted already. Change that absence instead.", nameof(facts.FirstDay))
            : null;
    }

    private async Task RecordAsync(Absence absence, string verb, string words, Viewer by, CancellationToken ct)
    {
        var standIn = absence.StandInId is { } id ? await db.Users.Where(user => user.Id == id).Select(user => user.Name).FirstAsync(ct) : "nobody";
        history.Record(by, SubjectKind.User, absence.UserId, verb, $"{words} {absence.FirstDay:yyyy-MM-dd} to {absence.LastDay:yyyy-MM-dd}, {standIn} stands in");
    }

    private Task<Outcome> OnAsync(Guid id, int? version, Viewer by, Func<Absence, CancellationToken, Task<Outcome>> command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        var all = MayNoteForOthers(by);
        return db.WriteAsync(
            async stop =>
            {
                var absence = await db.Absences.SingleOrDefaultAsync(row => row.Id == id && (all || row.UserId == by.UserId), stop) ?? throw new MissingException("absence");
                if (version is { } shown && shown != absence.Version)
                {
                    throw new StaleVersionException("absence");
                }

                var outcome = await command(absence, stop);
                if (outcome.IsDone)
                {
                    await db.SaveChangesAsync(stop);
                }

                return outcome;
            },
            ct);
    }
}
