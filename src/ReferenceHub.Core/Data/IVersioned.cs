namespace ReferenceHub.Core.Data;

/// <summary>A row whose version the context raises on every save; two people acting at once never overwrite silently.</summary>
public interface IVersioned
{
    /// <summary>Concurrency token: 1 when created, one more after each change.</summary>
    int Version { get; }
}
