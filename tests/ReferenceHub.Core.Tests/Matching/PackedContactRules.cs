using System.Runtime.CompilerServices;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;
using ReferenceHub.Testing.Matching;

namespace ReferenceHub.Core.Tests.Matching;

/// <summary>Contacts in the catalog: small, and the same when they come out again.</summary>
public sealed class PackedContactRules
{
    private static readonly CatalogContact Anna = new(Catalogs.IdOf(71), ScopeSet.Of([PermissionScope.SalesCall, PermissionScope.Event]), 60, new DateOnly(2026, 12, 24))
    {
        UsesPerQuarter = 2,
        Skills = [.. new[] { "language:de", "usecase:fraud" }.Select(Catalogs.IndexOf).Order()],
        ZoneId = "Europe/Vienna",
    };

    private static readonly CatalogContact Nobody = new(Catalogs.IdOf(72), default, null, null);

    [Fact]
    public void A_contact_takes_at_most_32_bytes() => Unsafe.SizeOf<PackedContact>().ShouldBeLessThanOrEqualTo(32);

    [Fact]
    public void What_goes_in_comes_out_from_base_and_delta_and_after_a_merge()
    {
        var entry = Catalogs.Entry(1, "Alpenbank", "industry:banking") with { Contacts = [Anna, Nobody] };
        var changed = Catalogs.Entry(2, "Rheinbank", "industry:banking") with { Contacts = [Nobody, Anna] };
        var catalog = Catalogs.Of(entry).With(new Dictionary<Guid, CatalogEntry?> { [changed.Id] = changed });

        foreach (var snapshot in new[] { catalog, catalog.Merged() })
        {
            Told(snapshot.Find(entry.Id)!).ShouldBe([Told(Anna), Told(Nobody)]);
            Told(snapshot.Find(changed.Id)!).ShouldBe([Told(Nobody), Told(Anna)]);
        }
    }

    [Fact]
    public void People_of_the_same_skills_share_them()
    {
        var skills = new SkillSets.Builder();
        var (one, same, other, none) = (skills.SetOf([4, 2]), skills.SetOf([2, 4]), skills.SetOf([2]), skills.SetOf([]));
        same.ShouldBe(one);
        other.ShouldNotBe(one);
        var sets = skills.Build();
        sets.Of(one).ShouldBe([2, 4]);
        sets.Of(none).ShouldBeEmpty();
        sets.Count.ShouldBe(3);
    }

    [Fact]
    public void An_unknown_zone_is_that_of_the_program()
    {
        ZoneNumbers.Of("Atlantis/Capital").ShouldBe((ushort)0);
        ZoneNumbers.NameOf(ZoneNumbers.Of("Asia/Tokyo")).ShouldBe("Asia/Tokyo");
        ZoneNumbers.Of("Asia/Tokyo").ShouldBe(ZoneNumbers.Of("Asia/Tokyo"));
    }

    private static List<string> Told(CatalogEntry entry) => [.. entry.Contacts.Select(Told)];

    private static string Told(CatalogContact contact) =>
        $"{contact.Id} {contact.Willing} {contact.MinutesPerQuarter} {contact.UsesPerQuarter} {contact.PausedUntil} {string.Join(',', contact.Skills)} {contact.ZoneId}";
}
