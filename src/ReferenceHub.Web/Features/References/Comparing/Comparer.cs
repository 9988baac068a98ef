using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Features.References.Profile;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.References.Comparing;

/// <summary>A customer as the profile shows it to this viewer: the only source of a comparison.</summary>
public sealed record CompareSubject(ReferenceProfile Profile, UsagePanel Usage);

/// <summary>Lays profiles side by side; what a profile leaves out is left out here too.</summary>
public static class Comparer
{
    /// <summary>The comparison on a day.</summary>
    public static Comparison Of(IReadOnlyList<CompareSubject> subjects, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        CompareSection[] sections =
        [
            new("Standing", Standing(subjects, today)),
            new("Company", Facts(subjects)),
            new("Products in use", Products(subjects)),
            new("Attributes", Attributes(subjects)),
            new("Permissions", Permissions(subjects, today)),
            new("Availability today", Availability(subjects, today)),
            new("Usage", Usage(subjects, today)),
            new("Content", Content(subjects)),
            new("Not shown to sales", Secrets(subjects, today)),
        ];
        return new Comparison(
            [.. subjects.Select(subject => new ComparedCustomer(subject.Profile.Id, subject.Profile.Name, subject.Profile.Line, subject.Profile.Sight.Named))],
            [.. sections.Where(section => section.Rows.Count > 0)]);
    }

    private static IReadOnlyList<CompareRow> Standing(IReadOnlyList<CompareSubject> subjects, DateOnly today) =>
    [
        Row("Reference status", subjects, subject => new(subject.Profile.PausedUntil is { } until ? $"until {Words.Day(until, today)}" : null) { PillKind = "reference", Pill = subject.Profile.Status }),
        Row("Tier", subjects, subject => new() { PillKind = "tier", Pill = subject.Profile.Tier }),
        Row("RFP-listed", subjects, subject => new(subject.Profile.RfpListed ? "yes" : "no")),
        Row("Owner", subjects, subject => new(subject.Profile.Owner?.Name)),
        Row("Confirmed", subjects, subject => new(!subject.Profile.Sight.Named ? null : subject.Profile.VerifiedAt is { } at ? Words.Ago(DateOnly.FromDateTime(at), today) : "not yet")),
    ];

    private static IReadOnlyList<CompareRow> Facts(IReadOnlyList<CompareSubject> subjects) =>
    [
        .. subjects.SelectMany(subject => subject.Profile.Facts.Select(fact => fact.Label)).Distinct(StringComparer.Ordinal)
            .Select(label => Row(label, subjects, subject => new(subject.Profile.Facts.FirstOrDefault(fact => fact.Label == label)?.Value))),
    ];

    private static IReadOnlyList<CompareRow> Products(IReadOnlyList<CompareSubject> subjects) =>
    [
        .. subjects.SelectMany(subject => subject.Profile.Products.Select(use => use.Product)).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)
            .Select(product => Row(product, subjects, subject => new(subject.Profile.Products.FirstOrDefault(use => use.Product == product) is { } use ? UseOf(use) : null))),
    ];

    private static string UseOf(ProfileProduct use)
    {
        string?[] parts = [use.Edition, use.Deployment, use.LiveSince is { } since ? $"live since {since.ToString("MMM yyyy", Words.Culture)}" : null, use.Replaced is { } old ? $"replaced {old}" : null];
        var words = string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return words.Length > 0 ? words : "in use";
    }

    private static IReadOnlyList<CompareRow> Attributes(IReadOnlyList<CompareSubject> subjects) =>
    [
        .. subjects.SelectMany(subject => subject.Profile.Attributes.Select(group => group.Label)).Distinct(StringComparer.Ordinal)
            .Select(label => Listed(label, subjects, subject => subject.Profile.Attributes.FirstOrDefault(group => group.Label == label)?.Names ?? [])),
    ];

    private static IReadOnlyList<CompareRow> Permissions(IReadOnlyList<CompareSubject> subjects, DateOnly today) =>
    [
        .. subjects.SelectMany(subject => subject.Profile.Permissions.Select(permission => permission.Scope)).Distinct().Order()
            .Select(scope => Row(Words.Capital(scope.InWords()), subjects, subject => subject.Profile.Permissions.FirstOrDefault(permission => permission.Scope == scope) is { } answer
                ? new(answer.Lapsed ? "lapsed" : answer is { Status: PermissionStatus.Granted, ValidUntil: { } until } ? $"until {Words.Day(until, today)}" : null) { PillKind = "permission", Pill = answer.Status }
                : new())),
    ];

    private static IReadOnlyList<CompareRow> Availability(IReadOnlyList<CompareSubject> subjects, DateOnly today) =>
    [
        .. subjects.SelectMany(subject => subject.Usage.Open.Select(type => (type.Key, type.Name))).Distinct()
            .Select(type => Row(type.Name, subjects, subject => subject.Usage.Open.FirstOrDefault(open => open.Key == type.Key) is { } open
                ? new(UseWords.RuleAndDay(open.Result, today)) { PillKind = "availability", Pill = open.Result.State }
                : new())),
    ];

    private static IReadOnlyList<CompareRow> Usage(IReadOnlyList<CompareSubject> subjects, DateOnly today)
    {
        List<CompareRow> rows = subjects.All(subject => !subject.Profile.Sight.Standing) ? [] : [Row("Last used", subjects, subject => new(subject.Usage.LastUsed is { } day ? Words.Ago(day, today) : subject.Profile.Sight.Standing ? "not yet" : null))];
        if (subjects.Any(subject => subject.Usage.Totals is not null))
        {
            rows.Add(Row("Uses in 365 days", subjects, subject => new(subject.Usage.Totals?.UsesInYear.ToString(Words.Culture))));
            rows.Add(Row("Fatigue, of 100", subjects, subject => new(subject.Usage.Totals?.Fatigue.Score.ToString(Words.Culture))));
        }

        return rows;
    }

    private static IReadOnlyList<CompareRow> Content(IReadOnlyList<CompareSubject> subjects) =>
    [
        .. subjects.SelectMany(subject => subject.Profile.Assets.Select(asset => asset.Kind)).Distinct().Order()
            .Select(kind => Listed(kind.ToString(), subjects, subject => [.. subject.Profile.Assets.Where(asset => asset.Kind == kind).Select(asset => asset.Title)])),
    ];

    private static IReadOnlyList<CompareRow> Secrets(IReadOnlyList<CompareSubject> subjects, DateOnly today) => subjects.All(subject => subject.Profile.Secrets is null) ? [] :
    [
        Row("Health", subjects, subject => new(subject.Profile.Secrets?.Health?.ToString(Words.Culture))),
        Row("NPS", subjects, subject => new(subject.Profile.Secrets?.Nps?.ToString(Words.Culture))),
        Row("Renewal", subjects, subject => new(subject.Profile.Secrets?.RenewalOn is { } on ? Words.Day(on, today) : null)),
        Row("Open escalations", subjects, subject => new(subject.Profile.Secrets?.OpenEscalations.ToString(Words.Culture))),
    ];

    private static CompareRow Row(string label, IReadOnlyList<CompareSubject> subjects, Func<CompareSubject, CompareCell> cell) => new(label, [.. subjects.Select(cell)]);

    private static CompareRow Listed(string label, IReadOnlyList<CompareSubject> subjects, Func<CompareSubject, IReadOnlyList<string>> things)
    {
        var all = subjects.Select(things).ToList();
        return new CompareRow(label, [.. all.Select(own => new CompareCell { Items = [.. own.Select(thing => new CompareItem(thing, all.TrueForAll(other => other.Contains(thing))))] })]);
    }
}
