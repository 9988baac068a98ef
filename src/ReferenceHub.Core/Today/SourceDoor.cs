using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Today;

/// <summary>Who may note down something on a request or customer, and what it is called to whom.</summary>
public sealed class SourceDoor(ReferenceHubDbContext db, TimeProvider clock)
{
    /// <summary>404 unless the viewer sees the request, or the inside of the customer (own, or program and marketing).</summary>
    public async Task EnterAsync(SourceKind source, Guid id, Viewer viewer, CancellationToken ct)
    {
        if (!await MayEnterAsync(source, id, viewer, ct))
        {
            throw new MissingException(source == SourceKind.Request ? "request" : "customer");
        }
    }

    /// <summary>Whether the viewer may read and write notes there.</summary>
    public async Task<bool> MayEnterAsync(SourceKind source, Guid id, Viewer viewer, CancellationToken ct) => source switch
    {
        SourceKind.Request => await db.Requests.VisibleTo(viewer, db).AnyAsync(request => request.Id == id, ct),
        SourceKind.Customer => await db.Customers.AnyAsync(customer => customer.Id == id, ct)
            && (viewer.Can(Right.SeeCustomerSecrets) || await db.Customers.AnyAsync(customer => customer.Id == id && customer.OwnerId == viewer.UserId, ct)),
        _ => false,
    };

    /// <summary>What the sources are called to this viewer; those out of sight are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, SourceName>> NamesAsync(IReadOnlyCollection<FollowUp> followUps, Viewer viewer, CancellationToken ct)
    {
        var names = new Dictionary<Guid, SourceName>();
        var requestIds = Ids(followUps, SourceKind.Request);
        if (requestIds.Count > 0)
        {
            var rows = await db.Requests.AsNoTracking().VisibleTo(viewer, db).Where(request => requestIds.Contains(request.Id))
                .Select(request => new { request.Id, request.Number, Prospect = request.ProspectName ?? request.Opportunity!.AccountName ?? request.Opportunity.Name })
                .ToListAsync(ct);
            rows.ForEach(row => names[row.Id] = new SourceName(SourceKind.Request, $"#{row.Number} {row.Prospect}".TrimEnd(), $"/requests/{row.Number}"));
        }

        var customerIds = Ids(followUps, SourceKind.Customer);
        if (customerIds.Count > 0)
        {
            var rows = await db.Customers.AsNoTracking().NamedFor(viewer, db, clock.UtcNow()).Where(customer => customerIds.Contains(customer.Id))
                .Select(customer => new { customer.Id, customer.Name })
                .ToListAsync(ct);
            rows.ForEach(row => names[row.Id] = new SourceName(SourceKind.Customer, row.Name, $"/references/{row.Id}"));
        }

        return names;
    }

    private static List<Guid> Ids(IEnumerable<FollowUp> followUps, SourceKind source) =>
        [.. followUps.Where(followUp => followUp.Source == source).Select(followUp => followUp.SourceId).Distinct()];
}

/// <summary>A source as shown: its name and its page's path.</summary>
public sealed record SourceName(SourceKind Kind, string Name, string Path);
