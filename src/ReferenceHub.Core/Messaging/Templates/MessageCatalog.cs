using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Messaging;

/// <summary>All kinds of messages.</summary>
public static class MessageCatalog
{
    private static readonly string[] OfNotices = ["name", "title", "text", "address", "organisation"];
    private static readonly string[] OfAsks =
        ["name", "organisation", "requester", "customer", "contact", "prospect", "industry", "region", "activity", "minutes", "by", "needed_by", "purpose", "language", "times", "number", "address", "link", "until"];
    private static readonly string[] OfUses =
        ["name", "organisation", "requester", "customer", "contact", "prospect", "activity", "minutes", "when", "when_theirs", "place", "purpose", "expect", "number", "address", "link", "until", "reason"];

    /// <summary>The kinds, as lists show them.</summary>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        Notice(MessageKinds.RequestSubmitted, MessageGroup.Requests, "New request", "Somebody sends a request: to the program managers.") with { Needs = Right.RunProgram },
        Notice(MessageKinds.RequestAssigned, MessageGroup.Requests, "Request assigned", "A request is given to a program manager.") with { Needs = Right.RunProgram },
        Notice(MessageKinds.RequestQuestion, MessageGroup.Requests, "Question to the requester", "A request is put on hold until its requester answers."),
        Notice(MessageKinds.RequestAnswered, MessageGroup.Requests, "Requester answered", "The requester answers the question a request waits for.") with { Needs = Right.RunProgram },
        Notice(MessageKinds.CandidateAccepted, MessageGroup.Requests, "A reference said yes", "A candidate accepts: to requester, assignee and followers."),
        Notice(MessageKinds.CandidateDeclined, MessageGroup.Requests, "A candidate said no", "Owner, legal or customer decline an ask.") with { Needs = Right.RunProgram },
        Notice(MessageKinds.CandidateSilent, MessageGroup.Requests, "No answer in time", "A reply window passes without an answer.") with { Needs = Right.RunProgram },
        Notice(MessageKinds.TimesProposed, MessageGroup.Requests, "Times proposed", "A contact proposes other times, or picks one."),
        Notice(MessageKinds.DayMoved, MessageGroup.Requests, "Planned for another day", "A use without an agreed time was moved in the load calendar."),
        Notice(MessageKinds.RequestConfirmed, MessageGroup.Requests, "Request confirmed", "The wanted number of references has accepted."),
        Notice(MessageKinds.RequestEdited, MessageGroup.Requests, "Request changed", "Somebody else changes what is asked for."),
        Notice(MessageKinds.RequestEnded, MessageGroup.Requests, "Request ended", "A request is completed, cancelled, expired or not fulfilled."),
        Notice(MessageKinds.RequestAtRisk, MessageGroup.Requests, "Request at risk", "80 % of the target is used: to whoever has to act.") with { Needs = Right.RunProgram, ToOwners = true },
        Notice(MessageKinds.RequestBreached, MessageGroup.Requests, "Target missed", "The target passes without a yes: to the program manager.") with { Needs = Right.RunProgram },
        Notice(MessageKinds.Mention, MessageGroup.Requests, "Mentioned", "Somebody mentions a person in a comment."),
        Notice(MessageKinds.Comment, MessageGroup.Requests, "Comment", "Somebody comments on a request that a person takes part in."),
        Notice(MessageKinds.FollowUpDue, MessageGroup.Requests, "Follow-up due", "A follow-up falls due."),
        Notice(MessageKinds.UseAhead, MessageGroup.Requests, "Use coming up", "A business day before an agreed time: to the requester."),
        Notice(MessageKinds.UseWasHeld, MessageGroup.Requests, "Was it held?", "The time of a use has passed."),
        Notice(MessageKinds.LowGrade, MessageGroup.Requests, "Low grade", "A survey comes back with a low grade: to program manager and owner.") with { Needs = Right.RunProgram, ToOwners = true },

        Letter(MessageKinds.UseEntry, MessageGroup.Requests, "Calendar entry of the requester", "A time is agreed, moved or called off: the requester's calendar entry.", ["title", .. OfUses]) with { AtOnce = true },

        Letter(MessageKinds.OwnerAsked, MessageGroup.Asks, "Ask to the account owner", "An account owner is asked for a use of their customer.", OfAsks),
        Letter(MessageKinds.OwnerReminder, MessageGroup.Asks, "Reminder to the account owner", "The owner's reply window runs out.", OfAsks),
        Letter(MessageKinds.LegalAsked, MessageGroup.Asks, "Ask to legal", "Legal is asked for a use of a customer.", OfAsks) with { IsForOutsiders = true },
        Letter(MessageKinds.LegalReminder, MessageGroup.Asks, "Reminder to legal", "Legal's reply window runs out.", OfAsks) with { IsForOutsiders = true },

