using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Export.Lists;

/// <summary>What belongs to the references that a search finds: contacts, product uses, permissions and past uses. Each row names its customer.</summary>
public sealed class PartExports(ReferenceHubDbContext db, MatchQueries matches, ActivityTypeQueries activities)
{
    private static readonly ExportColumn[] Whose = [new("Customer", 36), new("Customer's CRM id")];

    /// <summary>People there, with how to reach them.</summary>
    public async Task<ExportTable> ContactsAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var terms = await TermBook.ReadAsync(db, ct);
        var table = await TableAsync(
            "Contacts",
            [
                new("Name", 24), new("CRM id"), new("Job title", 24), new("E-mail", 30), new("Phone", 18), new("Languages", 18), new("Time zone", 18), new("Willing to do", 36), new("Speaks best about", 30),
                new("Minutes a quarter", 12), new("Wishes", 30), new("Paused until", 12), new("Has left the company", 12),
            ],
            db.Contacts, contact => contact.CustomerId, contact => contact.Name,
            contact =>
            [
                contact.Name, contact.ExternalId, contact.JobTitle, contact.Email, contact.Phone, ExportCell.Several(contact.Languages.Select(terms.Language)), contact.ZoneId,
                ExportCell.Several(contact.Willing.Select(Words)), ExportCell.Several(contact.Topics.Select(terms.UseCase)), contact.MinutesPerQuarter, contact.Wishes, contact.PausedUntil, contact.LeftAt is not null,
            ],
            ask, viewer, ct);
        return table with { RevealsContacts = true };
    }

    /// <summary>Products they run.</summary>
    public async Task<ExportTable> ProductUsesAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var terms = await TermBook.ReadAsync(db, ct);
        return await TableAsync(
            "Product uses",
            [new("Product", 20), new("Edition", 20), new("Runs on", 24), new("Live since", 12), new("Replaced", 24)],
            db.ProductUses, use => use.CustomerId, use => terms.Name(use.ProductId) ?? "",
            use => [terms.Name(use.ProductId), use.Edition, use.Deployment, use.LiveSince, use.Replaced],
            ask, viewer, ct);
    }

    /// <summary>What they have agreed to.</summary>
    public async Task<ExportTable> PermissionsAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var terms = await TermBook.ReadAsync(db, ct);
        return await TableAsync(
            "Permissions",
            [new("For what"), new("Answer", 12), new("Valid until", 12), new("Evidence", 40), new("Regions", 24), new("Channels", 30)],
            db.Permissions, permission => permission.CustomerId, permission => ((int)permission.Scope).ToString("00", System.Globalization.CultureInfo.InvariantCulture),
            permission =>
            [
                Words(permission.Scope), permission.Status.ToString(), permission.ValidUntil, permission.Evidence,
                ExportCell.Several(permission.Regions.Select(terms.Region)), ExportCell.Several(permission.Channels.Select(channel => channel.ToString())),
            ],
            ask, viewer, ct);
    }

    /// <summary>Uses that took place, whatever they came from.</summary>
    public async Task<ExportTable> PastUsesAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        var types = (await activities.AllAsync(ct)).ToDictionary(type => type.Key, type => type.Name, StringComparer.Ordinal);
        var customers = await FoundAsync(ask, viewer, ct);
        var total = await Chunks.CountAsync(customers, ids => Uses(ids, viewer).CountAsync(ct));
        return new ExportTable(
            "Past uses",
            [.. Whose, new("Activity type"), new("Used on", 12), new("Contact", 30), new("Minutes", 10), new("What it was", 40), new("CRM id", 38)],
            total,
            Chunks.Several(customers, ReadAsync, ct));

        async Task<IEnumerable<ExportCell[]>> ReadAsync(Guid[] ids, CancellationToken ct)
        {
            var names = await NamesAsync(ids, viewer, ct);
            var uses = await Uses(ids, viewer).ToListAsync(ct);
            var contactIds = uses.Select(use => use.ContactId).OfType<Guid>().Distinct().ToArray();
            var contacts = await db.Contacts.AsNoTracking().Where(contact => EF.Parameter(contactIds).Contains(contact.Id)).ToDictionaryAsync(contact => contact.Id, contact => contact.Name, ct);
            var ofCustomer = uses.ToLookup(use => use.CustomerId);
            return ids.Where(names.ContainsKey).SelectMany(id => ofCustomer[id].OrderBy(use => use.On).ThenBy(use => use.Sequence).Select(use => (ExportCell[])
            [
                .. names[id], types.GetValueOrDefault(use.ActivityKey, use.ActivityKey), use.On, use.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
                use.Minutes, use.Note, use.UseId.ToString(),
            ]));
        }
    }

    private async Task<ExportTable> TableAsync<T>(
        string title, IReadOnlyList<ExportColumn> columns, IQueryable<T> parts, System.Linq.Expressions.Expression<Func<T, Guid>> customer, Func<T, string> order, Func<T, ExportCell[]> cells,
        CatalogAsk ask, Viewer viewer, CancellationToken ct)
        where T : class, ICatalogPart
    {
        var customers = await FoundAsync(ask, viewer, ct);
        var total = await Chunks.CountAsync(customers, ids => Of(ids).CountAsync(ct));
        return new ExportTable(title, [.. Whose, .. columns], total, Chunks.Several(customers, ReadAsync, ct));

        IQueryable<T> Of(Guid[] ids) =>
            parts.AsNoTracking().Join(db.Customers.Present().InsideFor(viewer).Where(one => EF.Parameter(ids).Contains(one.Id)), customer, one => one.Id, (part, _) => part);

        async Task<IEnumerable<ExportCell[]>> ReadAsync(Guid[] ids, CancellationToken ct)
        {
            var names = await NamesAsync(ids, viewer, ct);
            var rows = (await Of(ids).ToListAsync(ct)).ToLookup(part => part.CustomerId);
            return ids.Where(names.ContainsKey).SelectMany(id => rows[id].OrderBy(order, StringComparer.OrdinalIgnoreCase).Select(part => (ExportCell[])[.. names[id], .. cells(part)]));
        }
    }

    private async Task<List<Guid>> FoundAsync(CatalogAsk ask, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ExportRights.Must(ExportRights.OfParts(ask.Tab == MatchTab.Mine, viewer));
        return [.. (await matches.WalkAsync(ask with { Take = int.MaxValue }, viewer, ct)).Rows.Select(row => row.CustomerId)];
    }

    private Task<Dictionary<Guid, ExportCell[]>> NamesAsync(Guid[] ids, Viewer viewer, CancellationToken ct) =>
        db.Customers.AsNoTracking().Present().InsideFor(viewer).Where(customer => EF.Parameter(ids).Contains(customer.Id))
            .Select(customer => new { customer.Id, customer.Name, customer.ExternalId })
            .ToDictionaryAsync(customer => customer.Id, customer => new ExportCell[] { customer.Name, customer.ExternalId }, ct);

    // The last entry of a use says how it stands.
    private IQueryable<LedgerEntry> Uses(Guid[] ids, Viewer viewer) =>
        db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.State == UseState.Done && !db.LedgerEntries.Any(later => later.UseId == entry.UseId && later.CustomerId == entry.CustomerId && later.Sequence > entry.Sequence))
            .Join(db.Customers.Present().InsideFor(viewer).Where(one => EF.Parameter(ids).Contains(one.Id)), entry => entry.CustomerId, one => one.Id, (entry, _) => entry);

    private static string Words(PermissionScope scope)
    {
        var words = scope.InWords();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
