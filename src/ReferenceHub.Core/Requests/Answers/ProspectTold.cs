using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

/// <summary>What those who are asked learn of a prospect: what the requester wrote on purpose, never the deal behind it.</summary>
/// <param name="Name">Company, as far as the requester names it.</param>
/// <param name="Person">Person there.</param>
/// <param name="Industry">Industry.</param>
/// <param name="Region">Region or country.</param>
/// <param name="Staff">Number of staff.</param>
/// <param name="NdaInPlace">Whether a non-disclosure agreement is in place.</param>
public sealed record ProspectTold(string? Name, string? Person, Term? Industry, Term? Region, int? Staff, bool NdaInPlace)
{
    internal static ProspectTold Of(ReferenceRequest request, TermBook terms) => new(
        request.ProspectName,
        request.ProspectContact,
        terms.Find(TermKind.Industry, request.ProspectIndustry),
        terms.Find(TermKind.Region, request.ProspectRegion),
        request.ProspectStaff,
        request.NdaInPlace);
}
