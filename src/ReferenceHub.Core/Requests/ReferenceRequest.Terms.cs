using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

public sealed partial class ReferenceRequest
{
    /// <summary>Says the same need with other terms: they took over those it named.</summary>
    public void Reclassify(string? criteria, string? language, string? industry, string? region)
    {
        Criteria = criteria is { Length: > CriteriaLength } ? Criteria : Guard.Optional(criteria, CriteriaLength, "Criteria");
        Language = language;
        ProspectIndustry = industry;
        ProspectRegion = region;
    }
}
