using ReferenceHub.Core.Today;

namespace ReferenceHub.Web.Features.Home;

/// <summary>The picture beside each kind of need.</summary>
public static class NeedIcons
{
    public static string Of(NeedKind kind) => kind switch
    {
        NeedKind.Question => "help-circle",
        NeedKind.Approval => "user-check",
        NeedKind.Trouble => "alert-triangle",
        NeedKind.Unassigned => "user-plus",
        NeedKind.Outcome => "calendar-check",
        NeedKind.Draft => "pencil",
        NeedKind.FollowUp => "checklist",
        NeedKind.Verification => "shield-check",
        NeedKind.Proposal => "edit",
        NeedKind.Nomination => "seedling",
        NeedKind.Content => "file-text",
        _ => "mail-x",
    };
}
