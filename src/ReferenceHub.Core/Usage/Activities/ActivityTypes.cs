using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Keys of the activity types that ship.</summary>
public static class ActivityKeys
{
    /// <summary>A call with a prospect.</summary>
    public const string SalesCall = "sales-call";

    /// <summary>Being named in an RFP.</summary>
    public const string Rfp = "rfp";

    /// <summary>A quote.</summary>
    public const string Quote = "quote";

    /// <summary>Showing the logo.</summary>
    public const string Logo = "logo";

    /// <summary>Talking to an analyst.</summary>
    public const string Analyst = "analyst";

    /// <summary>Talking to the press.</summary>
    public const string Press = "press";

    /// <summary>Speaking at an event.</summary>
    public const string Event = "event";

    /// <summary>A prospect's visit.</summary>
    public const string SiteVisit = "site-visit";

    /// <summary>A written story.</summary>
    public const string Story = "story";

    /// <summary>A video.</summary>
    public const string Video = "video";
}

/// <summary>The activity types that ship.</summary>
public static class ActivityTypes
{
    private const int DayMinutes = 480;

    /// <summary>All of them; those that nothing serves yet are switched off.</summary>
    public static IReadOnlyList<ActivityType> Shipped() =>
    [
        Call(),
        Type(ActivityKeys.Rfp, "RFP listing", 2, 0, 0, 3, ApprovalRoute.SelfServeElseOwner, PermissionScope.Rfp, "file-certificate", on: true),
        Type(ActivityKeys.Quote, "Quote", 3, 0, 15, 10, ApprovalRoute.OwnerLegalCustomer, PermissionScope.Quote, "quote"),
        Type(ActivityKeys.Logo, "Logo", 4, 0, 15, 10, ApprovalRoute.OwnerLegalCustomer, PermissionScope.Logo, "badge-tm"),
        Type(ActivityKeys.Analyst, "Analyst", 5, 1, 45, 15, ApprovalRoute.OwnerCustomer, PermissionScope.Analyst, "chart-histogram", on: true),
        Type(ActivityKeys.Press, "Press", 6, 1, 45, 20, ApprovalRoute.OwnerLegalCustomer, PermissionScope.Press, "news", on: true),
        Type(ActivityKeys.Event, "Event", 7, 2, 60, 20, ApprovalRoute.OwnerCustomer, PermissionScope.Event, "microphone", on: true, notice: 60),
        Type(ActivityKeys.SiteVisit, "Site visit", 8, 3, 90, 30, ApprovalRoute.OwnerCustomer, PermissionScope.SiteVisit, "building-factory"),
        Type(ActivityKeys.Story, "Story", 9, 2, 45, 21, ApprovalRoute.Project, PermissionScope.Story, "writing"),
        Type(ActivityKeys.Video, "Video", 10, 3, 60, 50, ApprovalRoute.Project, PermissionScope.Video, "video"),
    ];

    private static ActivityType Call()
    {
        var call = Type(ActivityKeys.SalesCall, "Sales call", 1, 1, 30, 2, ApprovalRoute.OwnerCustomer, PermissionScope.SalesCall, "phone", on: true);
        call.Promise(new ActivityTargets(2, 4 * 60, 4 * 60, 6 * 60));
        return call;
    }

    private static ActivityType Type(
        string key, string name, int order, int units, int minutes, int days, ApprovalRoute route, PermissionScope scope, string icon, bool on = false, int notice = 0)
    {
        var type = new ActivityType(key, name, order, units, minutes, route, scope, icon);
        var total = days * DayMinutes;
        type.Promise(new ActivityTargets(days, total * 20 / 100, total * 20 / 100, total * 30 / 100));
        type.Demand(new ActivityTerms(notice, AsksGate: true, AsksNda: key == ActivityKeys.SiteVisit, ActivityFields.HiddenFor(key)));
        type.Tell(ShippedTexts.Of(key));
        type.Switch(on);
        return type;
    }
}
