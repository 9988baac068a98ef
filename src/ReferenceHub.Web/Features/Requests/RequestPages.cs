using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Puts the page of one request together from what the rooms offer.</summary>
public sealed class RequestPages(RequestQueries requests, RequestPeople people, RequestMatches matches, MatchQueries catalog, UsagePanelQueries usage, ContactChoices contacts, UnmetRequests unmet, RequestCompany company, UseSheets uses, AskMails mails, TermChoices terms)
{
    /// <summary>References offered as candidates at once.</summary>
    private const int Offered = 25;

    /// <summary>The page as the viewer may see it; references by other criteria than the request's own where <paramref name="relaxed"/> says so; without what stands beside it as a <paramref name="preview"/>.</summary>
    public async Task<RequestPage> ReadAsync(
        int number, Viewer viewer, string? open, Refused? refused, CancellationToken ct, string? find = null, string? relaxed = null, bool preview = false)
    {
        var request = await requests.DetailAsync(number, viewer, ct);
        var focus = request.Candidates.FirstOrDefault(candidate => candidate.SecretsShown && candidate.State.IsLive());
        var offers = request.Runs && (request.State == RequestState.Submitted || request.State.IsWorkedOn());
        var answers = request.Drives && request.State.IsOpen() && request.State.MayBecome(RequestState.Deflected);
        var instead = offers && !string.IsNullOrEmpty(relaxed) ? Criteria.Parse(relaxed) : null;
        var match = offers || answers ? await matches.ForAsync(number, viewer, ct, instead, offers ? Offered + request.Candidates.Count : 1) : null;
        var whole = request.SubmittedAt is not null && !preview;
        var answer = !offers ? null : string.IsNullOrWhiteSpace(find) ? match!.Live.Answer : await NamedAsync(request, find, match!, viewer, ct);
        return new RequestPage
        {
            Request = request,
            Chips = await ChipsAsync(Criteria.Parse(request.Need.Criteria), viewer, ct),
            Managers = request.Runs && request.State.IsOpen() ? await people.ManagersAsync(ct) : [],
            Offers = answer,
            Contacts = answer is null ? new Dictionary<Guid, IReadOnlyList<ContactChoice>>() : await contacts.ForAsync(request.Need, OfferedIn(answer), viewer, ct),
            SeveralAt = await contacts.SeveralAsync([.. request.Candidates.Where(candidate => candidate.MayChangeContact).Select(candidate => candidate.CustomerId)], ct),
            Choices = await ChoicesAsync(request, open, viewer, ct),
            Asked = match?.Asked ?? new Dictionary<Guid, AskedMark>(),
            Misfits = match?.Misfits ?? new Dictionary<Guid, Misfit>(),
            Ready = answers && instead is null ? match!.Live.Content : [],
            Relaxed = instead,
            Sought = match?.Live.Criteria ?? Criteria.None,
            Uses = await uses.OfAsync(request, ct),
            Mails = whole ? await mails.WaitingAsync([.. request.Candidates.Where(candidate => candidate.State.IsLive()).Select(candidate => candidate.Id)], ct) : null,
            Unmet = await unmet.OfAsync(request, viewer, ct),
            Company = whole ? await company.OfAsync(request.Id, ct) : null,
            Colleagues = whole && request.Drives ? await people.ColleaguesAsync(viewer, ct) : [],
            Duplicates = whole && request.Runs && request.State.IsOpen() ? await people.WithCandidatesAsync(await people.DuplicatesAsync(request.Deal?.Id, number, viewer, ct), viewer, ct) : [],
            UsageOf = focus,
            Usage = focus is null ? null : await usage.ReadAsync(focus.CustomerId, viewer, ct),
            Open = open,
            Find = find,
            TermNames = request.Need is { ProspectIndustry: null, ProspectRegion: null } ? new Dictionary<string, string>() : await terms.NamesAsync([TermKind.Industry, TermKind.Region], ct),
            Refused = refused,
        };
    }

    /// <summary>Criteria in words.</summary>
    public async Task<IReadOnlyList<Chip>> ChipsAsync(Criteria criteria, Viewer viewer, CancellationToken ct) =>
        [.. (await catalog.WordsAsync(criteria, viewer, ct)).Select(chip => new Chip(chip.Item.Facet.Name(), chip.Item.Facet.Label(), chip.Item.Key, chip.Words, chip.Item))];

    // What speaks for each of them takes several queries a customer: read for the one form that is open.
    private async Task<IReadOnlyList<ContactChoice>> ChoicesAsync(RequestDetail request, string? open, Viewer viewer, CancellationToken ct) =>
        request.Candidates.FirstOrDefault(candidate => candidate.MayChangeContact && open == RequestPage.FormOf("contact", candidate.Id)) is { } chosen
            ? await contacts.AllAsync(request.Need, chosen.CustomerId, request.Type, viewer, ct)
            : [];

    private static List<Guid> OfferedIn(CatalogAnswer answer) => [.. answer.Result.Rows.Concat(answer.Result.ClosedRows.Where(row => row.Standing.Acts)).Select(row => row.CustomerId)];

    private Task<CatalogAnswer> NamedAsync(RequestDetail request, string name, RequestMatch match, Viewer viewer, CancellationToken ct) =>
        catalog.SearchAsync(new CatalogAsk(Criteria.None.WithText(name), request.Type.Key, ForAsking: true, RequestId: request.Id, Take: Offered) { WithContacts = false, Refused = match.Refused, DealAmount = match.DealAmount }, viewer, ct);
}
