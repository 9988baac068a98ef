using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Palette;

/// <summary>Something to begin, or a page that the menu doesn't name. Otherwise: other words people look for it by.</summary>
public sealed record PaletteAction(string Text, string Href, string Icon, string? Otherwise = null, Right? Needs = null, Modules? Module = null);

/// <summary>What can be begun from anywhere.</summary>
public static class PaletteActions
{
    private static readonly PaletteAction[] All =
    [
        new("New request", "/requests/new", "plus", "ask for a reference call", Right.AskForReference),
        new("Nominate a customer", "/references/nominations/new", "seedling", "suggest propose"),
        new("New customer", "/references/new", "building", "add reference", Right.EditAnyCustomer),
        new("New deal", "/opportunities/new", "briefcase", "add opportunity", Right.AskForReference, Modules.Opportunities),
        new("New content", "/content/new", "books", "add story video asset", Right.ManageContent),
        new("Shared content", "/content/shares", "link", "shares links prospects send", Right.ShareContent),
        new("Import", "/references/import", "file-import", "upload csv excel spreadsheet", Right.Import),
        new("Log a use", "/usage/uses/new", "clipboard-list", "record call", Right.EditAnyCustomer, Modules.Usage),
        new("Policies", "/usage/policies", "scale", "limits cooldown", Right.SeeUsage, Modules.Usage),
        new("Give and take", "/usage/given", "gift", "gifts thanks owed balance", Right.SeeUsage, Modules.Usage),
        new("Matching weights", "/admin/matching", "scale", PageWords.Of("/admin/matching"), Right.WeighMatches),
        new("Unmet demand", "/references/unmet", "target", "gaps nobody fits needs", Right.AskForReference),
        new("Keep records true", "/references/verification", "shield-check", "verify confirm overdue"),
        new("Compare references", "/references/compare", "columns-2", "side by side"),
        new("Saved views", "/views", "bookmark", "filters alerts"),
        new("Profile and password", "/account/profile", "user", "account settings zone"),
        new("Inbox", "/account/inbox", "bell", "notices unread"),
        new("Notifications", "/account/notifications", "bell", "mails digest quiet hours"),
        new("Absence", "/account/absence", "calendar-off", "away holiday vacation leave stand-in"),
        new("Proposed changes", "/references/proposals", "edit", "suggestions"),
        new("Owners", "/references/owners", "users", "hand over customers leavers", Right.EditAnyCustomer),
        new("Duplicate customers", "/references/duplicates", "copy", "merge same", Right.EditAnyCustomer),
        new("Duplicate deals", "/opportunities/duplicates", "copy", "merge same opportunities", Right.RunProgram, Modules.Opportunities),
        new("Archive", "/references/archive", "archive", "archived restore", Right.EditAnyCustomer),
        new("Teams", "/admin/teams", "users-group", "regions calendars", Right.ManagePeople),
    ];

    /// <summary>Those that this viewer may begin.</summary>
    public static IEnumerable<PaletteAction> For(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return All.Where(action => action.Needs is not { } right || viewer.Can(right));
    }
}
