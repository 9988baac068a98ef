using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>A customer's own columns, as far as the catalog needs them.</summary>
internal sealed record CustomerRow(
    Guid Id,
    string Name,
    string? City,
    Guid? OwnerId,
    Tier Tier,
    ReferenceStatus Status,
    DateOnly? PausedUntil,
    int? Employees,
    DateTime? VerifiedAt,
    Guid? IndustryId,
    Guid? RegionId,
    DateOnly? RenewalOn,
    int OpenEscalations);

/// <summary>What hangs on customers, ready to be put together into entries.</summary>
internal sealed record CustomerFactTables(
    ChildFacts<(Guid Product, DateOnly? LiveSince)> Products,
    ChildFacts<Guid> Attributes,
    ChildFacts<PermissionScope> Denied,
    ChildFacts<ContactRow> Contacts,
    ChildFacts<int> Content,
    ChildFacts<CatalogRelease> Releases)
{
    public CatalogEntry EntryOf(CustomerRow row, CatalogTerms terms)
    {
        var industry = TermOf(row.IndustryId, terms);
        var region = TermOf(row.RegionId, terms);
        var contacts = Contacts.Of(row.Id).ToArray();
        var confidential = row.Tier == Tier.Confidential;
        return new CatalogEntry(row.Id, row.Name, confidential ? AnonymousNameOf(row, industry, region, terms) : "")
        {
            City = row.City,
            OwnerId = row.OwnerId,
            Confidential = confidential,
            Lighthouse = row.Tier == Tier.Lighthouse,
            Status = row.Status,
            PausedUntil = row.PausedUntil,
            RenewalOn = row.RenewalOn,
            Escalated = row.OpenEscalations > 0,
            Staff = row.Employees ?? 0,
            LiveSince = FirstLive(row.Id),
            VerifiedOn = row.VerifiedAt is { } at ? DateOnly.FromDateTime(at) : null,
            Content = Content.Of(row.Id) is [var count, ..] ? count : 0,
            Terms = TermsOf(row, industry, region, contacts.SelectMany(contact => contact.Languages), terms),
            Denied = [.. Denied.Of(row.Id)],
            Contacts = [.. contacts.Select(contact => contact.ContactOf(terms))],
            Releases = [.. Releases.Of(row.Id)],
        };
    }

    private static string AnonymousNameOf(CustomerRow row, CatalogTerm? industry, CatalogTerm? region, CatalogTerms terms) =>
        AnonymousName.Of(region is null ? null : terms.RootOf(region.Index).Name, industry?.Name, row.Employees);

    private static CatalogTerm? TermOf(Guid? id, CatalogTerms terms) =>
        id is { } known && terms.IndexOf(known) is >= 0 and var index ? terms.All[index] : null;

    private DateOnly? FirstLive(Guid customerId)
    {
        DateOnly? first = null;
        foreach (var (_, since) in Products.Of(customerId))
        {
            first = since is not null && (first is null || since < first) ? since : first;
        }

        return first;
    }

    private ImmutableArray<int> TermsOf(CustomerRow row, CatalogTerm? industry, CatalogTerm? region, IEnumerable<string> languages, CatalogTerms terms)
    {
        var found = new SortedSet<int>();
        foreach (var term in new[] { industry, region, SizeBand.Of(row.Employees ?? 0) is { } band ? terms.Find(Facet.Size, band.Key) : null })
        {
            found.Add(term?.Index ?? -1);
        }

        foreach (var (product, _) in Products.Of(row.Id))
        {
            found.Add(terms.IndexOf(product));
        }

        foreach (var attribute in Attributes.Of(row.Id))
        {
            found.Add(terms.IndexOf(attribute));
        }

        foreach (var language in languages)
        {
            found.Add(terms.Find(Facet.Language, language)?.Index ?? -1);
        }

        found.Remove(-1);
        return [.. found];
    }
}
