using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.History;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>What somebody wants to share, with whom and how long.</summary>
public sealed record ShareWish
{
    /// <summary>The content, in order.</summary>
    public required IReadOnlyList<Guid> AssetIds { get; init; }

    /// <summary>Whom it is for.</summary>
    public required string Recipient { get; init; }

    /// <summary>What the sender says.</summary>
    public string? Message { get; init; }

    /// <summary>The deal it serves.</summary>
    public Guid? OpportunityId { get; init; }

    /// <summary>Last day on which the link works, in the program's zone.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Password that opens it; none when null.</summary>
    public string? Password { get; init; }
}

/// <summary>A share and the token of its address, which is known now and never again.</summary>
public sealed record NewAddress(Guid ShareId, string Token);

/// <summary>Shares content with prospects by link, and takes shares back.</summary>
public sealed class ShareService(
    ReferenceHubDbContext db, TimeProvider clock, IIds ids, SignedLinks links, HistoryLog history, ShareRules rules, IPasswordHasher<ContentShare> hasher)
{
    /// <summary>Days a share lives when nothing else is said.</summary>
    public const int UsualDays = 30;

    /// <summary>Most days a share lives.</summary>
    public const int MostDays = 180;

    /// <summary>Most pieces of content in one share.</summary>
    public const int MostAssets = 20;

    /// <summary>Shortest password, in characters.</summary>
    public const int ShortestPassword = 8;

    /// <summary>Longest password, in characters.</summary>
    public const int LongestPassword = 100;

    // A link of a share is opened as often as the prospect likes; opening does not use it up.
    private const int MostUses = 1000;

    /// <summary>Makes a share; refused as a whole when any of it may not be shared.</summary>
    public Task<Outcome<NewAddress>> CreateAsync(ShareWish wish, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(by);
        by.MustHave(Right.ShareContent);
        return db.WriteAsync(ct => CreateOnceAsync(wish, by, ct), ct);
    }

    /// <summary>Takes a share back: its addresses stop working at once.</summary>
    public Task<Outcome> RevokeAsync(Guid id, Viewer by, CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var share = await LoadAsync(id, by, ct);
            if (share.RevokedAt is not null)
            {
                throw new IllegalMoveException("This share was taken back already.");
            }

            var now = clock.UtcNow();
            share.Revoke(now);
            await links.RevokeAsync(LinkPurpose.ContentShare, share.Id, ct);
            Record(by, share, "share-revoked", "Took back a share");
            await db.SaveChangesAsync(ct);
            return Outcome.Done;
        },
        ct);

    /// <summary>Another address for the same share; those given before keep working.</summary>
    public Task<Outcome<NewAddress>> NewAddressAsync(Guid id, Viewer by, CancellationToken ct) => db.WriteAsync<Outcome<NewAddress>>(
        async ct =>
        {
            var share = await LoadAsync(id, by, ct);
            var now = clock.UtcNow();
            if (!share.IsOpen(now))
            {
                throw new IllegalMoveException("This share has ended. Make a new one.");
            }

            var (key, token) = LinkKey.Make(ids.Next(), share.LinkId, now);
            db.LinkKeys.Add(key);
            Record(by, share, "share-address", "Made another address of a share");
            await db.SaveChangesAsync(ct);
            return new NewAddress(share.Id, token);
        },
        ct);

    private async Task<Outcome<NewAddress>> CreateOnceAsync(ShareWish wish, Viewer by, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var zone = await db.ProgramZoneAsync(ct);
        var today = Zones.DateIn(zone, now);
        if (Refuse(wish, today) is { } refusal)
        {
            return refusal;
        }

        if (wish.OpportunityId is { } deal && !await db.Opportunities.PickableBy(by).AnyAsync(row => row.Id == deal, ct))
        {
            return Outcome<NewAddress>.Refuse("Choose a deal from the list.", nameof(ShareWish.OpportunityId));
        }

        var asked = wish.AssetIds.Distinct().ToList();
        var selection = await rules.SortAsync(asked, by, wish.OpportunityId, now, ct);
        if (selection.Fine.Count < asked.Count)
        {
            var first = selection.Refused.Count > 0 ? $"“{selection.Refused[0].Title}” cannot be shared. {selection.Refused[0].Why}" : "Choose from the library: some of this is not there.";
            return Outcome<NewAddress>.Refuse(first, nameof(ShareWish.AssetIds));
        }

        var shareId = ids.Next();
        var ends = Zones.UtcOf(zone, wish.Until.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var link = links.Give(LinkPurpose.ContentShare, shareId, ends - now, MostUses);
        var password = string.IsNullOrEmpty(wish.Password) ? null : hasher.HashPassword(null!, wish.Password);
        var share = new ContentShare(shareId, link, wish.Recipient, wish.Message, wish.OpportunityId, password, by.UserId, now);
        share.Items.AddRange(asked.Select((asset, place) => new ContentShareItem(shareId, asset, place)));
        db.ContentShares.Add(share);
        var (key, token) = LinkKey.Make(ids.Next(), link.Id, now);
        db.LinkKeys.Add(key);
        if (wish.OpportunityId is { } beside)
        {
            foreach (var asset in selection.Fine)
            {
                await DealContent.AddAsync(db, beside, asset, by, history, now, ct);
            }
        }

        Record(by, share, "shared", $"Shared with {share.Recipient}");
        await db.SaveChangesAsync(ct);
        return new NewAddress(shareId, token);
    }

    private static Outcome<NewAddress>? Refuse(ShareWish wish, DateOnly today)
    {
        if (wish.AssetIds.Count is 0 or > MostAssets)
        {
            return Outcome<NewAddress>.Refuse($"Choose 1 to {MostAssets} pieces of content.", nameof(ShareWish.AssetIds));
        }

        if (string.IsNullOrWhiteSpace(wish.Recipient))
        {
            return Outcome<NewAddress>.Refuse("Say whom it is for.", nameof(ShareWish.Recipient));
        }

        if (wish.Until < today || wish.Until > today.AddDays(MostDays))
        {
            return Outcome<NewAddress>.Refuse($"A share lives up to {MostDays} days from today.", nameof(ShareWish.Until));
        }

        return string.IsNullOrEmpty(wish.Password) || wish.Password.Length is >= ShortestPassword and <= LongestPassword
            ? null
            : Outcome<NewAddress>.Refuse($"A password has {ShortestPassword} to {LongestPassword} characters.", nameof(ShareWish.Password));
    }

    private void Record(Viewer by, ContentShare share, string verb, string words)
    {
        foreach (var item in share.Items)
        {
            history.Record(by, SubjectKind.Asset, item.AssetId, verb, words);
        }
    }

    private async Task<ContentShare> LoadAsync(Guid id, Viewer by, CancellationToken ct) =>
        await db.ContentShares.Include(share => share.Items).VisibleTo(by).SingleOrDefaultAsync(share => share.Id == id, ct) ?? throw new MissingException("share");
}
