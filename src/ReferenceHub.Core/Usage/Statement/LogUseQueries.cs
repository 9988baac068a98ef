using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>What the form to log a use offers: the customer, its contacts, the activities.</summary>
public sealed record LogUseChoices(Guid CustomerId, string CustomerName, DateOnly Today, IReadOnlyList<(Guid Id, string Name)> Contacts, IReadOnlyList<(string Key, string Name)> Activities);

/// <summary>A customer that a use can be logged of.</summary>
public sealed record LoggableCustomer(Guid Id, string Name, string? City);

/// <summary>Reads for logging a use, for those who may: the account owner, program and marketing.</summary>
public sealed class LogUseQueries(ReferenceHubDbContext db, UsageQueries usages, ActivityTypeQueries types, TimeProvider clock)
{
    /// <summary>Customers offered at once.</summary>
    public const int MostFound = 20;

    /// <summary>What there is to choose from for one customer.</summary>
    public async Task<LogUseChoices> ChoicesAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        var customer = await LoggableAsync(customerId, viewer, ct);
        return new LogUseChoices(
            customerId, customer.Name, await db.ProgramDayAsync(clock.UtcNow(), ct),
            [.. customer.Contacts.Where(contact => contact.LeftAt is null).OrderBy(contact => contact.Name, StringComparer.Ordinal).Select(contact => (contact.Id, contact.Name))],
            [.. (await types.AllAsync(ct)).Select(type => (type.Key, type.Name))]);
    }

    /// <summary>What logging would do to the limits; null when the activity is none.</summary>
    public async Task<UseOutlook?> OutlookAsync(LogUse log, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(log);
        var customer = await LoggableAsync(log.CustomerId, viewer, ct);
        if ((await types.AllAsync(ct)).FirstOrDefault(type => type.Key == log.ActivityKey) is not { } type)
        {
            return null;
        }

        var known = customer.Contacts.Exists(contact => contact.Id == log.ContactId) ? log : log with { ContactId = null };
        return UseOutlooks.Of(
            type, known, await usages.SubjectOfAsync(customer, ct), await usages.CustomerAsync(customer.Id, ct), await usages.PoliciesAsync(customer.Id, ct),
            await db.ProgramDayAsync(clock.UtcNow(), ct), await db.DealAmountAsync(log.SourceId, viewer, ct));
    }

    /// <summary>Whether there is any customer that the viewer may log a use of.</summary>
    public Task<bool> MayLogAsync(Viewer viewer, CancellationToken ct) => db.Customers.Present().EditableBy(viewer).AnyAsync(ct);

    /// <summary>Customers of these words that the viewer may log a use of, by name.</summary>
    public async Task<IReadOnlyList<LoggableCustomer>> FindAsync(string? words, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return await db.Customers.AsNoTracking().Present().EditableBy(viewer).Called(words, viewer, db, clock.UtcNow())
            .OrderBy(customer => customer.NameKey).Take(MostFound)
            .Select(customer => new LoggableCustomer(customer.Id, customer.Name, customer.City)).ToListAsync(ct);
    }

    private async Task<Customer> LoggableAsync(Guid customerId, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var customer = await usages.CustomerRecordAsync(customerId, ct);
        return viewer.MayEdit(customer) ? customer : throw new ForbiddenException("Only the account owner and the program log uses of a customer.");
    }
}
