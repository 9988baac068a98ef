using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Which lines of a history to show: of one field, of one kind of deed, by one person.</summary>
public sealed record HistoryFilter(string? Field = null, string? Kind = null, string? Person = null, int Page = 1)
{
    /// <summary>Whether it leaves anything out.</summary>
    public bool IsSet => Field is not null || Kind is not null || Person is not null;
}

/// <summary>A page of a customer's history, the latest first, with what it can be narrowed to.</summary>
public sealed record CustomerHistory(IReadOnlyList<HistoryEvent> Lines, int Total, int Page, HistoryFilter Filter, IReadOnlyList<string> Kinds, IReadOnlyList<string> People)
{
    /// <summary>Lines a page.</summary>
    public const int Size = 50;
}

/// <summary>Who changed what of a customer, for those who see its secrets.</summary>
public sealed class CustomerHistoryQueries(ReferenceHubDbContext db)
{
    /// <summary>One page of it; 404 and 403 as for the record itself.</summary>
    public async Task<CustomerHistory> ReadAsync(Guid customerId, HistoryFilter filter, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(customer => customer.Id == customerId, ct) ?? throw new MissingException("customer");
        if (!viewer.MaySeeSecretsOf(customer))
        {
            throw new ForbiddenException("The history of a customer is for its owner, marketing and the program manager.");
        }

        // The history of records that became part of this one is its own.
        var all = db.HistoryEvents.AsNoTracking().Where(line => line.Subject == SubjectKind.Customer
            && (line.SubjectId == customerId || db.Customers.Any(merged => merged.MergedIntoId == customerId && merged.Id == line.SubjectId)));
        var kinds = await all.Select(line => line.Verb).Distinct().ToListAsync(ct);
        var people = await all.Select(line => line.ActorName).Distinct().ToListAsync(ct);
        var (lines, total, page) = await PageAsync(Narrow(all, filter), filter, ct);
        return new CustomerHistory(
            lines, total, page, filter,
            [.. kinds.Order(StringComparer.Ordinal)],
            [.. people.Order(StringComparer.OrdinalIgnoreCase)]);
    }

    private static IQueryable<HistoryEvent> Narrow(IQueryable<HistoryEvent> lines, HistoryFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            lines = lines.Where(line => line.Verb == kind);
        }

        if (filter.Person is { } person)
        {
            lines = lines.Where(line => line.ActorName == person);
        }

        return lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id);
    }

    // Changes are kept as text, so that of one field is looked for among the lines of this customer alone.
    private static async Task<(IReadOnlyList<HistoryEvent> Lines, int Total, int Page)> PageAsync(IQueryable<HistoryEvent> lines, HistoryFilter filter, CancellationToken ct)
    {
        if (filter.Field is not { } field)
        {
            var total = await lines.CountAsync(ct);
            var page = Paging.Within(filter.Page, total, CustomerHistory.Size);
            return (await lines.Skip((page - 1) * CustomerHistory.Size).Take(CustomerHistory.Size).ToListAsync(ct), total, page);
        }

        var found = new List<HistoryEvent>();
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (line.Changes.Exists(change => change.Field == field && change.Before != change.After))
            {
                found.Add(line);
            }
        }

        var shown = Paging.Within(filter.Page, found.Count, CustomerHistory.Size);
        return ([.. found.Skip((shown - 1) * CustomerHistory.Size).Take(CustomerHistory.Size)], found.Count, shown);
    }
}
