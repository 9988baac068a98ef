using ReferenceHub.Core.Requests;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>What a list of requirements comes to, in words.</summary>
public static class RequirementWords
{
    /// <summary>"3 references together meet 7 of 8 lines."</summary>
    public static string Of(RequirementCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var met = cover.Together.Count switch
        {
            0 => "No line is met by a reference that can be asked.",
            1 => $"1 reference meets {cover.Covered} of {Words.Count(cover.Lines.Count, "line")}.",
            var together => $"{together} references together meet {cover.Covered} of {Words.Count(cover.Lines.Count, "line")}.",
        };
        return cover.LeftOut == 0 ? met : $"{met} The last {Words.Count(cover.LeftOut, "line")} were not read: {RequirementLists.MostLines} are the most.";
    }
}
