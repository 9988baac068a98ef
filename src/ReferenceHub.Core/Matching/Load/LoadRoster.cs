using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Takes all customers that act as references, active or paused, out of the catalog.</summary>
internal static class LoadRoster
{
    /// <summary>By the names that the viewer may know.</summary>
    public static IEnumerable<LoadCustomer> Of(CatalogSnapshot catalog, Viewer viewer) => catalog.Blocks.SelectMany(part => Enumerable.Range(0, part.Block.Count)
        .Where(row => !part.Gone.Has(row) && part.Block.StatusOf(row) is ReferenceStatus.Active or ReferenceStatus.Paused)
        .Select(row => Customer(part.Block, row, viewer)));

    private static LoadCustomer Customer(CatalogBlock block, int row, Viewer viewer)
    {
        Guid? owner = block.OwnerPlaces[row] == 0 ? null : block.OwnerOf(row);
        var hidden = block.Confidential.Has(row) && !viewer.Can(Right.SeeCustomerSecrets) && owner != viewer.UserId;
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
