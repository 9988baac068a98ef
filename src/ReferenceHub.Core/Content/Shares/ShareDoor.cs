using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Content;

/// <summary>A share as its address opens it now.</summary>
/// <param name="Id">Key.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Message">What the sender says.</param>
/// <param name="Sender">Name of the sender.</param>
/// <param name="LastDay">Last day on which it works, in the program's zone.</param>
/// <param name="PasswordHash">Hash of the password it asks for; none when null.</param>
/// <param name="Assets">What may be shown now, in order.</param>
/// <param name="Gone">How much of it may not be shown any more.</param>
public sealed record OpenShare(Guid Id, string Recipient, string? Message, string Sender, DateOnly LastDay, string? PasswordHash, IReadOnlyList<SharedPiece> Assets, int Gone)
{
    /// <summary>Whether it asks for a password.</summary>
    public bool IsLocked => PasswordHash is not null;
}

/// <summary>Content as a prospect sees it.</summary>
public sealed record SharedPiece(Guid Id, AssetKind Kind, string Title, string? Summary, string Language, string? Text, string? Link, Attachment? File, string CustomerName, string? Speaker);

/// <summary>What an outsider with an address may see and do. Looking changes nothing but the counter.</summary>
public sealed class ShareDoor(
    ReferenceHubDbContext db, TimeProvider clock, IIds ids, SignedLinks links, ShareRules rules, SignInThrottle throttle, IPasswordHasher<ContentShare> hasher)
{
    /// <summary>What the token opens; null when it opens no share, or none any more: nobody shares whose account was closed.</summary>
    public async Task<OpenShare?> FindAsync(string? token, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await links.FindOpenAsync(token, ct) is not { Purpose: LinkPurpose.ContentShare } link
            || await db.ContentShares.AsNoTracking().Include(share => share.Items).SingleOrDefaultAsync(share => share.Id == link.SubjectId && share.LinkId == link.Id, ct) is not { } share
            || !share.IsOpen(now)
            || await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == share.CreatedById, ct) is not { IsActive: true } sender)
        {
            return null;
        }

        var asked = share.Items.OrderBy(item => item.Place).Select(item => item.AssetId).ToList();
        var fine = (await rules.SortAsync(asked, sender.AsViewer(), share.OpportunityId, now, ct)).Fine;
        return new OpenShare(share.Id, share.Recipient, share.Message, sender.Name, Zones.DateIn(await db.ProgramZoneAsync(ct), share.ExpiresAt.AddMinutes(-1)), share.PasswordHash, await PiecesAsync(fine, ct), asked.Count - fine.Count);
    }

    /// <summary>Tries a password; guesses wait longer and longer.</summary>
    public async Task<Outcome> UnlockAsync(OpenShare share, string? password, string network, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(share);
        if (share.PasswordHash is not { } hash)
        {
            return Outcome.Done;
        }

        var account = $"share {share.Id:N}";
        var wait = await throttle.EnterAsync(account, network, ct);
        if (wait > TimeSpan.Zero)
        {
            return Outcome.Refuse($"That were many tries. Wait {Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds, then try again.", "Password");
        }

        if (string.IsNullOrEmpty(password) || password.Length > ShareService.LongestPassword || hasher.VerifyHashedPassword(null!, hash, password) == PasswordVerificationResult.Failed)
        {
            return Outcome.Refuse("This is not the password. Try again, or ask the sender for it.", "Password");
        }

        await throttle.ForgiveAsync(account, network, ct);
        return Outcome.Done;
    }

    /// <summary>Counts a prospect's view; of the share itself when no content is named.</summary>
    public Task CountAsync(OpenShare share, Guid? assetId, ContentViewKind kind, string visitor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(share);
        return db.WriteAsync(
            async ct =>
            {
                db.ContentViews.Add(new ContentView(ids.Next(), assetId, kind, share.Id, null, visitor, clock.UtcNow()));
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    /// <summary>The mark of a visitor: the token, which stands nowhere, makes it say nothing about network or browser.</summary>
    public static string VisitorOf(string token, string network, string? userAgent) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{token}\n{network}\n{userAgent}")));

    private async Task<IReadOnlyList<SharedPiece>> PiecesAsync(IReadOnlyList<Asset> assets, CancellationToken ct)
    {
        var customers = assets.Select(asset => asset.CustomerId).ToList();
        var speakers = assets.Select(asset => asset.SpeakerId).OfType<Guid>().ToList();
        var files = assets.Select(asset => asset.FileId).OfType<Guid>().ToList();
        var names = await db.Customers.AsNoTracking().Where(customer => customers.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, ct);
        var people = await db.Contacts.AsNoTracking().Where(contact => speakers.Contains(contact.Id))
            .ToDictionaryAsync(contact => contact.Id, contact => contact.JobTitle == null ? contact.Name : $"{contact.Name}, {contact.JobTitle}", ct);
        var attachments = await db.Attachments.AsNoTracking().Where(file => files.Contains(file.Id)).ToDictionaryAsync(file => file.Id, ct);
        return
        [
            .. assets.Select(asset => new SharedPiece(
                asset.Id, asset.Kind, asset.Title, asset.Summary, asset.Language, asset.Text, asset.Link,
                asset.FileId is { } file ? attachments.GetValueOrDefault(file) : null,
                names[asset.CustomerId],
                asset.SpeakerId is { } speaker ? people.GetValueOrDefault(speaker) : null)),
        ];
    }
}
