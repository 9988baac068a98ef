using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Import.Values;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>A customer as rows of files name it.</summary>
internal sealed record KnownCustomer(Guid Id, string Name, string NameKey, string? ExternalId, string? Domain, bool Archived, Guid? MergedIntoId);

/// <summary>A customer whose name is near that of a row, and why it is thought to be the same.</summary>
public sealed record NearCustomer(Guid Id, string Name, string Why);

/// <summary>The customers of the program, found by CRM id, web domain and folded name; and those that are near.</summary>
internal sealed class CustomerBook
{
    private const int MostCompared = 500;
    private const int End = 4;
    private readonly Dictionary<Guid, KnownCustomer> all;
    private readonly ILookup<string, KnownCustomer> byId;
    private readonly ILookup<string, KnownCustomer> byName;
    private readonly ILookup<string, KnownCustomer> byDomain;
    private readonly Lazy<Dictionary<string, List<(string Core, KnownCustomer Customer)>>> byEnds;
    private readonly Lazy<ILookup<string, KnownCustomer>> byRoot;

    public CustomerBook(IReadOnlyCollection<KnownCustomer> customers)
    {
        all = customers.ToDictionary(customer => customer.Id);
        byId = customers.Where(customer => customer.ExternalId is not null).ToLookup(customer => customer.ExternalId!, StringComparer.Ordinal);
        byName = customers.ToLookup(customer => customer.NameKey, StringComparer.Ordinal);
        byDomain = customers.Where(customer => customer.Domain is not null).ToLookup(customer => customer.Domain!, StringComparer.Ordinal);
        byRoot = new(() => customers.Where(customer => RootOf(customer.Domain) is not null).ToLookup(customer => RootOf(customer.Domain)!, StringComparer.Ordinal));
        byEnds = new(() => EndsOf(customers));
    }

    /// <summary>Reads it as it stands.</summary>
    public static async Task<CustomerBook> LoadAsync(ReferenceHubDbContext db, CancellationToken ct) => new(await db.Customers.AsNoTracking()
        .Select(customer => new KnownCustomer(
            customer.Id, customer.Name, customer.NameKey, customer.ExternalId, customer.WebDomain, customer.ArchivedAt != null, customer.MergedIntoId))
        .ToListAsync(ct));

    /// <summary>The customer of this key, wherever it was merged into; null when there is none.</summary>
    public KnownCustomer? Of(Guid id)
    {
        var customer = all.GetValueOrDefault(id);
        for (var steps = 0; customer?.MergedIntoId is { } next && steps < 20; steps++)
        {
            customer = all.GetValueOrDefault(next);
        }

        return customer;
    }

    /// <summary>Whether a customer goes by this name.</summary>
    public bool Has(string name) => byName.Contains(KeyOf(name));

    /// <summary>The one customer that somebody typed: its CRM id or its name.</summary>
    public KnownCustomer? Typed(string text) => Find(text, null, null).Match ?? Find(null, null, text).Match;

    /// <summary>
    /// The customer that a row means, or why that cannot be told. The same name under another CRM id is another company; the
    /// same website under quite another name is not taken for granted.
    /// </summary>
    public (KnownCustomer? Match, string? Doubt) Find(string? externalId, string? domain, string? name)
    {
        if (externalId is not null && Present(byId[externalId]) is { Count: > 0 } same)
        {
            return same.Count == 1 ? Sure(same[0]) : (null, $"{same.Count} customers here have this CRM id. Correct them first.");
        }

        if (name is not null && Present(byName[KeyOf(name)].Where(customer => externalId is null || customer.ExternalId is null)) is { Count: > 0 } named)
        {
            var there = named.Count > 1 && domain is not null ? named.FindAll(customer => customer.Domain == domain) : named;
            return there.Count == 1 || named.Count == 1
                ? Sure(there.Count == 1 ? there[0] : named[0])
                : (null, $"{named.Count} customers here have this name. Give the CRM id in the file.");
        }

        if (domain is not null && Present(byDomain[domain].Where(customer => externalId is null || customer.ExternalId is null)) is { Count: > 0 } sited)
        {
            var alike = name is null ? sited : sited.FindAll(customer => AreNear(CompanyCore.Of(name), CompanyCore.Of(customer.Name)));
            return alike.Count == 1 ? Sure(alike[0])
                : name is null ? (null, $"{sited.Count} customers here have this website. Give the name or the CRM id in the file.")
                : (null, null);
        }

        return (null, null);
    }

