using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Processes;

/// <summary>Steps as a list shows them.</summary>
/// <param name="Outline">The process.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Holders">Names of people who always do a step.</param>
/// <param name="Whole">Everything open, as on paper.</param>
/// <param name="Messages">What is told to whom in requests of one kind: its key; null elsewhere.</param>
public sealed record OutlineView(ProcessOutline Outline, ProcessKind Kind, IReadOnlyDictionary<Guid, string> Holders, bool Whole = false, string? Messages = null)
{
    /// <summary>Parts of a request that the routes of its kinds leave out.</summary>
    public IReadOnlyCollection<RequestTurn> OffRoute { get; init; } = [];
}

/// <summary>Processes in words.</summary>
public static class ProcessPageWords
{
    /// <summary>"in force since 3 Mar", "from 1 Dec", "a draft", "until 2 Mar".</summary>
    public static string Standing(ProcessPage page, ProcessVersion version)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(version);
        var shipped = version.StartsOn is { } first && first.Year < 2000;
        return page.StateOf(version) switch
        {
            VersionState.Draft => "a draft, nothing is started by it",
            VersionState.Planned => $"planned, from {Words.Day(version.StartsOn!.Value, page.Today)}",
            VersionState.InForce => shipped ? "in force" : $"in force since {Words.Day(version.StartsOn!.Value, page.Today)}",
            _ when page.LastDayOf(version) < version.StartsOn => $"replaced on the day it started, {Words.Day(version.StartsOn!.Value, page.Today)}",
            _ => $"{(shipped ? "" : $"from {Words.Day(version.StartsOn!.Value, page.Today)} ")}until {Words.Day(page.LastDayOf(version), page.Today)}",
        };
    }

    /// <summary>"3 d", "4.8 h", "at once".</summary>
    public static string Target(ProcessStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step switch
        {
            { Hours: { } hours } => string.Create(Words.Culture, $"{hours:0.##} h"),
            { Days: 0 } => "at once",
            _ => string.Create(Words.Culture, $"{step.Days} d"),
        };
    }

    /// <summary>"21 business days from Consent and release to Publish".</summary>
    public static string? Promise(ProcessOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return outline is { Days: { } days, To: { } to }
            ? $"{Words.Count(days, "business day")} {(outline.From is { } from ? $"from the end of “{from.Name}”" : "from the beginning")} to “{to.Name}”"
            : null;
    }

    /// <summary>"24 steps and 3 after it".</summary>
    public static string Steps(ProcessOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var after = outline.Steps.Count() - outline.Counted;
        return after == 0 ? Words.Count(outline.Counted, "step") : $"{Words.Count(outline.Counted, "step")} and {after} after";
    }

    /// <summary>What a production makes.</summary>
    public static string Makes(AssetKind kind) => kind.ToString();

    /// <summary>"Sales call: first yes in 2 business days, owner → customer".</summary>
    public static string Promised(ActivityType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Route == ApprovalRoute.Project ? type.Name : $"{type.Name}: first yes in {Words.Count(type.TargetBusinessDays, "business day")}, {type.Route.InWords()}";
    }

    /// <summary>Parts in which nobody is asked, by the routes of the kinds of requests that a process goes with.</summary>
    public static IReadOnlyCollection<RequestTurn> OffRoute(IReadOnlyCollection<ActivityType> types) =>
        types.Count == 0 ? [] : [.. RequestTurns.Asked.Where(turn => !types.Any(type => type.Route switch
        {
            ApprovalRoute.OwnerLegalCustomer => true,
            ApprovalRoute.OwnerCustomer => turn != RequestTurn.Legal,
            _ => turn == RequestTurn.Owner,
        }))];

    /// <summary>What happened to a stage or step.</summary>
    public static string Of(ProcessChange change) => change switch
    {
        ProcessChange.Added => "New",
        ProcessChange.Removed => "Gone",
        ProcessChange.Moved => "Moved",
        _ => "Changed",
    };

    /// <summary>Which part of the page of a step a problem is about.</summary>
    public static string Anchor(ProcessProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Field switch { nameof(ProcessStep.Message) => "MessageSubject", nameof(ProcessStep.HolderId) => "HolderId", var field => field };
    }
}
