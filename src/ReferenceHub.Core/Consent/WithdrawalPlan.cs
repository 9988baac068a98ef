using System.Security.Cryptography;
using System.Text;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Consent;

/// <summary>A scope that consent may be withdrawn from, as it stands today.</summary>
public sealed record WithdrawableScope(PermissionScope Scope, PermissionStatus Status, DateOnly? ValidUntil);

/// <summary>Content that falls under a withdrawn scope: to be taken out wherever it stands.</summary>
/// <param name="AssetId">The content.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Title.</param>
/// <param name="State">Draft or published; it is withdrawn at once.</param>
/// <param name="Link">Where it stands outside of the product: somebody has to take it down there.</param>
/// <param name="OwnerId">Who looks after it.</param>
/// <param name="Downloads">How often it was saved by others: copies that live on.</param>
/// <param name="HasFile">Whether there is a file that may have been printed or sent.</param>
public sealed record PulledAsset(Guid AssetId, AssetKind Kind, string Title, AssetState State, string? Link, Guid? OwnerId, int Downloads, bool HasFile);

/// <summary>An open share that shows withdrawn content no longer; who sent it tells the recipient.</summary>
public sealed record PulledShare(Guid ShareId, string Recipient, Guid CreatedById, string CreatedBy, DateTime ExpiresAt, IReadOnlyList<string> Titles);

/// <summary>Withdrawn content that stands beside an open deal.</summary>
public sealed record PulledDeal(Guid OpportunityId, string Deal, Guid? ById, IReadOnlyList<string> Titles);

/// <summary>A planned use that no request stands behind.</summary>
public sealed record PulledUse(Guid UseId, string ActivityKey, DateOnly On);

/// <summary>Everything that has to be pulled when a customer withdraws its consent from some scopes.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">Its name.</param>
/// <param name="Offered">Scopes not refused yet.</param>
/// <param name="Scopes">Those chosen.</param>
public sealed record WithdrawalPlan(Guid CustomerId, string CustomerName, IReadOnlyList<WithdrawableScope> Offered, IReadOnlyList<PermissionScope> Scopes)
{
    /// <summary>Content.</summary>
    public IReadOnlyList<PulledAsset> Assets { get; init; } = [];

    /// <summary>Open shares.</summary>
    public IReadOnlyList<PulledShare> Shares { get; init; } = [];

    /// <summary>Open deals with the content beside them.</summary>
    public IReadOnlyList<PulledDeal> Deals { get; init; } = [];

    /// <summary>Asked, agreed or scheduled.</summary>
    public IReadOnlyList<OpenAsk> Asks { get; init; } = [];

    /// <summary>Planned without a request.</summary>
    public IReadOnlyList<PulledUse> Uses { get; init; } = [];

    /// <summary>Whether it is taken off the list that RFPs may name.</summary>
    public bool LeavesRfpList { get; init; }

    /// <summary>How many things there are to pull.</summary>
    public int Count => Assets.Count + Shares.Count + Deals.Count + Asks.Count + Uses.Count + (LeavesRfpList ? 1 : 0);

    /// <summary>Mark of exactly this list: who confirms it has seen it.</summary>
    public string Mark
    {
        get
        {
            var all = Scopes.Select(scope => scope.ToString())
                .Concat(Assets.Select(asset => $"{asset.AssetId:N}{asset.State}"))
                .Concat(Shares.Select(share => $"{share.ShareId:N}"))
                .Concat(Deals.Select(deal => $"{deal.OpportunityId:N}"))
                .Concat(Asks.Select(ask => $"{ask.CandidateId:N}{ask.State}"))
                .Concat(Uses.Select(use => $"{use.UseId:N}"))
                .Append(LeavesRfpList.ToString())
                .Order(StringComparer.Ordinal);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', all))))[..16];
        }
    }
}
