using ReferenceHub.Core.Content;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Content.Shares;

/// <summary>What the form of a share shows, and how an address is written.</summary>
public sealed class ShareChoices(ShareQueries shares, SiteAddress site)
{
    /// <summary>The program's date.</summary>
    public Task<DateOnly> TodayAsync(CancellationToken ct) => shares.TodayAsync(ct);

    /// <summary>What was chosen, sorted into what may be shared and what may not.</summary>
    public Task<ShareSelection> SelectionAsync(ShareForm form, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return shares.SelectionAsync([.. form.AssetIds.Distinct().Take(ShareService.MostAssets)], form.OpportunityId, viewer, ct);
    }

    /// <summary>The absolute address of a token.</summary>
    public string AddressOf(string token) => site.Of($"/l/{token}");
}
