using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Consent;

/// <summary>A contact withdraws the consent of their company behind their link: the same deed as in the product, on behalf of the contact.</summary>
public sealed class ContactWithdrawals(ReferenceHubDbContext db, TimeProvider clock, WithdrawalQueries plans, ConsentWithdrawal withdrawals)
{
    /// <summary>What follows from withdrawing these scopes.</summary>
    public Task<WithdrawalPlan> PlanAsync(ContactPage page, IReadOnlyCollection<PermissionScope> scopes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        return plans.PlanAsync(page.Customer.Id, scopes, page.Viewer, ct);
    }

    /// <summary>Withdraws; refused when what follows is no longer what was shown, or the link was used up meanwhile.</summary>
    public async Task<Outcome<WithdrawalResult>> WithdrawAsync(ContactPage page, IReadOnlyList<PermissionScope> scopes, string? reason, string? mark, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        return await withdrawals.WithdrawAsync(page.Customer.Id, new Withdrawal(scopes, today, Guard.Cut(page.Source, Withdrawal.SourceLength), reason, mark ?? ""), page.Viewer, ct);
    }
}
