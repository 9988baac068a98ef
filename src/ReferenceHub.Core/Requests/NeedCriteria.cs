using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>What a request looks for.</summary>
public sealed class NeedCriteria(RequirementLists lists)
{
    /// <summary>Its chips, which are what the words came to after somebody corrected them; without chips its words; without words what its list of requirements wishes.</summary>
    public async Task<Criteria> OfAsync(string? criteria, string? text, string? requirements, Viewer viewer, CancellationToken ct)
    {
        var chips = Criteria.Parse(criteria);
        return !chips.IsEmpty ? chips
            : !string.IsNullOrWhiteSpace(text) ? Criteria.None.WithText(text)
            : await lists.WishesAsync(requirements, viewer, ct);
    }
}
