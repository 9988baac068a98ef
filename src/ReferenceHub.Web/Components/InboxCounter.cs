using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Components;

/// <summary>Unread messages, at the bell; counted once a page.</summary>
public sealed class InboxCounter(Inbox inbox) : INavCounter
{
    private int? known;

    /// <inheritdoc/>
    public string Entry => "notifications";

    /// <inheritdoc/>
    public async Task<int> CountAsync(Viewer viewer, CancellationToken ct) => known ??= await inbox.UnreadAsync(viewer, ct);
}