    /// <summary>Customers that a name or website not found may mean, the nearest first.</summary>
    public IReadOnlyList<NearCustomer> Near(string name, string? domain, string? externalId)
    {
        var core = CompanyCore.Of(name);
        var near = new Dictionary<Guid, (KnownCustomer Customer, int Distance, string Why)>();
        foreach (var (other, customer) in EndsOf(core).SelectMany(end => byEnds.Value.GetValueOrDefault(end) ?? []).Take(MostCompared))
        {
            if (MayBe(customer) && DistanceOf(core, other) is { } distance)
            {
                near.TryAdd(customer.Id, (customer, distance, distance == 0 ? "same but for the legal form" : "similar name"));
            }
        }

        foreach (var customer in RootOf(domain) is { } root ? Present(byRoot.Value[root]).Where(MayBe) : [])
        {
            near.TryAdd(customer.Id, (customer, 9, $"same website {customer.Domain}"));
        }

        return [.. near.Values.OrderBy(one => one.Distance).ThenBy(one => one.Customer.NameKey, StringComparer.Ordinal).Take(5).Select(one => new NearCustomer(one.Customer.Id, one.Customer.Name, one.Why))];

        bool MayBe(KnownCustomer customer) => externalId is null || customer.ExternalId is null;
    }

    private static string KeyOf(string name) => TextKey.Of(name, Customer.NameLength * 2);

    private static (KnownCustomer?, string?) Sure(KnownCustomer customer) =>
        customer.Archived ? (null, $"“{customer.Name}” is archived. Restore it first, or leave it out of the file.") : (customer, null);

    // Merged records stand for the one they became part of; of the archived ones the present are preferred.
    private List<KnownCustomer> Present(IEnumerable<KnownCustomer> customers)
    {
        var found = customers.Select(customer => Of(customer.Id)).OfType<KnownCustomer>().Distinct().ToList();
        return found.Exists(customer => !customer.Archived) ? found.FindAll(customer => !customer.Archived) : found;
    }

    private static bool AreNear(string core, string other) => DistanceOf(core, other) is not null;

    private static int? DistanceOf(string core, string other) =>
        core == other ? 0
        : CompanyCore.FiguresOf(core) == CompanyCore.FiguresOf(other) ? TextDistance.Between(core, other, TextDistance.Tolerated(Math.Min(core.Length, other.Length)))
        : null;

    private static Dictionary<string, List<(string Core, KnownCustomer Customer)>> EndsOf(IEnumerable<KnownCustomer> customers)
    {
        var found = new Dictionary<string, List<(string Core, KnownCustomer Customer)>>(StringComparer.Ordinal);
        foreach (var customer in customers.Where(customer => customer is { Archived: false, MergedIntoId: null }))
        {
            var core = CompanyCore.Of(customer.Name);
            foreach (var end in EndsOf(core))
            {
                ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(found, end, out _);
                (bucket ??= []).Add((core, customer));
            }
        }

        return found;
    }

    // A near name begins or ends alike; the figures in it are the same.
    private static IEnumerable<string> EndsOf(string core)
    {
        if (core.Length > 0)
        {
            var figures = CompanyCore.FiguresOf(core);
            var length = Math.Min(End, core.Length);
            yield return $"{figures}^{core[..length]}";
            yield return $"{figures}${core[^length..]}";
        }
    }

    // "alpenbank" of alpenbank.example and of mail.alpenbank.co.example; too short ones say nothing.
    private static string? RootOf(string? domain)
    {
        var labels = domain?.Split('.');
        return labels is null or { Length: < 2 } ? null : labels[^2] is { Length: > 3 } root ? root : labels.Length > 2 && labels[^3].Length > 3 ? labels[^3] : null;
    }
}
