using ReferenceHub.Core.Matching;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Data.Demo;

internal sealed partial class RequestLife
{
    // Without a throw of the dice: who is asked and what follows stay as they are. Pieces take turns by the number of the request.
    private Asset? PieceInstead()
    {
        var usable = world.Customers.Where(customer => !customer.Row.IsConfidential && customer.Row.Status == ReferenceStatus.Active)
            .SelectMany(customer => customer.Row.Assets.Where(asset => MayBeSent(asset, customer.Row)))
            .OrderBy(asset => asset.Id)
            .ToList();
        var fitting = usable.FindAll(asset => IsAbout(asset, TermKind.Industry, Facet.Industry));
        fitting = fitting.Count > 0 ? fitting : usable.FindAll(asset => IsAbout(asset, TermKind.Product, Facet.Product));
        return fitting.Count == 0 ? null : fitting[number % fitting.Count];
    }

    private bool IsAbout(Asset asset, TermKind kind, Facet facet) => Criteria.Parse(Plan.Need.Criteria).Items
        .Any(item => item.Facet == facet && world.Term(kind, item.Key) is var asked && asset.Terms.Exists(term => term.TermId == asked));

    private bool MayBeSent(Asset asset, Customer customer) =>
        asset.IsUsableOn(Today) && asset.Confidentiality != Confidentiality.Internal && KindFit.Of(Plan.Type.Scope, asset.Kind) > 0
        && customer.Permissions.Find(answer => answer.Scope == AssetConsent.ScopeOf(asset.Kind)) is { Regions.Count: 0, Channels.Count: 0 } answer
        && answer.StatusOn(Today) == PermissionStatus.Granted;
}
