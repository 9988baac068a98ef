using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Recruiting;

/// <summary>A customer that would make a new reference.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Health">Health score, 0 to 100.</param>
/// <param name="Nps">Net promoter score given.</param>
/// <param name="CustomerSince">Since when it is a customer.</param>
public sealed record Lead(Guid CustomerId, string Name, string? Industry, string? Owner, int Health, int? Nps, DateOnly CustomerSince);

/// <summary>A page of leads, and the health from which customers are leads.</summary>
public sealed record LeadPage(IReadOnlyList<Lead> Rows, int Total, int Page, int MinHealth, DateOnly Today)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 25;
}

/// <summary>
/// Finds customers to recruit: candidates in good health, customers for six months, without an open escalation, whom nobody has
/// asked, nominated or put off in the last six months.
/// </summary>
public sealed class LeadQueries(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>Months a company has been a customer before it is a lead.</summary>
    public const int CustomerForMonths = 6;

    /// <summary>Months a lead stays away that was put off.</summary>
    public const int PutOffMonths = 6;

    /// <summary>One page, the healthiest first, for who decides on nominations.</summary>
    public async Task<LeadPage> PageAsync(int page, Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.DecideNominations);
        var now = clock.UtcNow();
        var today = await db.ProgramDayAsync(now, ct);
        var health = await MinHealthAsync(ct);
        var leads = Leads(health, today, now);
        var total = await leads.CountAsync(ct);
        var shown = Paging.Within(page, total, LeadPage.Size);
        var rows = await leads.OrderByDescending(customer => customer.Health).ThenByDescending(customer => customer.Nps).ThenBy(customer => customer.NameKey)
            .Skip((shown - 1) * LeadPage.Size).Take(LeadPage.Size)
            .Select(customer => new Lead(customer.Id, customer.Name, customer.Industry!.Name, customer.Owner!.Name, customer.Health!.Value, customer.Nps, customer.CustomerSince!.Value))
            .ToListAsync(ct);
        return new LeadPage(rows, total, shown, health, today);
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken ct)
    {
        viewer.MustHave(Right.DecideNominations);
        var now = clock.UtcNow();
        return await Leads(await MinHealthAsync(ct), await db.ProgramDayAsync(now, ct), now).CountAsync(ct);
    }

    /// <summary>The customer, when it is a lead now.</summary>
    internal async Task<Customer?> FindAsync(Guid customerId, CancellationToken ct)
    {
        var now = clock.UtcNow();
        return await Leads(await MinHealthAsync(ct), await db.ProgramDayAsync(now, ct), now).SingleOrDefaultAsync(customer => customer.Id == customerId, ct);
    }

    private async Task<int> MinHealthAsync(CancellationToken ct) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.Id == Organisation.OnlyId).Select(organisation => (int?)organisation.LeadHealth).SingleOrDefaultAsync(ct)
            ?? Organisation.UsualLeadHealth;

    private IQueryable<Customer> Leads(int health, DateOnly today, DateTime now)
    {
        var since = today.AddMonths(-CustomerForMonths);
        var putOff = now.AddMonths(-PutOffMonths);
        return db.Customers.Present()
            .Where(customer => customer.Status == ReferenceStatus.Candidate && customer.Health >= health && customer.OpenEscalations == 0 && customer.CustomerSince <= since)
            .Where(customer => !db.Nominations.Any(nomination => (nomination.CustomerId == customer.Id || nomination.NameKey == customer.NameKey)
                && (nomination.State != NominationState.Refused || nomination.DecidedAt > putOff)))
            .Where(customer => !db.Candidates.Any(candidate => candidate.CustomerId == customer.Id && candidate.State != CandidateState.Proposed))
            .Where(customer => !db.LedgerEntries.Any(entry => entry.CustomerId == customer.Id));
    }
}
