using Microsoft.AspNetCore.Mvc.Rendering;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage;

/// <summary>Puts the page of one policy together.</summary>
public sealed class PolicyFormPages(PolicyQueries queries, PolicyChoices choices, ActivityTypeQueries types, LogUseQueries customers)
{
    /// <summary>The terms that a segment is made of.</summary>
    public Task<PolicyTermChoices> TermsAsync(CancellationToken ct) => choices.TermsAsync(ct);

    /// <summary>Gives a form for a new policy its page.</summary>
    public async Task<PolicyForm> ForNewAsync(PolicyForm form, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        var list = await queries.ListAsync(form.EditionId, viewer, ct);
        form.State ??= list.State;
        form.Page = await PageAsync(form, null, list.Edition, list.State, viewer, ct);
        return form;
    }

    /// <summary>Gives a form for a known policy its page.</summary>
    public async Task<PolicyForm> ForAsync(PolicyForm form, PolicyPlace saved, Viewer viewer, CancellationToken ct, bool meanwhile = false)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(saved);
        form.State ??= saved.State;
        form.Page = await PageAsync(form, saved, saved.Edition, saved.State, viewer, ct, meanwhile);
        return form;
    }

    private async Task<PolicyFormPage> PageAsync(PolicyForm form, PolicyPlace? saved, PolicyEdition? edition, EditionState state, Viewer viewer, CancellationToken ct, bool meanwhile = false)
    {
        var terms = await choices.TermsAsync(ct);
        var found = saved is null && (form.CustomerName is { Length: > 0 } || form.CustomerId is null) ? await customers.FindAsync(form.CustomerName, viewer, ct) : [];
        var chosen = saved is null && form.CustomerId is { } id ? await choices.CustomerAsync(id, viewer, ct) : null;
        return new PolicyFormPage
        {
            Saved = saved,
            Edition = edition,
            State = state,
            Meanwhile = meanwhile,
            Activities = [.. (await types.AllAsync(ct)).Select(type => new SelectListItem(type.Name, type.Key))],
            Industries = Items(terms.Industries),
            Regions = Items(terms.Regions),
            Products = Items(terms.Products),
            Customers = [.. (chosen is null ? [] : new[] { new SelectListItem(chosen.Name, chosen.Id.ToString()) }).Concat(found.Where(row => row.Id != chosen?.Id).Select(row => new SelectListItem(row.Name, row.Id.ToString())))],
            Contacts = [.. (chosen?.Contacts ?? []).Select(contact => new SelectListItem(contact.Name, contact.Id.ToString()))],
        };
    }

    private static List<SelectListItem> Items(IReadOnlyList<PolicyTerm> terms) => [.. terms.Select(term => new SelectListItem(term.Name, term.Id.ToString()))];
}
