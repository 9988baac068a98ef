namespace ReferenceHub.Web.Features.Palette;

/// <summary>Other words by which people look for the pages of the menu.</summary>
internal static class PageWords
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["/"] = "start dashboard overview",
        ["/today"] = "tasks follow-ups reminders to-do",
        ["/references"] = "customers companies search find",
        ["/references/nominations"] = "candidates suggestions leads",
        ["/references/permissions"] = "consent release agreements expiring",
        ["/content"] = "stories videos quotes logos assets library",
        ["/requests/queue"] = "inbox triage waiting unassigned",
        ["/requests"] = "asks mine calls",
        ["/opportunities"] = "deals pipeline crm",
        ["/usage"] = "load calendar fatigue ledger capacity",
        ["/metrics"] = "reports figures statistics kpi dashboards",
        ["/admin/users"] = "users accounts roles invite leavers joiners passwords",
        ["/admin/organisation"] = "company logo currency zone fiscal modules settings",
        ["/admin/taxonomies"] = "industries products regions languages terms synonyms",
        ["/admin/activity-types"] = "kinds turnaround targets effort units",
        ["/admin/matching"] = "weights score ranking points",
        ["/admin/stages"] = "pipeline crm opportunities",
        ["/admin/calendars"] = "holidays working hours",
        ["/references/reveals"] = "privacy views of contacts",
        ["/admin/messages"] = "emails mails templates outbox notifications",
    };

    /// <summary>The words for an address; null where there are none.</summary>
    public static string? Of(string href) => All.GetValueOrDefault(href);
}
