using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.Editions;

/// <summary>What the page of one version shows.</summary>
/// <param name="List">Its policies, and all versions.</param>
/// <param name="Differences">What differs from the version in force.</param>
/// <param name="HeldBack">The form for what is kept for large deals.</param>
/// <param name="Start">The form for its start.</param>
public sealed record EditionPage(PolicyList List, IReadOnlyList<PolicyDifference> Differences, HeldBackForm HeldBack, StartEditionForm Start);

/// <summary>Puts the page of one version together.</summary>
public sealed class EditionPages(PolicyQueries queries)
{
    /// <summary>The page with what was typed, else with what is saved; either goes on from how the version stands now.</summary>
    public async Task<EditionPage> OfAsync(Guid editionId, HeldBackForm? held, StartEditionForm? start, Viewer viewer, CancellationToken ct)
    {
        var list = await queries.ListAsync(editionId, viewer, ct);
        var edition = list.Edition;
        held ??= new HeldBackForm { Percent = edition.HeldBackPercent, Above = edition.HeldBackPercent > 0 && edition.HoldsBackIn(list.Currency) ? edition.HeldBackAbove : null };
        start ??= new StartEditionForm { StartsOn = edition.StartsOn ?? list.Today };
        held.Version = start.Version = edition.Version;
        return new EditionPage(list, list.IsInForce ? [] : await queries.DifferencesAsync(list, ct), held, start);
    }
}
