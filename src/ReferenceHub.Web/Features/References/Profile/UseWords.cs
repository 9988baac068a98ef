using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.References.Profile;

/// <summary>A use in words.</summary>
public static class UseWords
{
    /// <summary>The rule that closes, with who set it where somebody did.</summary>
    public static string Rule(AvailabilityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Rule is "Paused" or "Contact paused" or "No contact is willing" or null ? result.Rule ?? "–" : $"{result.Rule}, set by {result.SetBy}";
    }

    /// <summary>The rule that closes with the first day that works; null where nothing does.</summary>
    public static string? RuleAndDay(AvailabilityResult result, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Rule is null ? null : $"{Rule(result)}, {(result.FreeOn is { } free ? $"free on {Words.Day(free, today)}" : "no free day in sight")}";
    }

    /// <summary>"Planned · 1 unit reserved", "30 min · logged by hand · limit overridden".</summary>
    public static string Of(Use use, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(use);
        var parts = new List<string>
        {
            use.State switch
            {
                UseState.Pending => "Asked, waiting",
                UseState.Planned => "Planned",
                UseState.NoShow => "No show",
                UseState.Released => "Released",
                _ => use.IsAhead(today) ? "Agreed" : "Held",
            },
        };
        if (use.Units > 0)
        {
            parts.Add(Words.Count(use.Units, "unit") + (use.State is UseState.Pending or UseState.Planned ? " reserved" : ""));
        }

        if (use.Minutes > 0)
        {
            parts.Add($"{use.Minutes} min");
        }

        if (use.Source is UseSource.Outside or UseSource.Import)
        {
            parts.Add(use.Source == UseSource.Outside ? "logged by hand" : "imported");
        }

        if (use.Overridden)
        {
            parts.Add("limit overridden");
        }

        return string.Join(" · ", parts);
    }
}
