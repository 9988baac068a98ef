using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Takes customers that act as references, active or paused, out of the catalog.</summary>
internal static class LoadRoster
{
    /// <summary>Whether a row is one of them.</summary>
    public static bool Holds(CatalogBlock block, int row) => block.StatusOf(row) is ReferenceStatus.Active or ReferenceStatus.Paused;

    /// <summary>All customers of a catalog, however they stand.</summary>
    public static IEnumerable<LoadCustomer> Everybody(CatalogSnapshot facts, Viewer viewer) =>
        facts.Blocks.SelectMany(part => Enumerable.Range(0, part.Block.Count).Where(row => !part.Gone.Has(row)).Select(row => Customer(part.Block, row, viewer)));

    /// <summary>By the name that the viewer may know.</summary>
    public static LoadCustomer Customer(CatalogBlock block, int row, Viewer viewer)
    {
        Guid? owner = block.OwnerPlaces[row] == 0 ? null : block.OwnerOf(row);
        var hidden = block.Confidential.Has(row) && !viewer.Can(Right.SeeCustomerSecrets) && !viewer.ActsForOne(owner);
        var name = hidden ? block.AnonymousName(row) : block.Names[row];
        return new LoadCustomer(name, TextKey.Of(name), owner, block.Subject(row), Scopes(block, row));
    }

    private static ScopeSet Scopes(CatalogBlock block, int row)
    {
        var bits = 0;
        foreach (var contact in block.ContactsOf(row))
        {
            bits |= contact.Willing.Bits;
        }

        foreach (var (scope, refused) in block.Denied)
        {
            bits &= refused.Has(row) ? ~(1 << (int)scope) : ~0;
        }

        return new ScopeSet((ushort)bits);
    }
}
