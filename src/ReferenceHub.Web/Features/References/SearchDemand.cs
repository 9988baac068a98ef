using ReferenceHub.Core.Matching;

namespace ReferenceHub.Web.Features.References;

/// <summary>What somebody can do when nobody who fits can be asked.</summary>
/// <param name="AlertId">The alert of this viewer for this very search, or null.</param>
/// <param name="Needs">Needs recorded for this very search, of deals in sight.</param>
/// <param name="DealId">The deal to record it against unless another is chosen.</param>
public sealed record SearchDemand(Guid? AlertId, IReadOnlyList<UnmetNeedLine> Needs, Guid? DealId);
