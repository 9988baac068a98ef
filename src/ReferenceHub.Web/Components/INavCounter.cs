using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Components;

/// <summary>A room's number in the sidebar: how much waits for this person there. Register one for each entry that counts.</summary>
public interface INavCounter
{
    /// <summary>Key of the sidebar's entry: "today", "requests", "notifications".</summary>
    string Entry { get; }

    /// <summary>How much waits; 0 shows nothing.</summary>
    Task<int> CountAsync(Viewer viewer, CancellationToken ct);
}
