namespace ReferenceHub.Web.Features.Settings;

/// <summary>Icons that an activity type may have, with what they show.</summary>
public static class ActivityIcons
{
    /// <summary>All of them; each is in icons.txt.</summary>
    public static IReadOnlyList<(string Name, string Shows)> All { get; } =
    [
        ("phone", "Telephone"), ("video", "Camera"), ("users", "People"), ("map-pin", "Place"), ("building-factory", "Factory"), ("building-store", "Shop"),
        ("file-certificate", "Certificate"), ("clipboard-list", "List"), ("quote", "Quotation marks"), ("badge-tm", "Trade mark"), ("award", "Award"), ("star", "Star"),
        ("chart-histogram", "Chart"), ("report-analytics", "Report"), ("news", "Newspaper"), ("speakerphone", "Megaphone"), ("microphone", "Microphone"), ("presentation", "Presentation"),
        ("writing", "Writing"), ("file-text", "Document"), ("mail", "Letter"), ("message-circle", "Conversation"), ("calendar-event", "Calendar"), ("world", "World"),
    ];
}
