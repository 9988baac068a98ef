using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>A page of a customer's history, the latest first.</summary>
public sealed record CustomerHistory(IReadOnlyList<HistoryEvent> Lines, int Total, int Page)
{
    /// <summary>Lines a page.</summary>
    public const int Size = 50;
}

/// <summary>Who changed what of a customer, for those who see its secrets.</summary>
public sealed class CustomerHistoryQueries(ReferenceHubDbContext db)
{
    /// <summary>One page of it; 404 and 403 as for the record itself.</summary>
    public async Task<CustomerHistory> ReadAsync(Guid customerId, int page, Viewer viewer, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer");
        if (!viewer.MaySeeSecretsOf(customer))
        {
            throw new ForbiddenException("The history of a customer is for its owner, marketing and the program manager.");
        }

        var lines = db.HistoryEvents.AsNoTracking().Where(line => line.Subject == SubjectKind.Customer && line.SubjectId == customerId);
        var total = await lines.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + CustomerHistory.Size - 1) / CustomerHistory.Size));
        return new CustomerHistory(
            await lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Skip((shown - 1) * CustomerHistory.Size).Take(CustomerHistory.Size).ToListAsync(ct),
            total,
            shown);
    }
}
