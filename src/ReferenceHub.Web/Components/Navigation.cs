using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Components;

/// <summary>Where each role can go.</summary>
public static class Navigation
{
    /// <summary>The groups of entries this viewer may open.</summary>
    public static IEnumerable<NavGroup> For(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        yield return new NavGroup(null,
        [
            .. Entries(viewer,
                (null, "home", "Home", "home", "/"),
                (null, "today", "Today", "checklist", "/today"),
                (null, "references", "References", "building", "/references"),
                (null, "nominations", "Nominations", "seedling", "/references/nominations"),
                (Right.SeeCustomerSecrets, "permissions", "Permissions", "shield-check", "/references/permissions"),
                (null, "content", "Content", "books", "/content"),
                (Right.RunProgram, "queue", "Request queue", "inbox", "/requests/queue"),
                (Right.AskForReference, "requests", viewer.Can(Right.RunProgram) ? "My requests" : "Requests", "message-2", "/requests"),
                (null, "opportunities", "Opportunities", "briefcase", "/opportunities"),
                (null, "processes", "Processes", "hierarchy", "/processes"),
                (Right.SeeUsage, "usage", "Usage", "gauge", "/usage"),
                (Right.SeeMetrics, "metrics", "Metrics", "chart-line", "/metrics")),
        ]);
        yield return new NavGroup("Administration",
        [
            .. Entries(viewer,
                (Right.ManagePeople, "people", "People", "users", "/admin/users"),
                (Right.ManageOrganisation, "organisation", "Organisation", "settings", "/admin/organisation"),
                (Right.ManageTaxonomies, "taxonomies", "Taxonomies", "sitemap", "/admin/taxonomies"),
                (Right.ManageSettings, "activity-types", "Activity types", "list-check", "/admin/activity-types"),
                (Right.WeighMatches, "matching", "Matching", "scale", "/admin/matching"),
                (Right.ManageSettings, "stages", "Deal stages", "briefcase", "/admin/stages"),
                (Right.ManageSettings, "calendars", "Business calendars", "calendar-time", "/admin/calendars"),
                (Right.SeeReveals, "reveals", "Contact look-ups", "eye", "/references/reveals"),
                (Right.ManageSettings, "messages", "Messages", "mail", "/admin/messages")),
        ]);
    }

    /// <summary>The part of the product that an entry belongs to, if it can be switched off.</summary>
    public static Modules? ModuleOf(string key) => key switch
    {
        "today" => Modules.Today,
        "opportunities" => Modules.Opportunities,
        "usage" => Modules.Usage,
        "metrics" => Modules.Metrics,
        _ => null,
    };

    private static IEnumerable<NavEntry> Entries(Viewer viewer, params (Right? Needs, string Key, string Text, string Icon, string Href)[] all) =>
        all.Where(entry => entry.Needs is null || viewer.Can(entry.Needs.Value))
            .Select(entry => new NavEntry(entry.Key, entry.Text, entry.Icon, entry.Href, false, 0));
}
