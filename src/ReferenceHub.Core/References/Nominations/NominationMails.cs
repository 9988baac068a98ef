using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

/// <summary>Tells a nominator what became of their nomination, in the words they used for the company.</summary>
public sealed class NominationMails(ReferenceHubDbContext db, Outbox outbox, SiteAddress site)
{
    /// <summary>Adds the mail to the transaction at hand; only who can sign in is written to.</summary>
    public async Task TellAsync(Nomination nomination, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        var to = await db.Users.AsNoTracking().WhoCanSignIn().SingleOrDefaultAsync(user => user.Id == nomination.NominatedById, ct);
        if (to is null)
        {
            return;
        }

        var accepted = nomination.State == NominationState.Accepted;
        var what = accepted
            ? "was accepted. The program invites the company now; nothing is left to do for you."
            : "was not taken up.";
        var reason = nomination.Reason is null ? "" : $"\n\n{(accepted ? "Note" : "Reason")}: {nomination.Reason}";
        outbox.Enqueue("Nomination decided", to.Email!, Subject(nomination, accepted), $"""
            Hello {to.Name},

            your nomination of {nomination.CompanyName} {what}{reason}

            Your nominations: {site.Of("/references/nominations?tab=mine")}
            """);
    }

    private static string Subject(Nomination nomination, bool accepted) => $"{nomination.CompanyName}: your nomination was {(accepted ? "accepted" : "not taken up")}";
}
