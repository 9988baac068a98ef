namespace ReferenceHub.Core.Usage;

/// <summary>Of whom and of what overrides are looked at.</summary>
/// <param name="Customers">These customers alone; all when null.</param>
/// <param name="ActivityKey">Uses of this activity type alone; all when null.</param>
public sealed record OverrideScope(IReadOnlyCollection<Guid>? Customers = null, string? ActivityKey = null)
{
    /// <summary>Everything.</summary>
    public static OverrideScope Whole { get; } = new();
}
