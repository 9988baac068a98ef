using System.Collections.Immutable;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// What "like a customer" or "like the prospect of a deal" asks for: terms of the other one as far as the viewer may know them, and its
/// staff (0 when unknown).
/// </summary>
/// <param name="Of">The criterion it stands for.</param>
/// <param name="Name">What the other one is called to this viewer.</param>
/// <param name="CustomerId">The customer it is of, which is never like itself; null for a deal's prospect.</param>
/// <param name="Terms">Indices into <see cref="CatalogTerms"/>.</param>
/// <param name="Staff">Staff, 0 when unknown.</param>
public sealed record Likeness(Criterion Of, string Name, Guid? CustomerId, ImmutableArray<int> Terms, int Staff);
