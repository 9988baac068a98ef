namespace ReferenceHub.Core.Data;

/// <summary>Source of keys: time-ordered Guids made by the application, never by the database and never sorted by.</summary>
public interface IIds
{
    /// <summary>A new key.</summary>
    Guid Next();
}

/// <summary>Guid version 7 keys stamped with the product's clock.</summary>
public sealed class TimeOrderedIds(TimeProvider clock) : IIds
{
    /// <inheritdoc/>
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
}
