namespace ReferenceHub.Core.Usage;

/// <summary>Something that a comparison found, before it is known whether it was found already.</summary>
/// <param name="CustomerId">Whose ledger.</param>
/// <param name="UseId">The use, if it is about one.</param>
/// <param name="Kind">What kind of difference.</param>
/// <param name="Words">What is said there and what here; the same words as long as it is the same difference.</param>
public sealed record Difference(Guid CustomerId, Guid? UseId, FindingKind Kind, string Words);
