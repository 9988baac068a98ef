using System.Collections.Immutable;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Testing.Matching;

/// <summary>Builds catalog entries over the shipped terms, by hand or at random from a seed.</summary>
public static class Catalogs
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly DateTime Now = new(2026, 11, 23, 10, 42, 0, DateTimeKind.Utc);

    private static readonly string[] Cities = ["Munich", "Vienna", "Zürich", "Paris", "Oslo", "Austin", "Lyon", "Kraków", "Toronto", "Osaka"];
    private static readonly string[] FirstWords = ["Alpen", "Rhein", "Bodensee", "Nord", "Hansa", "Donau", "Säntis", "Elbe", "Fjord", "Maple", "Iron", "Blue", "Silver", "Delta", "Summit"];
    private static readonly string[] LastWords = ["bank AG", " Versicherung", " Works", "kasse", " Group", " Holding", " Retail", " Energie", " Systems", " Clinics"];

    public static CatalogTerms Terms => TermFacets.Shipped;

    public static Guid IdOf(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>An active customer with the given terms, named "facet:key".</summary>
    public static CatalogEntry Entry(int number, string name, params string[] terms) => new(IdOf(number), name, $"Customer {number}")
    {
        Terms = [.. terms.Select(IndexOf)],
    };

    public static int IndexOf(string term)
    {
        var parts = term.Split(':');
        return Facets.TryParse(parts[0], out var facet) && Terms.Find(facet, parts[1]) is { } found
            ? found.Index
            : throw new ArgumentException($"No such term: {term}", nameof(term));
    }

    public static CatalogSnapshot Of(params CatalogEntry[] entries) => CatalogSnapshot.Of(Terms, entries);

    public static UsageView Usage(params (CatalogEntry Entry, AvailabilityResult Availability)[] known)
    {
        var results = known.ToDictionary(pair => pair.Entry.Id, pair => pair.Availability);
        return new UsageView(Today, id => results.GetValueOrDefault(id, Free), _ => null);
    }

    public static AvailabilityResult Free { get; } = new(AvailabilityState.Open, null, null, null, null, 0, []);

    public static AvailabilityResult ClosedUntil(DateOnly day) =>
        new(AvailabilityState.Closed, "Limit of 1 call a quarter", "the customer", day, Today.AddDays(-20), 0, []);

    /// <summary>A rep: may be released to and sees how each customer stands.</summary>
    public static MatchViewer Rep(int id = -1, bool seesConfidential = false, DateTime? now = null) =>
        new(IdOf(id), seesConfidential, now ?? Now) { MayBeReleasedTo = true, SeesStandings = true };

    public static MatchQuery Query(string criteria, UsageView? usage = null) => new()
    {
        Criteria = Criteria.Parse(criteria),
        Viewer = Rep(),
        Today = Today,
        Usage = usage ?? Usage(),
        Scope = PermissionScope.SalesCall,
    };

    /// <summary>Plausible customers: narrow industries, countries, one to four products, some confidential, paused or refused.</summary>
    public static IEnumerable<CatalogEntry> Random(int seed, int count)
    {
        var random = new Random(seed);
        var byFacet = Terms.All.ToLookup(term => term.Facet);
        var narrow = Terms.All.Where(term => !Terms.All.Any(other => other.Parent == term.Index)).ToLookup(term => term.Facet);
        for (var number = 0; number < count; number++)
        {
            var staff = random.Next(10) == 0 ? 0 : (int)Math.Exp((random.NextDouble() * 8) + 3);
            var industry = Pick(random.Next(8) == 0 ? byFacet[Facet.Industry] : narrow[Facet.Industry]);
            var region = Pick(random.Next(12) == 0 ? byFacet[Facet.Region] : narrow[Facet.Region]);
            var terms = new List<int> { industry.Index, region.Index };
            terms.AddRange(Some(Facet.Product, 4).Concat(Some(Facet.Platform, 2)).Concat(Some(Facet.Language, 2)).Concat(Some(Facet.UseCase, 3)));
            if (SizeBand.Of(staff) is { } band)
            {
                terms.Add(IndexOf($"size:{band.Key}"));
            }

            yield return new CatalogEntry(IdOf(number), $"{FirstWords[random.Next(FirstWords.Length)]}{LastWords[random.Next(LastWords.Length)]} {number}", AnonymousName.Of(Terms.RootOf(region.Index).Name, industry.Name, staff == 0 ? null : staff))
            {
                City = random.Next(5) == 0 ? null : Cities[random.Next(Cities.Length)],
                OwnerId = IdOf(-1 - random.Next(20)),
                Confidential = random.Next(10) == 0,
                Status = random.Next(12) switch { 0 => ReferenceStatus.Candidate, 1 => ReferenceStatus.Paused, 2 => ReferenceStatus.DoNotUse, 3 => ReferenceStatus.Retired, _ => ReferenceStatus.Active },
                PausedUntil = random.Next(3) == 0 ? Today.AddDays(random.Next(-20, 60)) : null,
                Staff = staff,
                LiveSince = random.Next(6) == 0 ? null : Today.AddDays(-random.Next(2000)),
                VerifiedOn = random.Next(6) == 0 ? null : Today.AddDays(-random.Next(400)),
                Content = random.Next(6),
                Terms = [.. terms.Distinct()],
                Denied = random.Next(10) == 0 ? [PermissionScope.SalesCall] : [],
            };
        }

        CatalogTerm Pick(IEnumerable<CatalogTerm> from) => from.ElementAt(random.Next(from.Count()));

        IEnumerable<int> Some(Facet facet, int most) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => Pick(byFacet[facet]).Index);
    }
}
