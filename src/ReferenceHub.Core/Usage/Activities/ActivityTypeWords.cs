using System.Globalization;
using ReferenceHub.Core.History;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>An activity type in words, field by field: for its history, and to lay two versions side by side.</summary>
public static class ActivityTypeWords
{
    /// <summary>The fields in which two differ.</summary>
    public static IReadOnlyList<FieldChange> Differences(ActivityType before, ActivityType after) =>
        [.. Of(before).Zip(Of(after), (was, now) => new FieldChange(was.Field, was.Text, now.Text)).Where(field => field.Before != field.After)];

    /// <summary>A copy with what a change says; nothing of the type itself changes.</summary>
    public static ActivityType Changed(ActivityType type, ActivityTypeChange change)
    {
        ArgumentNullException.ThrowIfNull(type);
        var copy = new ActivityType(type.Key, type.Name, type.Order, type.Units, type.Minutes, type.Route, type.Scope, type.Icon);
        change.Onto(copy);
        return copy;
    }

    /// <summary>Who has to say yes, in words.</summary>
    public static string InWords(this ApprovalRoute route) => route switch
    {
        ApprovalRoute.OwnerCustomer => "owner → customer",
        ApprovalRoute.OwnerLegalCustomer => "owner → legal → customer",
        ApprovalRoute.SelfServeElseOwner => "self-serve if listed, else owner",
        _ => "project",
    };

    internal static IReadOnlyList<(string Field, string Text)> Of(ActivityType type) =>
    [
        ("Name", type.Name),
        ("Icon", type.Icon),
        ("Units", Number(type.Units)),
        ("Minutes", Number(type.Minutes)),
        ("Route", type.Route.InWords()),
        ("Permission", type.Scope.InWords()),
        ("Target", $"{type.TargetBusinessDays} business days"),
        ("Owner's window", Hours(type.OwnerReplyMinutes)),
        ("Legal's window", Hours(type.LegalReplyMinutes)),
        ("Customer's window", Hours(type.CustomerReplyMinutes)),
        ("Notice", $"{type.NoticeDays} days"),
        ("Sponsor below the gate", type.AsksGate ? "yes" : "no"),
        ("Non-disclosure agreement", type.AsksNda ? "yes" : "no"),
        ("Fields left out", string.Join(", ", ActivityFields.All.Where(field => type.HiddenFields.Contains(field.Name)).Select(field => field.Label))),
        ("What to expect", type.Expect ?? ""),
        ("Briefing", type.Briefing ?? ""),
        ("Offered", type.Enabled ? "yes" : "no"),
    ];

    private static string Hours(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} business hours");

    private static string Number(int figure) => figure.ToString(CultureInfo.InvariantCulture);
}