        Outside(MessageKinds.CustomerAsked, MessageGroup.Customers, "Ask to the customer", "A contact is asked to be a reference.", OfAsks),
        Outside(MessageKinds.CustomerReminder, MessageGroup.Customers, "Reminder to the customer", "The one reminder of an ask.", OfAsks),
        Outside(MessageKinds.CustomerWithdrawn, MessageGroup.Customers, "Ask withdrawn", "A contact who was asked is no longer needed.", [.. OfAsks, "reason"]) with { AtOnce = true },
        Outside(MessageKinds.ContactLink, MessageGroup.Customers, "Link for a contact", "A contact wants to change limits, to pause, to see what is known, or to withdraw consent.", ["name", "organisation", "customer", "what", "link", "until"]) with { AtOnce = true, ByActivity = false },
        Outside(MessageKinds.TimesOffered, MessageGroup.Customers, "Times to choose from", "Times are offered to a contact who was asked.", ["times", .. OfUses]),
        Outside(MessageKinds.UseScheduled, MessageGroup.Customers, "Invitation to the contact", "A time is agreed: the contact's calendar entry.", OfUses),
        Outside(MessageKinds.UseMoved, MessageGroup.Customers, "New time to the contact", "An agreed time is moved.", OfUses) with { AtOnce = true },
        Outside(MessageKinds.UseCancelled, MessageGroup.Customers, "Cancelled to the contact", "An agreed time is called off.", OfUses) with { AtOnce = true },
        Outside(MessageKinds.UseReminder, MessageGroup.Customers, "Reminder of the time", "A business day before an agreed time.", OfUses),
        Outside(MessageKinds.Survey, MessageGroup.Customers, "Two questions afterwards", "A use was held: two questions to the contact.", OfUses),
        Outside(MessageKinds.Thanks, MessageGroup.Customers, "Thanks", "After a use, to the contact.", OfUses),

        Outside(MessageKinds.ProspectInvited, MessageGroup.Prospects, "Invitation to the prospect", "A time is agreed: the prospect's calendar entry, with what to expect.", OfUses),
        Outside(MessageKinds.ProspectMoved, MessageGroup.Prospects, "New time to the prospect", "An agreed time is moved.", OfUses) with { AtOnce = true },
        Outside(MessageKinds.ProspectCancelled, MessageGroup.Prospects, "Cancelled to the prospect", "An agreed time is called off.", OfUses) with { AtOnce = true },

        Notice(MessageKinds.RecordsToConfirm, MessageGroup.Repository, "Records to confirm", "Records of an owner's customers are to be confirmed.") with { ToOwners = true },
        Notice(MessageKinds.PermissionsEnd, MessageGroup.Repository, "Permissions that end", "60 and 14 days before a permission ends: to owner and program managers.") with { Needs = Right.RunProgram, ToOwners = true },
        Notice(MessageKinds.ContentReminder, MessageGroup.Repository, "Content to look at", "Content is to be reviewed or ends soon."),
        Notice(MessageKinds.ContactChanged, MessageGroup.Repository, "A contact changed their limits", "A contact sets limits or pauses behind their link: to the account owner.") with { ToOwners = true },
        Notice(MessageKinds.ConsentWithdrawn, MessageGroup.Repository, "Consent withdrawn", "A customer takes consent back: to its owner, the program managers and whoever has something to pull."),
        Notice(MessageKinds.Proposal, MessageGroup.Repository, "Proposed change", "A change of a record is proposed, or answered."),
        Notice(MessageKinds.NominationDecided, MessageGroup.Repository, "Nomination decided", "A nomination is accepted or not taken up."),
        Notice(MessageKinds.NewOwner, MessageGroup.Repository, "New account owner", "Customers change hands."),
        Notice(MessageKinds.StandIn, MessageGroup.Repository, "Standing in", "Somebody who is away is stood in for by another person, or no longer: to that person."),
        Notice(MessageKinds.FreeAlert, MessageGroup.Repository, "A reference is free", "A reference that somebody waits for can be asked."),

        Notice(MessageKinds.StepTurn, MessageGroup.Projects, "Your turn", "A step of a project comes to a person, or comes back."),
        Notice(MessageKinds.StepReminder, MessageGroup.Projects, "Step due", "80 % of the time of a person's step is used, and when it is over."),
        Notice(MessageKinds.StepLate, MessageGroup.Projects, "Step late", "A step passes its target: to who leads the project."),
        Notice(MessageKinds.ProjectEnded, MessageGroup.Projects, "Published or cancelled", "A project's content is out, or it is given up: to all who take part."),

        Letter(MessageKinds.Invitation, MessageGroup.Accounts, "Invitation to ReferenceHub", "A colleague gets an account.", ["name", "organisation", "inviter", "link"]) with { AtOnce = true, ByActivity = false },
        Letter(MessageKinds.PasswordReset, MessageGroup.Accounts, "New password", "An administrator lets somebody choose a new password.", ["name", "organisation", "link"]) with { AtOnce = true, ByActivity = false },
        Letter(MessageKinds.Digest, MessageGroup.Accounts, "Digest", "Several notices of one person in one mail, daily or when many come at once.", ["name", "organisation", "count", "items", "address"]) with { AtOnce = true, ByActivity = false },
        Notice(MessageKinds.MailFailed, MessageGroup.Accounts, "A mail was given up", "A mail could not be delivered: to program managers and administrators.") with { Needs = Right.ManageSettings },
        Notice(MessageKinds.LedgerDiffers, MessageGroup.Accounts, "A ledger differs", "The nightly comparison finds something new between a ledger and what it stands for: to program managers.") with { Needs = Right.RunProgram },
    ];

    private static readonly Dictionary<string, MessageKind> ByKey = All.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>The kind of a key; unknown keys are a mistake of the caller.</summary>
    public static MessageKind Of(string key) => Find(key) ?? throw new ArgumentException($"'{key}' is no kind of message.", nameof(key));

    /// <summary>The kind of a key, if there is one.</summary>
    public static MessageKind? Find(string? key) => key is null ? null : ByKey.GetValueOrDefault(key);

    private static MessageKind Notice(string key, MessageGroup group, string name, string when) => new(key, group, name, when, OfNotices) { IsNotice = true };

    private static MessageKind Letter(string key, MessageGroup group, string name, string when, string[] places) => new(key, group, name, when, places) { ByActivity = true };

    private static MessageKind Outside(string key, MessageGroup group, string name, string when, string[] places) => Letter(key, group, name, when, places) with { IsForOutsiders = true };
}
