using ReferenceHub.Core.Matching;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Matching;

/// <summary>How many fit and can be asked, in words.</summary>
public static class MatchCounts
{
    /// <summary>"12 fit, 3 open now"; "nobody fits"; "12 fit, none open now".</summary>
    public static string Of(int total, int free) =>
        total == 0 ? "nobody fits" : $"{Words.Count(total, "fits", "fit")}, {(free == 0 ? "none" : Words.Number(free))} open now";

    /// <summary>The same of a search.</summary>
    public static string Of(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(result.Total, result.Free);
    }
}
