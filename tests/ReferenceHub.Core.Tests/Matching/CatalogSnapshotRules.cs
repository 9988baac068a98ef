using ReferenceHub.Core.Matching;
using ReferenceHub.Core.Usage;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class CatalogSnapshotRules
{
    private static readonly CatalogEntry Bank = Catalogs.Entry(1, "Alpenbank", "industry:banking");

    [Fact]
    public void A_change_replaces_a_removal_removes_and_what_was_read_before_stays_as_it_was()
    {
        var before = Catalogs.Of(Bank, Catalogs.Entry(2, "Two", "industry:retail"));

        var after = before.With(Changes(Bank with { Name = "Neue Alpenbank" }, Catalogs.Entry(3, "Three", "industry:banking"))).With(Gone(2));

        Names(after).ShouldBe(["Neue Alpenbank", "Three"]);
        Names(before).ShouldBe(["Alpenbank", "Two"]);
        after.Count.ShouldBe(2);
        after.Find(Catalogs.IdOf(2)).ShouldBeNull();
        after.Find(Bank.Id)!.Name.ShouldBe("Neue Alpenbank");
    }

    [Fact]
    public void The_same_change_twice_changes_nothing_more()
    {
        var change = Changes(Bank with { Name = "Neue Alpenbank" });
        var once = Catalogs.Of(Bank).With(change);

        Names(once.With(change)).ShouldBe(Names(once));
        once.With(Gone(9)).Count.ShouldBe(1);
    }

    [Fact]
    public void Merging_keeps_every_fact()
    {
        var entries = Catalogs.Random(5, 300).ToList();
        var changed = Catalogs.Random(6, 20).ToList();
        var patched = CatalogSnapshot.Of(Catalogs.Terms, entries).With(Changes([.. changed]));

        var merged = patched.Merged();

        merged.Entries().OrderBy(entry => entry.Id).Select(Facts).ShouldBe(changed.Concat(entries.Skip(20)).OrderBy(entry => entry.Id).Select(Facts));
        merged.WantsMerge.ShouldBeFalse();
    }

    [Fact]
    public void A_changed_load_is_seen_without_a_new_catalog()
    {
        var state = AvailabilityState.Open;
        var usage = new UsageView(Catalogs.Today, _ => Catalogs.Free with { State = state }, _ => null);
        var catalog = Catalogs.Of(Bank);
        Matcher.Match(catalog, Catalogs.Query("", usage)).Free.ShouldBe(1);

        state = AvailabilityState.Closed;
        usage.Changed(Bank.Id);

        Matcher.Match(catalog, Catalogs.Query("", usage)).Free.ShouldBe(0);
    }

    private static string Facts(CatalogEntry entry) =>
        $"{entry with { Terms = [], Denied = [], Contacts = [], Releases = [], AnonymousName = entry.Confidential ? entry.AnonymousName : "" }}|{string.Join(',', entry.Terms)}|{string.Join(',', entry.Denied)}";

    private static Dictionary<Guid, CatalogEntry?> Changes(params CatalogEntry[] entries) => entries.ToDictionary(entry => entry.Id, entry => (CatalogEntry?)entry);

    private static Dictionary<Guid, CatalogEntry?> Gone(int number) => new() { [Catalogs.IdOf(number)] = null };

    private static List<string> Names(CatalogSnapshot catalog) => [.. catalog.Entries().Select(entry => entry.Name).Order(StringComparer.Ordinal)];
}
