using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;
using ReferenceHub.Core.Usage;
using ReferenceHub.Web.Features.References;

namespace ReferenceHub.Web.Features.Requests;

/// <summary>Puts the form of a request together: types, chips, matches, promise, duplicates.</summary>
public sealed class RequestFormPages(
    ActivityTypeQueries types, MatchQueries catalog, LiveMatches matches, RequestPromises promises, RequestPeople people, RequestPages pages, PreferredCustomers preferred, ProspectPlaces places, DealSizes sizes, ProspectRefusals refusals, AskedMarks marks, SearchDemands demands,
    DealProspects prospects, OpportunityQueries deals, SendWarnings warnings, RequestDrafts drafts, RequirementLists requirements, TermChoices terms, PeopleQueries persons)
{
    /// <summary>The page for what the form holds.</summary>
    public async Task<RequestFormPage> ReadAsync(RequestForm form, Viewer viewer, RequestDetail? corrected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var enabled = (await types.EnabledAsync(ct)).Where(type => type.Route != ApprovalRoute.Project).ToList();
        var offered = corrected is null ? enabled : [corrected.Type];
        form.ActivityKey = offered.Exists(type => type.Key == form.ActivityKey) || offered.Count == 0 ? form.ActivityKey : offered[0].Key;
        var criteria = Criteria.Parse(form.Criteria);
        var type = offered.Find(each => each.Key == form.ActivityKey);
        var ask = await AskAsync(form, criteria, corrected?.Id, viewer, ct);
        var found = await matches.ForAsync(ask, viewer, ct);
        var promise = type is null || corrected is not null ? null : await promises.ShownAsync(type, form.For ?? viewer.UserId, ct);
        return new RequestFormPage
        {
            Form = form,
            Types = offered,
            Chips = await pages.ChipsAsync(criteria, viewer, ct),
            Languages = await LanguagesAsync(ct),
            Matches = found,
            Demand = await demands.OfAsync(found.Answer, criteria, viewer, ct),
            Asked = await marks.OfAsync(corrected?.Id, form.OpportunityId, viewer, ct),
            Promise = promise,
            State = await StateAsync(form, viewer, ct),
            Warnings = promise is null ? [] : await warnings.OfAsync(form.ToNeed(), type!, promise.Promise, viewer, ct),
            People = corrected is null ? await PeopleAsync(viewer, ct) : [],
            Industries = Terms(await terms.OfAsync(TermKind.Industry, ct, form.ProspectIndustry)),
            Regions = Terms(await terms.OfAsync(TermKind.Region, ct, form.ProspectRegion)),
            DealProspect = await prospects.OfAsync(form.OpportunityId, viewer, ct),
            Drafts = form.Draft is null && corrected is null ? await drafts.LastAsync(viewer, 2, ct) : [],
            Cover = string.IsNullOrWhiteSpace(form.Requirements) ? null : await requirements.OfAsync(form.Requirements, new ListAsk(criteria, form.ActivityKey, await refusals.OfDealAsync(form.OpportunityId, viewer, ct)) { DealAmount = ask.DealAmount }, viewer, ct),
            Duplicates = await people.DuplicatesAsync(form.OpportunityId, form.Draft ?? corrected?.Number, viewer, ct),
            Preferred = await preferred.NamesAsync(form.Preferred, viewer, ct),
            Corrected = corrected,
            MoreOpen = HasMore(form, type),
        };
    }

    /// <summary>Takes over words that the criteria were read from elsewhere: what was taken out of them there is not read again.</summary>
    public async Task CarryWordsAsync(RequestForm form, string said, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(said);
        var words = said.Length > Criteria.TextLength ? said[..Criteria.TextLength] : said;
        var read = await catalog.ReadWordsAsync(Criteria.None.WithText(words), viewer, ct);
        var kept = Criteria.Parse(form.Criteria);
        form.Dropped = Fitting(Criteria.Of(read.Criteria.Items.Where(item => !Has(kept, item))).ToQuery());
        form.Text = form.Text is { } more && !more.Split(' ').All(word => words.Contains(word.Trim('"'), StringComparison.OrdinalIgnoreCase)) ? $"{words}\n{more}" : words;
    }

    /// <summary>Reads the words into chips, and takes out or switches the chip that was pressed; takes the deal that was looked for.</summary>
    public async Task ReadWordsAsync(RequestForm form, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var before = Criteria.Parse(form.Criteria);
        var criteria = before;
        var dropped = Criteria.Parse(form.Dropped);
        var words = form.Text is { Length: > Criteria.TextLength } ? form.Text[..Criteria.TextLength] : form.Text;
        if (!string.IsNullOrWhiteSpace(words))
        {
            var read = await catalog.ReadWordsAsync(Criteria.None.WithText(words.ReplaceLineEndings(" ")), viewer, ct);
            var known = read.Criteria.Items.Where(item => !Has(dropped, item) && !Has(criteria, item)).ToList();

            // One day is meant: typed on, "by 12" becomes "by 12 May".
            var stands = known.Exists(item => item.Facet == Facet.FreeBy) ? criteria.Items.Where(item => item.Facet != Facet.FreeBy) : criteria.Items;
            criteria = Criteria.Of(stands.Concat(known), criteria.Text);
        }

        if (Of(criteria, form.Drop) is { } gone)
        {
            criteria = criteria.Without(gone.Facet, gone.Key);
            dropped = dropped.With(gone);
        }

        if (form.Relax is { } left)
        {
            var kept = Criteria.Parse(left);
            dropped = Criteria.Of(dropped.Items.Concat(criteria.Items.Where(item => !Has(kept, item))));
            criteria = criteria.Without(criteria.Items.Where(item => !Has(kept, item)));
        }

        if (Of(criteria, form.Switch) is { } switched)
        {
            criteria = criteria.With(switched.Switched());
        }

        form.OpportunityId = await deals.PickedAsync(form.Find, form.OpportunityQuery, viewer, ct) ?? form.OpportunityId;
        if (form.OpportunityId is not null && form.PrefilledFrom != form.OpportunityId)
        {
            form.Prefill(await prospects.OfAsync(form.PrefilledFrom, viewer, ct), await prospects.OfAsync(form.OpportunityId, viewer, ct));
        }

        form.TakePicked();
        form.CarryDay(before, criteria);
        form.Criteria = Fitting(criteria.WithText(null).ToQuery());
        form.Dropped = Fitting(dropped.ToQuery());
        form.Drop = form.Switch = form.Relax = null;
        form.Preferred.RemoveAll(id => id == form.Unprefer);
        form.Unprefer = null;
    }

    // Content chosen beside a correction answers the request as it was sent: for its deal, and for who asked.
    private async Task<LiveAsk> AskAsync(RequestForm form, Criteria criteria, Guid? requestId, Viewer viewer, CancellationToken ct)
    {
        var needed = criteria.IsEmpty && string.IsNullOrWhiteSpace(form.Text) ? await requirements.WishesAsync(form.Requirements, viewer, ct) : criteria;
        var ask = new LiveAsk(form.ActivityKey, needed) { Alike = DealProspects.Like(form.ProspectIndustry, form.ProspectRegion, form.ProspectStaff), Sentence = form.Text, RequestId = requestId, Language = form.Language, ZoneId = form.ZoneId };
        if (requestId is not { } sent)
        {
            return ask with { Prospect = await places.OfDealAsync(form.OpportunityId, viewer, ct), DealAmount = await sizes.OfDealAsync(form.OpportunityId, viewer, ct), Refused = await refusals.OfDealAsync(form.OpportunityId, viewer, ct) };
        }

        var (place, requester) = await places.OfRequestAsync(sent, viewer, ct);
        return ask with { Prospect = place, Requester = requester, DealAmount = await sizes.OfRequestAsync(sent, viewer, ct) };
    }

    private static string? Fitting(string query) => query.Length is 0 or > ReferenceRequest.CriteriaLength ? null : query;

    private static bool Has(Criteria criteria, Criterion item) => criteria.Items.Any(each => each.Facet == item.Facet && each.Key == item.Key);

    private static Criterion? Of(Criteria criteria, string? chip) =>
        chip?.Split(':', 2) is [var facet, var key] ? criteria.Items.Select(item => (Criterion?)item).FirstOrDefault(item => item!.Value.Facet.Name() == facet && item.Value.Key == key) : null;

    private static bool HasMore(RequestForm form, ActivityType? type) =>
        form.ProspectName is not null || form.ProspectContact is not null || form.ProspectEmail is not null || form.ContentTried is not null || form.For is not null || form.Language is not null || form.ZoneId is not null || form.Sponsor is not null || (form.NdaInPlace && type?.AsksNda != true) || form.CompetesWithReferences;

    /// <summary>How the draft behind a form stands: kept, or changed elsewhere.</summary>
    public async Task<DraftState> StateAsync(RequestForm form, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var version = form.Over ?? form.DraftVersion;
        var kept = form.Draft is { } number ? await drafts.VersionAsync(number, viewer, ct) : null;
        return new DraftState(form.Draft, version) { Elsewhere = kept is not null && version is not null && kept != version ? kept : null };
    }

    private async Task<IReadOnlyList<SelectListItem>> PeopleAsync(Viewer viewer, CancellationToken ct) =>
        [.. (await persons.ActiveAsync(Roles.Rep | Roles.Marketing | Roles.ProgramManager, ct)).Where(person => person.Id != viewer.UserId).Select(person => new SelectListItem(person.Name, person.Id.ToString()))];

    private static List<SelectListItem> Terms(IReadOnlyList<TermChoice> choices)
    {
        var groups = choices.Select(choice => choice.Parent ?? choice.Name).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        return [.. choices.Select(choice => new SelectListItem(choice.Name, choice.Key) { Group = groups[choice.Parent ?? choice.Name] })];
    }

    private async Task<IReadOnlyList<SelectListItem>> LanguagesAsync(CancellationToken ct)
    {
        var known = await catalog.TermsAsync(ct);
        return [.. known.All.Where(term => term.Facet == Facet.Language).OrderBy(term => term.Name, StringComparer.Ordinal).Select(term => new SelectListItem(term.Name, term.Key))];
    }
}
