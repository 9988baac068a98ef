namespace ReferenceHub.Core.Messaging;

/// <summary>Keys of the kinds of messages: what a person's choices, the templates and the outbox call them.</summary>
public static class MessageKinds
{
    // To people with an account.
    public const string RequestSubmitted = "request-submitted";
    public const string RequestAssigned = "request-assigned";
    public const string RequestQuestion = "request-question";
    public const string RequestAnswered = "request-answered";
    public const string RequestConfirmed = "request-confirmed";
    public const string RequestEnded = "request-ended";
    public const string RequestAtRisk = "request-at-risk";
    public const string RequestBreached = "request-breached";
    public const string RequestEdited = "request-edited";
    public const string CandidateAccepted = "candidate-accepted";
    public const string CandidateDeclined = "candidate-declined";
    public const string CandidateSilent = "candidate-silent";
    public const string TimesProposed = "times-proposed";
    public const string DayMoved = "day-moved";
    public const string Mention = "mention";
    public const string Comment = "comment";
    public const string FollowUpDue = "follow-up-due";
    public const string UseAhead = "use-ahead";
    public const string UseWasHeld = "use-was-held";
    public const string LowGrade = "low-grade";
    public const string RecordsToConfirm = "records-to-confirm";
    public const string PermissionsEnd = "permissions-end";
    public const string ContentReminder = "content-reminder";
    public const string ContactChanged = "contact-changed";
    public const string ConsentWithdrawn = "consent-withdrawn";
    public const string Proposal = "proposal";
    public const string NominationDecided = "nomination-decided";
    public const string NewOwner = "new-owner";
    public const string StandIn = "stand-in";
    public const string FreeAlert = "free-alert";
    public const string MailFailed = "mail-failed";
    public const string LedgerDiffers = "ledger-differs";
    public const string StepTurn = "step-turn";
    public const string StepReminder = "step-reminder";
    public const string StepLate = "step-late";
    public const string ProjectEnded = "project-ended";

    // Letters with a link or an invitation: to owners, legal, contacts and prospects.
    public const string OwnerAsked = "owner-asked";
    public const string OwnerReminder = "owner-reminder";
    public const string LegalAsked = "legal-asked";
    public const string LegalReminder = "legal-reminder";
    public const string CustomerAsked = "customer-asked";
    public const string CustomerReminder = "customer-reminder";
    public const string CustomerWithdrawn = "customer-withdrawn";
    public const string ContactLink = "contact-link";
    public const string TimesOffered = "times-offered";
    public const string UseEntry = "use-entry";
    public const string UseScheduled = "use-scheduled";
    public const string UseMoved = "use-moved";
    public const string UseCancelled = "use-cancelled";
    public const string UseReminder = "use-reminder";
    public const string ProspectInvited = "prospect-invited";
    public const string ProspectMoved = "prospect-moved";
    public const string ProspectCancelled = "prospect-cancelled";
    public const string Survey = "survey";
    public const string Thanks = "thanks";
    public const string Invitation = "invitation";
    public const string PasswordReset = "password-reset";

    // Several notices of one person in one mail.
    public const string Digest = "digest";
}
