using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Puts the page of one request together from what the rooms offer.</summary>
public sealed class RequestPages(RequestQueries requests, RequestPeople people, LiveMatches matches, MatchQueries catalog, UsagePanelQueries usage)
{
    /// <summary>References offered as candidates at once.</summary>
    private const int Offered = 6;

    /// <summary>The page as the viewer may see it.</summary>
    public async Task<RequestPage> ReadAsync(int number, Viewer viewer, string? open, Refused? refused, CancellationToken ct, string? find = null, bool offeredWhenNew = false)
    {
        var request = await requests.DetailAsync(number, viewer, ct);
        var criteria = Criteria.Parse(request.Need.Criteria);
        var focus = request.Candidates.FirstOrDefault(candidate => candidate.SecretsShown && candidate.State.IsLive());
        var works = request.State is RequestState.Triaged or RequestState.Sourcing or RequestState.Confirmed || (offeredWhenNew && request.State == RequestState.Submitted);
        return new RequestPage
        {
            Request = request,
            Chips = await ChipsAsync(criteria, viewer, ct),
            Managers = request.Runs && request.State.IsOpen() ? await people.ManagersAsync(ct) : [],
            Offers = request.Runs && works ? await OffersAsync(request, criteria, find, viewer, ct) : null,
            UsageOf = focus,
            Usage = focus is null ? null : await usage.ReadAsync(focus.CustomerId, viewer, ct),
            Open = open,
            Find = find,
            Refused = refused,
        };
    }

    /// <summary>Criteria in words.</summary>
    public async Task<IReadOnlyList<Chip>> ChipsAsync(Criteria criteria, Viewer viewer, CancellationToken ct) =>
        [.. (await catalog.WordsAsync(criteria, viewer, ct)).Select(chip => new Chip(chip.Item.Facet.Name(), chip.Item.Facet.Label(), chip.Item.Key, chip.Words, chip.Item.Must))];

    // By the criteria, or by the name that the manager typed.
    private async Task<CatalogAnswer> OffersAsync(RequestDetail request, Criteria criteria, string? find, Viewer viewer, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(find))
        {
            return await catalog.SearchAsync(new CatalogAsk(Criteria.None.WithText(find), request.Type.Key, ForAsking: true, RequestId: request.Id, Take: Offered), viewer, ct);
        }

        return (await matches.ForAsync(request.Type.Key, criteria, viewer, ct, request.Id, take: Offered + request.Candidates.Count)).Answer;
    }
}
