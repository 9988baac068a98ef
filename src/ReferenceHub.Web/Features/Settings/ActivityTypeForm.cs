using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>What the activity type page sends; windows in business hours.</summary>
public sealed class ActivityTypeForm
{
    public string? Name { get; set; }

    public string? Icon { get; set; } = ActivityIcons.All[0].Name;

    /// <summary>Effort units of one use.</summary>
    public int? Units { get; set; } = 1;

    /// <summary>Minutes of one use.</summary>
    public int? Minutes { get; set; } = 30;

    public ApprovalRoute? Route { get; set; } = ApprovalRoute.OwnerCustomer;

    public PermissionScope? Scope { get; set; } = PermissionScope.SalesCall;

    /// <summary>May be asked for.</summary>
    public bool Enabled { get; set; }

    /// <summary>Target in business days.</summary>
    public int? TargetDays { get; set; } = 5;

    /// <summary>Owner's window in business hours.</summary>
    public int? OwnerHours { get; set; } = 8;

    /// <summary>Legal's window in business hours.</summary>
    public int? LegalHours { get; set; } = 8;

    /// <summary>Customer's window in business hours.</summary>
    public int? CustomerHours { get; set; } = 12;

    /// <summary>Notice in calendar days.</summary>
    public int? NoticeDays { get; set; } = 0;

    public bool AsksGate { get; set; }

    public bool AsksNda { get; set; }

    /// <summary>Fields of the request form that are shown, by name.</summary>
    public List<string> Shown { get; set; } = [];

    /// <summary>What both sides are told; Markdown.</summary>
    public string? Expect { get; set; }

    /// <summary>Hints of the briefing sheet; Markdown.</summary>
    public string? Briefing { get; set; }

    /// <summary>Version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The type, for the page; null for a new one.</summary>
    [BindNever]
    public ActivityType? Type { get; private set; }

    /// <summary>The process in which its times to answer are written; null when they are written here.</summary>
    [BindNever]
    public ProcessTemplate? Process { get; private set; }

    /// <summary>What is typed here and what somebody else saved meanwhile, where they differ.</summary>
    [BindNever]
    public IReadOnlyList<FieldChange> Meanwhile { get; private set; } = [];

    /// <summary>An empty form: switched on, all fields but the list of requirements.</summary>
    public static ActivityTypeForm New() => new()
    {
        Enabled = true,
        AsksGate = true,
        Shown = [.. ActivityFields.All.Select(field => field.Name).Where(name => name != ActivityFields.Requirements)],
    };

    /// <summary>The form for a type.</summary>
    public static ActivityTypeForm Of(ActivityType type) => new()
    {
        Name = type.Name,
        Icon = type.Icon,
        Units = type.Units,
        Minutes = type.Minutes,
        Route = type.Route,
        Scope = type.Scope,
        Enabled = type.Enabled,
        TargetDays = type.TargetBusinessDays,
        OwnerHours = type.OwnerReplyMinutes / 60,
        LegalHours = type.LegalReplyMinutes / 60,
        CustomerHours = type.CustomerReplyMinutes / 60,
        NoticeDays = type.NoticeDays,
        AsksGate = type.AsksGate,
        AsksNda = type.AsksNda,
        Shown = [.. ActivityFields.All.Select(field => field.Name).Except(type.HiddenFields)],
        Expect = type.Expect,
        Briefing = type.Briefing,
        Version = type.Version,
        Type = type,
    };

    /// <summary>Gives the page the type back after a refused save.</summary>
    public void Describe(ActivityType type)
    {
        Type = type;
        Route = type.Route == ApprovalRoute.Project ? type.Route : Route;
    }

    /// <summary>Leaves the times to answer to the process in which they are written.</summary>
    public ActivityTypeForm WrittenIn(ProcessTemplate? process)
    {
        Process = process;
        if (process is not null && Type is { } type)
        {
            (OwnerHours, LegalHours, CustomerHours) = (type.OwnerReplyMinutes / 60, type.LegalReplyMinutes / 60, type.CustomerReplyMinutes / 60);
        }

        return this;
    }

    /// <summary>Keeps what is typed, on the type as somebody else has saved it meanwhile.</summary>
    public void LayUpon(ActivityType saved)
    {
        Meanwhile = ActivityTypeWords.Differences(ActivityTypeWords.Changed(saved, ToChange()), saved);
        Describe(saved);
        Version = saved.Version;
    }

    /// <summary>The checked form as a change; a window left as it is keeps its minutes.</summary>
    public ActivityTypeChange ToChange() => new(
        new ActivityFacts(Name!, Icon!, Units!.Value, Minutes!.Value, Route!.Value, Scope!.Value),
        new ActivityTargets(TargetDays!.Value, InMinutes(OwnerHours!.Value, Type?.OwnerReplyMinutes), InMinutes(LegalHours!.Value, Type?.LegalReplyMinutes), InMinutes(CustomerHours!.Value, Type?.CustomerReplyMinutes)),
        new ActivityTerms(NoticeDays!.Value, AsksGate, AsksNda, [.. ActivityFields.All.Select(field => field.Name).Except(Shown)]),
        new ActivityTexts(Expect, Briefing),
        Enabled,
        Version);

    private static int InMinutes(int hours, int? now) => hours == now / 60 ? now!.Value : hours * 60;
}
