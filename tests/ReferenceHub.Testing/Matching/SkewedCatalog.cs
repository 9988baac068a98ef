using System.Collections.Immutable;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;

namespace ReferenceHub.Testing.Matching;

/// <summary>
/// Customers of a large program as they come: a few industries, countries and products have most of them, names repeat their parts,
/// most are active, a few are confidential, every one has a contact or two. Any number from a seed, one after the other.
/// </summary>
public sealed class SkewedCatalog
{
    private static readonly string[] Firsts = ["Alpen", "Rhein", "Bodensee", "Nord", "Hansa", "Donau", "Säntis", "Elbe", "Fjord", "Maple", "Iron", "Blue", "Silver", "Delta", "Summit", "Harbour", "Pine", "Castle", "Lake", "Stone"];
    private static readonly string[] Lasts = ["bank AG", " Versicherung", " Works", "kasse", " Group", " Holding", " Retail", " Energie", " Systems", " Clinics", " Logistics", " Foods", " Motors", " Media", " Chemie"];
    private static readonly string[] Cities = ["Munich", "Vienna", "Zürich", "Paris", "Oslo", "Austin", "Lyon", "Kraków", "Toronto", "Osaka", "Hamburg", "Basel", "Graz", "Chicago", "Leeds", "Porto"];
    private readonly Random random;
    private readonly Dictionary<Facet, CatalogTerm[]> narrow;
    private readonly Dictionary<Facet, double[]> chances;

    public SkewedCatalog(int seed)
    {
        random = new Random(seed);
        var parents = Catalogs.Terms.All.Select(term => term.Parent).ToHashSet();
        narrow = Catalogs.Terms.All.Where(term => !parents.Contains(term.Index)).GroupBy(term => term.Facet).ToDictionary(terms => terms.Key, terms => terms.ToArray());
        chances = narrow.ToDictionary(pair => pair.Key, pair => Zipf(pair.Value.Length));
    }

    /// <summary>The first so many of a seed.</summary>
    public static IEnumerable<CatalogEntry> Of(int seed, int count)
    {
        var catalog = new SkewedCatalog(seed);
        for (var number = 0; number < count; number++)
        {
            yield return catalog.Next(number);
        }
    }

    private CatalogEntry Next(int number)
    {
        var staff = random.Next(20) == 0 ? 0 : (int)Math.Exp((Math.Pow(random.NextDouble(), 1.6) * 8.5) + 3);
        var (industry, region) = (Pick(Facet.Industry), Pick(Facet.Region));
        var confidential = random.Next(30) == 0;
        var terms = new SortedSet<int> { industry.Index, region.Index };
        Add(terms, Facet.Product, 1, 4);
        Add(terms, Facet.Platform, 0, 2);
        Add(terms, Facet.Language, 1, 2);
        Add(terms, Facet.UseCase, 0, 3);
        Add(terms, Facet.Deployment, 0, 1);
        Add(terms, Facet.Integration, 0, 2);
        if (SizeBand.Of(staff) is { } band)
        {
            terms.Add(Catalogs.IndexOf($"size:{band.Key}"));
        }

        return new CatalogEntry(Catalogs.IdOf(number), $"{Any(Firsts)}{Any(Lasts)} {number}", confidential ? AnonymousName.Of(Catalogs.Terms.RootOf(region.Index).Name, industry.Name, staff == 0 ? null : staff) : "")
        {
            City = random.Next(8) == 0 ? null : Any(Cities),
            OwnerId = Catalogs.IdOf(-1 - random.Next(300)),
            Confidential = confidential,
            Status = random.Next(25) switch { 0 => ReferenceStatus.Paused, 1 => ReferenceStatus.DoNotUse, 2 => ReferenceStatus.Retired, 3 or 4 => ReferenceStatus.Candidate, _ => ReferenceStatus.Active },
            PausedUntil = random.Next(60) == 0 ? Catalogs.Today.AddDays(random.Next(-20, 60)) : null,
            Staff = staff,
            LiveSince = random.Next(12) == 0 ? null : Catalogs.Today.AddDays(-random.Next(2600)),
            VerifiedOn = random.Next(9) == 0 ? null : Catalogs.Today.AddDays(-random.Next(400)),
            Content = random.Next(5) == 0 ? random.Next(6) : 0,
            Terms = [.. terms],
            Denied = random.Next(25) == 0 ? [PermissionScope.SalesCall] : [],
            Contacts = [.. Enumerable.Range(0, random.Next(3) == 0 ? 2 : 1).Select(place => Contact((number * 2) + place))],
        };
    }

    private CatalogContact Contact(int number) => new(
        Catalogs.IdOf(1_000_000_000 + number),
        ScopeSet.Of(random.Next(4) == 0 ? [PermissionScope.SalesCall] : Enum.GetValues<PermissionScope>()),
        random.Next(20) == 0 ? 60 : null,
        null)
    {
        Skills = [Pick(Facet.Language).Index],
    };

    private void Add(SortedSet<int> terms, Facet facet, int least, int most)
    {
        for (var left = random.Next(least, most + 1); left > 0; left--)
        {
            terms.Add(Pick(facet).Index);
        }
    }

    private string Any(string[] words) => words[random.Next(words.Length)];

    private CatalogTerm Pick(Facet facet)
    {
        var place = Array.BinarySearch(chances[facet], random.NextDouble());
        return narrow[facet][Math.Min(place < 0 ? ~place : place, narrow[facet].Length - 1)];
    }

    // The second is half as frequent as the first, the third a third, and so on; summed up for a search.
    private static double[] Zipf(int count)
    {
        var weights = Enumerable.Range(1, count).Select(place => 1.0 / place).ToArray();
        var whole = weights.Sum();
        var sum = 0.0;
        return [.. weights.Select(weight => (sum += weight) / whole)];
    }
}
