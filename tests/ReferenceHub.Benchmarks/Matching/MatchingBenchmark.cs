using ReferenceHub.Core.Matching;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Benchmarks.Matching;

/// <summary>What a search costs in memory, all facets, relaxations, the first page and why-not included; and what the catalog weighs.</summary>
internal static class MatchingBenchmark
{
    public static readonly (string Name, string Criteria)[] Searches =
    [
        ("worded need", "industry=banking&industry=insurance&region=dach&product=atlas&product=beacon&prefer=platform:azure&prefer=size:4000-6000&prefer=language:de&prefer=live:12&freeby=2026-12-31&not=industry:retail"),
        ("no criteria", ""),
        ("three facets", "industry=finance&region=dach&product=atlas"),
        ("preferences only", "prefer=platform:azure&prefer=language:de&prefer=size:2000-10000"),
        ("a common word", "q=bank"),
        ("like a customer", "prefer=like:{0}"),
    ];

    public static void Run(IEnumerable<int> sizes)
    {
        Console.WriteLine("| customers | search | fit | median ms | P99 ms | CPU median | CPU P99 | kB allocated |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var size in sizes)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var catalog = CatalogSnapshot.Of(Catalogs.Terms, SkewedCatalog.Of(42, size));
            var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / size;
            var usage = Catalogs.Usage();
            foreach (var (name, criteria) in Searches)
            {
                var query = QueryOf(catalog, string.Format(System.Globalization.CultureInfo.InvariantCulture, criteria, Catalogs.IdOf(7)), usage);
                var found = Matcher.Match(catalog, query).Total;
                var taken = Measured.Of(() => Matcher.Match(catalog, query), size > 500_000 ? 120 : 500);
                Console.WriteLine(FormattableString.Invariant($"| {size:N0} | {name} | {found:N0} | {taken.Cells} |"));
            }

            var entry = catalog.Find(Catalogs.IdOf(11))!;
            var patched = catalog;
            var patch = Measured.Of(() => patched = patched.With(new Dictionary<Guid, CatalogEntry?> { [entry.Id] = entry with { Name = "Another name" } }), 500);
            Console.WriteLine(FormattableString.Invariant($"| {size:N0} | patch after one edit | | {patch.Cells} |"));
            var number = 0;
            var many = Measured.Of(() => patched = patched.With(Edit(catalog, number++ % 900)), 900);
            Console.WriteLine(FormattableString.Invariant($"| {size:N0} | patch, 900 edits one by one | | {many.Cells} |"));
            var (after, edited) = (QueryOf(catalog, Searches[0].Criteria, usage), patched);
            var patchedSearch = Measured.Of(() => Matcher.Match(edited, after), 200);
            Console.WriteLine(FormattableString.Invariant($"| {size:N0} | worded need after 900 edits | {Matcher.Match(edited, after).Total:N0} | {patchedSearch.Cells} |"));
            Console.WriteLine(FormattableString.Invariant($"| {size:N0} | catalog in memory | | | | | | {bytes} bytes a customer |"));
            GC.KeepAlive(catalog);
        }
    }

    private static Dictionary<Guid, CatalogEntry?> Edit(CatalogSnapshot catalog, int number)
    {
        var entry = catalog.Find(Catalogs.IdOf(number * 11))!;
        return new() { [entry.Id] = entry with { Name = $"Edited {number}" } };
    }

    private static MatchQuery QueryOf(CatalogSnapshot catalog, string criteria, UsageView usage)
    {
        var read = Criteria.Parse(criteria);
        var likes = read.Items.Where(item => item.Facet == Facet.Like && Guid.TryParse(item.Key, out _))
            .Select(item => (Item: item, Entry: catalog.Find(Guid.Parse(item.Key))!))
            .Select(like => new Likeness(like.Item, like.Entry.Name, like.Entry.Id, like.Entry.Terms, like.Entry.Staff));
        return Catalogs.Query("", usage) with
        {
            Criteria = read,
            Likes = new Likenesses(likes),
            Contact = ContactAsk.Of(read, catalog.Terms, language: null, zoneId: null, "Europe/Berlin"),
        };
    }
}
