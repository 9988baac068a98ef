using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>Letters about an account, each with a link of its own.</summary>
public sealed class AccountMails(SignedLinks links, Letters letters)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(24);

    /// <summary>Invites a person to choose their first password; earlier invitations no longer work.</summary>
    public async Task InviteAsync(User user, string from, CancellationToken ct)
    {
        await links.RevokeAsync(LinkPurpose.Invitation, user.Id, ct);
        var link = links.Give(LinkPurpose.Invitation, user.Id, InvitationLife);
        await letters.WriteAsync(new Letter(MessageKinds.Invitation, To(user), new Dictionary<string, string?> { ["inviter"] = from }, Link: link), ct);
    }

    /// <summary>Lets a person choose a new password; earlier resets no longer work.</summary>
    public async Task ResetAsync(User user, CancellationToken ct)
    {
        await links.RevokeAsync(LinkPurpose.PasswordReset, user.Id, ct);
        var link = links.Give(LinkPurpose.PasswordReset, user.Id, ResetLife);
        await letters.WriteAsync(new Letter(MessageKinds.PasswordReset, To(user), new Dictionary<string, string?>(), Link: link), ct);
    }

    private static Recipient To(User user) => new(user.Name, user.Email!, null, user.ZoneId, user.Id);
}
