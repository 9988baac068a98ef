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
        var isLimit = result.Rule?.StartsWith("Limit", StringComparison.Ordinal) == true || result.Rule?.StartsWith("Rest", StringComparison.Ordinal) == true;
        return isLimit ? $"{result.Rule}, set by {result.SetBy}" : result.Rule ?? "–";
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
