using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Administration;

/// <summary>Mails about an account, each with a link of its own.</summary>
public sealed class AccountMails(SignedLinks links, Outbox outbox, OrganisationCache organisations)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(24);

    /// <summary>Invites a person to choose their first password; earlier invitations no longer work.</summary>
    public async Task InviteAsync(User user, string from, CancellationToken ct)
    {
        await links.RevokeAsync(LinkPurpose.Invitation, user.Id, ct);
        var organisation = (await organisations.GetAsync(ct)).Name;
        var link = links.Give(LinkPurpose.Invitation, user.Id, InvitationLife);
        outbox.Enqueue("Invitation", user.Email!, $"Your account at {organisation} ReferenceHub", $"""
            Hello {user.Name},

            {from} invites you to ReferenceHub, where {organisation} runs its customer references.
            Choose a password and sign in here, within 7 days:

            {OutboxMessage.LinkPlace}

            The link works once. If you did not expect it, ignore this mail.
            """, link);
    }

    /// <summary>Lets a person choose a new password; earlier resets no longer work.</summary>
    public async Task ResetAsync(User user, CancellationToken ct)
    {
        await links.RevokeAsync(LinkPurpose.PasswordReset, user.Id, ct);
        var link = links.Give(LinkPurpose.PasswordReset, user.Id, ResetLife);
        outbox.Enqueue("Password reset", user.Email!, "Choose a new password for ReferenceHub", $"""
            Hello {user.Name},

            an administrator lets you choose a new password. Do so here, within 24 hours:

            {OutboxMessage.LinkPlace}

            The link works once. Until then your present password stays. If you did not ask for this, tell an administrator.
            """, link);
    }
}
