namespace ReferenceHub.Core.Data;

/// <summary>Background work that the host runs every so often, on one node at a time; it must bear being run twice.</summary>
public interface IRegularWork
{
    /// <summary>Does what is due.</summary>
    Task RunAsync(CancellationToken ct);
}
