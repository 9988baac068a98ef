using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Content in use as choosing among it needs it. Terms are indices into <see cref="CatalogTerms"/>; the title is folded.</summary>
internal sealed record ShelfAsset(Guid Id, AssetKind Kind, string Language, string TitleKey, DateOnly PublishedOn, DateOnly? ExpiresOn, ImmutableArray<int> Terms, ShelfCustomer Customer)
{
    public bool IsUsableOn(DateOnly day) => PublishedOn <= day && !(ExpiresOn < day);
}

/// <summary>A customer with content: its terms, its staff (0 when unknown), since when its first product is live; the name is folded.</summary>
internal sealed record ShelfCustomer(Guid Id, string NameKey, ImmutableArray<int> Terms, int Staff, DateOnly? LiveSince);
