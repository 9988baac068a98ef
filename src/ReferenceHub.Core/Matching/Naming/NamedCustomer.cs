namespace ReferenceHub.Core.Matching;

/// <summary>A customer found by name: as this viewer may know it, with its industry and place.</summary>
public sealed record NamedCustomer(Guid Id, string Name, bool NameHidden, string? Industry, string? Place);
