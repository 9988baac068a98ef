namespace ReferenceHub.Web.Features.References.Profile;

/// <summary>Kinds of deeds in a customer's history as people read them.</summary>
public static class HistoryWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["created"] = "Record added",
        ["edited"] = "Record edited",
        ["verified"] = "Record confirmed",
        ["moved"] = "Status changed",
        ["handed-over"] = "Owner changed",
        ["archived"] = "Archived",
        ["restored"] = "Restored",
        ["merged"] = "Merged",
        ["contact-added"] = "Contact added",
        ["contact-edited"] = "Contact edited",
        ["contact-left"] = "Contact left",
        ["contact-returned"] = "Contact came back",
        ["contact-joined"] = "Contacts joined",
        ["contact-revealed"] = "Contact looked up",
        ["product-added"] = "Product added",
        ["product-edited"] = "Product edited",
        ["product-removed"] = "Product removed",
        ["permission-recorded"] = "Permission recorded",
        ["proposed"] = "Change proposed",
        ["proposal-accepted"] = "Proposal accepted",
        ["proposal-refused"] = "Proposal refused",
        ["proposal-withdrawn"] = "Proposal withdrawn",
    };

    /// <summary>The kind in words; one without words as its key reads.</summary>
    public static string Of(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Kinds.TryGetValue(kind, out var words) ? words : Infrastructure.Words.Capital(kind.Replace('-', ' '));
    }
}
