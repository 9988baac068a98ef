using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Administration;

/// <summary>What each place means, and what stands in it when a text is looked at before it is used.</summary>
public static class MessageSamples
{
    private static readonly Dictionary<string, (string Meaning, string Sample)> Known = new(StringComparer.Ordinal)
    {
        ["name"] = ("who gets it", "Anna Berg"),
        ["organisation"] = ("your organisation", "Northwind Systems"),
        ["title"] = ("what happened, in a line", "Request 1042: Alpenbank AG said yes"),
        ["text"] = ("the lines under it", "Jonas Lindner answered for the account.\nThe call is still to be agreed."),
        ["address"] = ("address of the page in ReferenceHub", "https://hub.example/requests/1042"),
        ["link"] = ("the recipient's own link; needs no account", "https://hub.example/l/sample"),
        ["requester"] = ("who asks", "Rita Sommer"),
        ["customer"] = ("company of the reference", "Alpenbank AG"),
        ["contact"] = ("person of the reference", "Dr. Mara Vogel"),
        ["prospect"] = ("who wants the reference, as far as they may be named", "Rheinische Versicherung AG"),
        ["industry"] = ("the prospect's industry", "Insurance"),
        ["region"] = ("the prospect's region", "DACH"),
        ["activity"] = ("activity type", "Sales call"),
        ["minutes"] = ("minutes it takes", "30"),
        ["by"] = ("when an answer is needed", "Wednesday 25 November, 14:00"),
        ["needed_by"] = ("day by which it is needed", "4 December 2026"),
        ["purpose"] = ("what they want to know", "How the migration to Azure went, and what you would do differently."),
        ["language"] = ("language of the talk", "German"),
        ["times"] = ("times offered", "1 December 10:00, 2 December 15:00"),
        ["number"] = ("number of the request", "1042"),
        ["until"] = ("when the link ends", "9 December 2026"),
        ["reason"] = ("why", "The prospect has decided already."),
        ["what"] = ("what the link is for", "Change my limits"),
        ["when"] = ("date and time, in the recipient's zone", "Tuesday 1 December 2026, 10:00–10:30 (Berlin)"),
        ["when_theirs"] = ("the same in the other side's zone", "09:00–09:30 (London)"),
        ["place"] = ("where: a room, a number, the address of a call", "https://meet.example/1042"),
        ["expect"] = ("what to expect, from the activity type; Markdown", "The talk is **between peers**: open, and not recorded."),
        ["inviter"] = ("who invites", "Paula Meier"),
        ["count"] = ("how many, in words", "2 messages"),
        ["items"] = ("the messages, as a list", "- [Request 1042: Alpenbank AG said yes](https://hub.example/requests/1042)\n- [3 customer records to confirm](https://hub.example/references/verification)"),
    };

    /// <summary>What a place means.</summary>
    public static string MeaningOf(string place) => Known[place].Meaning;

    /// <summary>Sample values of all places of a kind.</summary>
    public static IReadOnlyDictionary<string, string?> Of(MessageKind kind) => kind.Places.ToDictionary(place => place, place => (string?)Known[place].Sample, StringComparer.Ordinal);
}
