using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Usage;

/// <summary>Drafts of the policies, tried out and put in force.</summary>
public sealed class EditionService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Most drafts at a time.</summary>
    public const int MostDrafts = 20;

    /// <summary>A draft with a copy of every policy of another edition, the one in force when none is named. Answers its key.</summary>
    public async Task<Outcome<Guid>> DraftAsync(string name, Guid? like, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome<Guid>>(
            async token =>
            {
                if (PlainSight.IsEmpty(name) || name.Trim().Length > PolicyEdition.NameLength)
                {
                    return Outcome<Guid>.Refuse($"Give it a name of at most {PolicyEdition.NameLength} characters.", "Name");
                }

                if (await db.PolicyEditions.CountAsync(edition => edition.StartsOn == null, token) >= MostDrafts)
                {
                    return Outcome<Guid>.Refuse($"There are {MostDrafts} drafts already. Delete one that is no longer needed.");
                }

                var now = clock.UtcNow();
                var source = like is { } id ? await db.EditionAsync(id, token) : await db.EditionInForceAsync(now, token);
                var number = await db.PolicyEditions.MaxAsync(edition => edition.Number, token) + 1;
                var draft = new PolicyEdition(ids.Next(), number, name, now, by.ActorId, by.Name);
                draft.HoldBackLike(source);
                db.PolicyEditions.Add(draft);
                foreach (var policy in await db.UsagePolicies.AsNoTracking().Where(policy => policy.EditionId == source.Id).ToListAsync(token))
                {
                    db.UsagePolicies.Add(policy.CopyTo(draft.Id, ids.Next()));
                }

                history.Record(by, SubjectKind.Settings, draft.Id, "drafted-policies", $"Drafted version {number.ToString(CultureInfo.InvariantCulture)} of the policies: {draft.Name}");
                await db.SaveChangesAsync(token);
                return draft.Id;
            },
            ct);
    }

    /// <summary>Keeps a share of each limit per customer for deals above an amount in the program's currency of now.</summary>
    public Task<Outcome> HoldBackAsync(Guid id, int percent, decimal above, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, version, by, (edition, moment) =>
    {
        if (moment.Editions.StateOf(edition) == EditionState.Past)
        {
            return Outcome.Refuse("This version is no longer in force; what it refused has to stay explained.");
        }

        if (percent is < 0 or > 100)
        {
            return Outcome.Refuse("The share is a number from 0 to 100.", "Percent");
        }

        if (above is < 0 or >= PolicyEdition.MostAmount)
        {
            return Outcome.Refuse("The amount is 0 or more.", "Above");
        }

        var before = Held(edition, moment.Currency);
        edition.HoldBack(percent, above, moment.Currency);
        var after = Held(edition, moment.Currency);
        history.Record(by, SubjectKind.Settings, id, "changed-held-back", after, new FieldChange("Held back", before, after));
        return Outcome.Done;
    }, ct);

    /// <summary>Puts a draft in force from a day on.</summary>
    public Task<Outcome> StartAsync(Guid id, DateOnly on, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, version, by, (edition, moment) =>
    {
        var all = moment.Editions;
        if (on < all.Today || !Days.Holds(on))
        {
            return Outcome.Refuse("Policies start today or later: what was asked before was held to those of its day.", "StartsOn");
        }

        if (all.InForce is { StartsOn: { } since } inForce && on < since)
        {
            return Outcome.Refuse($"Version {inForce.Number.ToString(CultureInfo.InvariantCulture)} is in force since {LimitWords.Day(since)}: choose that day or a later one.", "StartsOn");
        }

        if (all.All.FirstOrDefault(other => other.Id != edition.Id && other.StartsOn == on) is { } same && (on > all.Today || same.Number > edition.Number))
        {
            var number = same.Number.ToString(CultureInfo.InvariantCulture);
            return Outcome.Refuse(
                on > all.Today ? $"Version {number} starts on that day already: call it off first, or choose another day."
                : $"Version {number} is newer and started today: choose a later day, or draft a new version from this one and start that.",
                "StartsOn");
        }

        edition.StartOn(on, all.Today, moment.Now);
        history.Record(by, SubjectKind.Settings, id, "started-policies", $"Version {edition.Number.ToString(CultureInfo.InvariantCulture)} of the policies starts on {LimitWords.Day(on)}");
        return Outcome.Done;
    }, ct);

    /// <summary>Makes a version that has not started yet a draft again.</summary>
    public Task<Outcome> CallOffAsync(Guid id, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, version, by, (edition, moment) =>
    {
        edition.CallOff(moment.Editions.Today);
        history.Record(by, SubjectKind.Settings, id, "called-off-policies", $"Version {edition.Number.ToString(CultureInfo.InvariantCulture)} of the policies is a draft again");
        return Outcome.Done;
    }, ct);

    /// <summary>Deletes a draft with its policies and what was tried with it.</summary>
    public async Task<Outcome> DeleteAsync(Guid id, int version, Viewer by, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome>(
            async token =>
            {
                var edition = await db.EditionAsync(id, token);
                if (edition.Version != version)
                {
                    throw new StaleVersionException("version of the policies");
                }

                if (!edition.IsDraft)
                {
                    return Outcome.Refuse("Only a draft is deleted; versions that were in force stay to explain what they refused.");
                }

                db.WhatIfRuns.RemoveRange(await db.WhatIfRuns.Where(run => run.EditionId == id).ToListAsync(token));
                db.UsagePolicies.RemoveRange(await db.UsagePolicies.Where(policy => policy.EditionId == id).ToListAsync(token));
                db.PolicyEditions.Remove(edition);
                history.Record(by, SubjectKind.Settings, id, "deleted-policies", $"Deleted draft {edition.Number.ToString(CultureInfo.InvariantCulture)} of the policies: {edition.Name}");
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private async Task<Outcome> ChangeAsync(Guid id, int version, Viewer by, Func<PolicyEdition, Moment, Outcome> change, CancellationToken ct)
    {
        by.MustHave(Right.SetLimits);
        return await db.WriteAsync<Outcome>(
            async token =>
            {
                var (edition, now) = (await db.EditionAsync(id, token), clock.UtcNow());
                if (edition.Version != version)
                {
                    throw new StaleVersionException("version of the policies");
                }

                var wasDraft = edition.IsDraft;
                var outcome = change(edition, new Moment(now, await db.EditionsAsync(now, token), await db.ProgramCurrencyAsync(token)));
                if (!outcome.IsDone)
                {
                    return outcome;
                }

                if (!wasDraft || !edition.IsDraft)
                {
                    (await db.PolicySets.SingleAsync(token)).Touch(now);
                }

                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            ct);
    }

    private static string Held(PolicyEdition edition, string currency) => edition.HeldBackPercent == 0
        ? "Nothing is kept for large deals"
        : string.Create(CultureInfo.InvariantCulture, $"{edition.HeldBackPercent} % of each limit per customer is kept for deals above {edition.HeldBackOver(currency)}");

    private sealed record Moment(DateTime Now, EditionCalendar Editions, string Currency);
}
