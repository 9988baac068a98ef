using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Consent;

/// <summary>A customer takes its consent back.</summary>
/// <param name="Scopes">From which scopes.</param>
/// <param name="On">The day it said so.</param>
/// <param name="Source">How we know: "e-mail of Dr. Brandner".</param>
/// <param name="Reason">Why, as far as it said.</param>
/// <param name="Mark">The list of what has to be pulled, as whoever confirms has seen it.</param>
public sealed record Withdrawal(IReadOnlyList<PermissionScope> Scopes, DateOnly On, string Source, string? Reason, string Mark)
{
    /// <summary>Longest source, in characters.</summary>
    public const int SourceLength = 150;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 250;
}

/// <summary>What was pulled, and how many follow-ups were written for the rest.</summary>
public sealed record WithdrawalResult(WithdrawalPlan Plan, int FollowUps);

/// <summary>
/// Withdraws consent in one transaction: the scopes become denied, content leaves library and shares, what is asked or planned is
/// taken back and its capacity returned, and each thing that stands outside of the product becomes somebody's follow-up.
/// </summary>
public sealed class ConsentWithdrawal(
    ReferenceHubDbContext db, TimeProvider clock, IIds ids, WithdrawalQueries plans, CandidateRecall recall, ReservationService reservations, EvidenceFiles files, SignedLinks links, HistoryLog history, Notices notices)
{
    /// <summary>Withdraws; refused when the list of what has to be pulled is no longer the one that was shown.</summary>
    public async Task<Outcome<WithdrawalResult>> WithdrawAsync(Guid customerId, Withdrawal withdrawal, Viewer by, CancellationToken ct, EvidenceUpload? upload = null)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        ArgumentNullException.ThrowIfNull(by);
        by.MustWithdrawFor(await db.Customers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == customerId, ct) ?? throw new MissingException("customer"));
        if (await RefusalAsync(withdrawal, ct) is { } no)
        {
            return no;
        }

        var kept = upload is null ? null : await files.KeepAsync(upload, ct);
        if (kept is { IsDone: false })
        {
            return Outcome<WithdrawalResult>.Refuse(kept.Refusal!, kept.Field);
        }

        return await db.WriteAsync<Outcome<WithdrawalResult>>(
            async stop =>
            {
                if (by.Grant is { } grant && await links.UseAsync(grant.LinkId, LinkPurpose.ContactWithdrawal, stop) is { } dead)
                {
                    return Outcome<WithdrawalResult>.Refuse(dead.Refusal!);
                }

                // First of all, so that no use is reserved between reading what is open and denying it.
                await db.HoldLedgerAsync(customerId, stop);
                // Follow-ups go to those who know the deals and requests; whoever withdraws need not.
                var plan = await plans.PlanAsync(customerId, withdrawal.Scopes, Viewer.Product, stop);
                if (plan.Scopes.Count == 0)
                {
                    return Outcome<WithdrawalResult>.Refuse("This consent is withdrawn already.");
                }

                if (plan.Mark != withdrawal.Mark)
                {
                    return Outcome<WithdrawalResult>.Refuse("The list changed since you opened it. Look at what has to be pulled now, then confirm again.");
                }

                var now = clock.UtcNow();
                var customer = await db.Customers.Include(row => row.Permissions).Include(row => row.Assets).AsSplitQuery().SingleAsync(row => row.Id == customerId, stop);
                var file = kept?.Value is { } evidence ? files.Attach(evidence, customerId, by) : null;
                var changes = Deny(customer, plan, withdrawal, file?.Id, by, now);
                Pull(customer, plan, withdrawal, now);
                await recall.WithdrawAsync(plan.Asks, "Consent withdrawn", by, stop);
                foreach (var use in plan.Uses)
                {
                    await reservations.ReleaseAsync(use.UseId, by, stop);
                }

                var tasks = new PullTasks(db, ids, await PullDesk.OpenAsync(db, by, stop), plan, customer.OwnerId, by, now, await db.ProgramZoneAsync(stop));
                tasks.WriteAll();
                history.Record(by, SubjectKind.Customer, customerId, "consent-withdrawn", Summary(plan, tasks.Count), changes);
                await TellAsync(plan, customer, tasks, by, stop);
                await db.SaveChangesAsync(stop);
                return new WithdrawalResult(plan, tasks.Count);
            },
            ct);
    }

    private async Task<Outcome<WithdrawalResult>?> RefusalAsync(Withdrawal withdrawal, CancellationToken ct) => withdrawal switch
    {
        { Scopes.Count: 0 } => Outcome<WithdrawalResult>.Refuse("Choose what the consent is withdrawn from.", nameof(Withdrawal.Scopes)),
        { Source: var source } when string.IsNullOrWhiteSpace(source) => Outcome<WithdrawalResult>.Refuse("Say how the customer told us: a mail, a call, a letter.", nameof(Withdrawal.Source)),
        { On: var on } when on > await db.ProgramDayAsync(clock.UtcNow(), ct) => Outcome<WithdrawalResult>.Refuse("A day in the future can't have been.", nameof(Withdrawal.On)),
        _ => null,
    };

    private List<FieldChange> Deny(Customer customer, WithdrawalPlan plan, Withdrawal withdrawal, Guid? fileId, Viewer by, DateTime now)
    {
        var words = $"Withdrawn on {withdrawal.On.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}, {withdrawal.Source.Trim()}{(string.IsNullOrWhiteSpace(withdrawal.Reason) ? "" : $": {withdrawal.Reason.Trim()}")}";
        var changes = new List<FieldChange>();
        foreach (var scope in plan.Scopes)
        {
            var permission = customer.Permissions.Find(row => row.Scope == scope);
            if (permission is null)
            {
                permission = new Permission(ids.Next(), customer.Id, scope);
                db.Permissions.Add(permission);
            }

            changes.Add(new FieldChange($"Permission, {scope.InWords()}", permission.Status.ToString().ToLowerInvariant(), "denied"));
            permission.Answer(new PermissionAnswer(PermissionStatus.Denied, null, words, [], [], fileId), by.ActorId, now);
        }

        return [.. changes, new FieldChange("Evidence", null, words, Secret: true)];
    }

    private static void Pull(Customer customer, WithdrawalPlan plan, Withdrawal withdrawal, DateTime now)
    {
        var pulled = plan.Assets.Select(asset => asset.AssetId).ToHashSet();
        foreach (var asset in customer.Assets.Where(asset => pulled.Contains(asset.Id)))
        {
            asset.Withdraw($"The customer withdrew its consent on {withdrawal.On.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}.", now);
        }

        if (plan.LeavesRfpList)
        {
            customer.ListForRfps(false);
        }
    }

    // The owner and the program learn which customer it is; whoever else has something to do reads it in their follow-ups, as far as they may.
    private async Task TellAsync(WithdrawalPlan plan, Customer customer, PullTasks tasks, Viewer by, CancellationToken ct)
    {
        var running = Rights.BearersOf(Right.RunProgram);
        var inside = await db.Users.WhoCanSignIn().Where(user => (user.Roles & running) != 0 || user.Id == customer.OwnerId).Select(user => user.Id).ToListAsync(ct);
        var others = tasks.Assignees.Except(inside).Except(db.ChangeTracker.Entries<Notification>().Select(entry => entry.Entity.UserId)).ToList();
        await notices.TellAsync(inside, MessageKinds.ConsentWithdrawn, $"{plan.CustomerName} withdrew its consent", $"{Summary(plan, tasks.Count)}.", $"/references/{customer.Id}", by.ActorId, ct);
        await notices.TellAsync(others, MessageKinds.ConsentWithdrawn, "A customer withdrew its consent: there is something for you to do", null, "/today", by.ActorId, ct);
    }

    private static string Summary(WithdrawalPlan plan, int followUps)
    {
        var what = plan.Scopes.Count == Enum.GetValues<PermissionScope>().Length ? "all uses" : string.Join(", ", plan.Scopes.Select(scope => scope.InWords()));
        return string.Create(CultureInfo.InvariantCulture, $"Withdrew consent for {what}: {plan.Assets.Count} of content, {plan.Asks.Count + plan.Uses.Count} asks and uses taken back, {followUps} follow-ups");
    }
}
