using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.References;

/// <summary>Tells a nominator what became of their nomination, in the words they used for the company.</summary>
public sealed class NominationMails(Notices notices)
{
    /// <summary>Adds the notice to the transaction at hand.</summary>
    public async Task TellAsync(Nomination nomination, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        if (nomination.NominatedById is not { } nominator)
        {
            return;
        }

        var accepted = nomination.State == NominationState.Accepted;
        var reason = nomination.Reason is null ? null : $"{(accepted ? "Note" : "Reason")}: {nomination.Reason}";
        var next = accepted ? "The program invites the company now; nothing is left to do for you." : null;
        await notices.TellAsync(
            nominator, MessageKinds.NominationDecided, $"{nomination.CompanyName}: your nomination was {(accepted ? "accepted" : "not taken up")}",
            string.Join('\n', new[] { next, reason }.OfType<string>()), "/references/nominations?tab=mine", ct);
    }
}
