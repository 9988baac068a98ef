using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Infrastructure;

/// <summary>Roles as people read them.</summary>
public static class RoleWords
{
    private static readonly Roles[] Each = [Roles.Rep, Roles.ProgramManager, Roles.Marketing, Roles.Executive, Roles.Administrator];

    /// <summary>"Rep, program manager".</summary>
    public static string InWords(this Roles roles)
    {
        var words = string.Join(", ", Each.Where(role => roles.HasFlag(role)).Select(role => Words.Sentence(role.ToString()).ToLowerInvariant()));
        return words.Length == 0 ? "No role" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>"rep, program manager or marketing".</summary>
    public static string Either(this Roles roles)
    {
        var words = Each.Where(role => roles.HasFlag(role)).Select(role => Words.Sentence(role.ToString()).ToLowerInvariant()).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }

    /// <summary>Options to choose from.</summary>
    public static IEnumerable<SelectListItem> Choices() => Each.Select(role => new SelectListItem(Words.Sentence(role.ToString()), role.ToString()));

    /// <summary>The roles of ticked boxes; unknown ones are left out.</summary>
    public static Roles Parse(IEnumerable<string>? names) =>
        Each.Where(role => names?.Contains(role.ToString(), StringComparer.Ordinal) == true).Aggregate(Roles.None, (all, role) => all | role);

    /// <summary>The boxes of roles.</summary>
    public static List<string> Names(Roles roles) => [.. Each.Where(role => roles.HasFlag(role)).Select(role => role.ToString())];
}
