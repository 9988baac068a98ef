using ReferenceHub.Core.Requests;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>The views of the queue in words and in addresses (<c>?view=at-risk</c>).</summary>
public static class QueueWords
{
    private static readonly (QueueView View, string Words, string Key)[] All =
    [
        (QueueView.Unassigned, "Unassigned", "unassigned"),
        (QueueView.Mine, "Mine", "mine"),
        (QueueView.DueToday, "Due today", "due-today"),
        (QueueView.AtRisk, "At risk", "at-risk"),
        (QueueView.Breached, "Breached", "breached"),
        (QueueView.OnCustomer, "Waiting on customer", "on-customer"),
        (QueueView.OnOwner, "Waiting on owner", "on-owner"),
        (QueueView.Open, "All open", "open"),
    ];

    /// <summary>A view's words and its key in addresses.</summary>
    public static (string Words, string Key) Of(QueueView view)
    {
        var found = Array.Find(All, each => each.View == view);
        return (found.Words, found.Key);
    }

    /// <summary>The view of a key; all open ones for an unknown key.</summary>
    public static QueueView Named(string? key) => Array.Find(All, each => each.Key == key) is { Words: not null } found ? found.View : QueueView.Open;
}
