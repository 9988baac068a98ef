using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace ReferenceHub.Core.Requests;

/// <summary>What of a need is not as it is in another: told to whoever corrects a request that somebody else corrected meanwhile.</summary>
public static class NeedChanges
{
    private static readonly (string Name, Func<RequestNeed, string?> Value)[] Fields =
    [
        ("Opportunity", need => need.OpportunityId?.ToString()),
        ("Description", need => need.Text),
        ("Criteria", need => need.Criteria),
        ("Needed by", need => need.NeededBy?.ToString("d MMM yyyy", CultureInfo.InvariantCulture)),
        ("References wanted", need => need.Wanted.ToString(CultureInfo.InvariantCulture)),
        ("What they want to know", need => need.WantToKnow),
        ("Prospect", need => need.ProspectName),
        ("Prospect’s contact", need => need.ProspectContact),
        ("Prospect’s e-mail", need => need.ProspectEmail),
        ("Prospect’s industry", need => need.ProspectIndustry),
        ("Prospect’s region", need => need.ProspectRegion),
        ("Prospect’s staff", need => need.ProspectStaff?.ToString(CultureInfo.InvariantCulture)),
        ("Requirements", need => need.Requirements),
        ("Content tried", need => need.ContentTried),
        ("Language", need => need.Language),
        ("Time zone", need => need.ZoneId),
        ("Non-disclosure agreement", need => need.NdaInPlace ? "in place" : null),
        ("Competes with references", need => need.CompetesWithReferences ? "yes" : null),
        ("Preferred customers", need => need.Preferred.Count == 0 ? null : string.Join(' ', need.Preferred.Order())),
        ("Sponsor", need => need.Sponsor),
    ];

    // Keys say nothing to a reader, and long words are read on the request.
    private static readonly string[] Told = ["Needed by", "References wanted", "Prospect", "Prospect’s contact", "Prospect’s e-mail", "Prospect’s staff", "Non-disclosure agreement", "Competes with references", "Sponsor"];

    /// <summary>A mark of all that a need says; the same for the same need.</summary>
    public static string MarkOf(RequestNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Array.ConvertAll(Fields, field => Plain(field.Value(need))))))[..16];
    }

    /// <summary>The names of the fields in which two needs differ.</summary>
    public static IReadOnlyList<string> Between(RequestNeed one, RequestNeed other) => [.. Differing(one, other).Select(field => field.Name)];

    /// <summary>What is kept and what was typed, field by field, in words.</summary>
    internal static string InWords(RequestNeed kept, RequestNeed typed) => string.Join("; ", Differing(kept, typed).Select(field => Told.Contains(field.Name)
        ? $"{field.Name}: kept is {Plain(field.Value(kept)) ?? "nothing"}, yours is {Plain(field.Value(typed)) ?? "nothing"}"
        : $"{field.Name} differs"));

    private static IEnumerable<(string Name, Func<RequestNeed, string?> Value)> Differing(RequestNeed one, RequestNeed other) =>
        Fields.Where(field => Plain(field.Value(one)) != Plain(field.Value(other)));

    private static string? Plain(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim().ReplaceLineEndings("\n");
}
