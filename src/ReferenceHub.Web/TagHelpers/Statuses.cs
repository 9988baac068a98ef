using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.TagHelpers;

/// <summary>Word, icon and tone of a state.</summary>
public sealed record StatusLook(string Word, string Icon, string Tone);

/// <summary>How every state in the product looks; a state is never told by colour alone.</summary>
public static class Statuses
{
    private static readonly Dictionary<string, StatusLook> Looks = new(StringComparer.OrdinalIgnoreCase)
    {
        // Reference status of a customer
        ["reference.Candidate"] = new("Candidate", "circle-dashed", "azure"),
        ["reference.Active"] = new("Active", "circle-check", "green"),
        ["reference.Paused"] = new("Paused", "player-pause", "yellow"),
        ["reference.Retired"] = new("Retired", "archive", "secondary"),
        ["reference.DoNotUse"] = new("Do not use", "ban", "red"),

        // Tier
        ["tier.Standard"] = new("Standard", "building", "secondary"),
        ["tier.Lighthouse"] = new("Lighthouse tier", "award", "purple"),
        ["tier.Confidential"] = new("Confidential", "lock", "secondary"),

        // Proposal of a change, and the answer to a field
        ["proposal.Open"] = new("Waits", "hourglass", "azure"),
        ["proposal.Decided"] = new("Answered", "check", "green"),
        ["proposal.Withdrawn"] = new("Taken back", "arrow-back-up", "secondary"),
        ["answer.Accepted"] = new("Accepted", "check", "green"),
        ["answer.Refused"] = new("Refused", "x", "red"),

        // Replay of a past period
        ["what-if.Running"] = new("Running", "player-play", "azure"),
        ["what-if.Done"] = new("Done", "check", "green"),
        ["what-if.Failed"] = new("Failed", "alert-triangle", "red"),

        // Permission
        ["permission.Granted"] = new("Granted", "check", "green"),
        ["permission.Denied"] = new("Denied", "ban", "red"),
        ["permission.Unknown"] = new("Unknown", "help", "secondary"),

        // Request
        ["request.Draft"] = new("Draft", "pencil", "secondary"),
        ["request.Submitted"] = new("Submitted", "send", "azure"),
        ["request.Triaged"] = new("Triaged", "list-check", "azure"),
        ["request.Sourcing"] = new("Sourcing", "progress", "azure"),
        ["request.Confirmed"] = new("Confirmed", "circle-check", "green"),
        ["request.Completed"] = new("Completed", "square-check", "green"),
        ["request.Unfulfilled"] = new("Unfulfilled", "circle-x", "red"),
        ["request.Expired"] = new("Expired", "hourglass", "red"),
        ["request.Deflected"] = new("Deflected", "file-text", "purple"),
        ["request.Cancelled"] = new("Cancelled", "x", "secondary"),
        ["request.OnHold"] = new("On hold", "player-pause", "yellow"),

        // Candidate of a request
        ["candidate.Proposed"] = new("Proposed", "circle-dashed", "secondary"),
        ["candidate.OwnerAsked"] = new("Owner asked", "hourglass", "purple"),
        ["candidate.LegalAsked"] = new("Legal asked", "hourglass", "pink"),
        ["candidate.CustomerAsked"] = new("Customer asked", "hourglass", "teal"),
        ["candidate.Accepted"] = new("Accepted", "check", "green"),
        ["candidate.Scheduled"] = new("Scheduled", "calendar-event", "green"),
        ["candidate.Completed"] = new("Completed", "square-check", "green"),
        ["candidate.Declined"] = new("Declined", "x", "red"),
        ["candidate.NoAnswer"] = new("No answer", "hourglass", "orange"),
        ["candidate.Withdrawn"] = new("Withdrawn", "arrow-back-up", "secondary"),
        ["candidate.NoShow"] = new("No show", "user-x", "red"),

        // Usage ledger
        ["use.Reserved"] = new("Reserved", "lock", "yellow"),
        ["use.Confirmed"] = new("Used", "check", "green"),
        ["use.Released"] = new("Released", "lock-open", "secondary"),
        ["use.Logged"] = new("Logged", "notes", "azure"),
        ["use.Corrected"] = new("Corrected", "pencil", "orange"),

        // Nomination
        ["nomination.Waiting"] = new("Waiting", "hourglass", "azure"),
        ["nomination.Accepted"] = new("Accepted", "check", "green"),
        ["nomination.Refused"] = new("Refused", "x", "secondary"),

        // Account
        ["person.Active"] = new("Active", "circle-check", "green"),
        ["person.Invited"] = new("Invited", "mail", "azure"),
        ["person.Deactivated"] = new("Deactivated", "ban", "secondary"),

        // Import
        ["import.Staged"] = new("Not imported yet", "circle-dashed", "azure"),
        ["import.Running"] = new("Being imported", "progress", "azure"),
        ["import.Undone"] = new("Taken back", "arrow-back-up", "secondary"),
        ["import.Done"] = new("Imported", "circle-check", "green"),

        // Content
        ["asset.Draft"] = new("Draft", "pencil", "secondary"),
        ["asset.Published"] = new("Published", "world", "green"),
        ["asset.Withdrawn"] = new("Withdrawn", "archive", "orange"),
        ["confidentiality.Public"] = new("Public", "world", "azure"),
        ["confidentiality.Shareable"] = new("Shareable", "send", "teal"),
        ["confidentiality.Internal"] = new("Internal", "lock", "secondary"),
        ["share.Open"] = new("Open", "link", "green"),
        ["share.Expired"] = new("Ended", "hourglass", "secondary"),
        ["share.Revoked"] = new("Taken back", "ban", "orange"),

        // Version of a process, and what happened to a part of it
        ["version.Draft"] = new("Draft", "pencil", "secondary"),
        ["version.Planned"] = new("Planned", "calendar", "azure"),
        ["version.InForce"] = new("In force", "check", "green"),
        ["version.Past"] = new("Past", "history", "secondary"),
        ["process-change.Added"] = new("New", "plus", "green"),
        ["process-change.Removed"] = new("Gone", "minus", "red"),
        ["process-change.Changed"] = new("Changed", "pencil", "azure"),
        ["process-change.Moved"] = new("Moved", "arrows-sort", "secondary"),

        // Deal
        ["deal.Open"] = new("Open", "progress", "azure"),
        ["deal.Won"] = new("Won", "circle-check", "green"),
        ["deal.Lost"] = new("Lost", "circle-x", "secondary"),
    };

    /// <summary>The look of a state of that kind; an unlisted one is shown as its own word.</summary>
    public static StatusLook Of(string kind, object? value)
    {
        var state = value?.ToString() ?? "";
        return Looks.GetValueOrDefault($"{kind}.{state}") ?? new StatusLook(Words.Sentence(state), "circle", "secondary");
    }

    /// <summary>Icon of an activity type or of a permission scope, by its key or name.</summary>
    public static string ActivityIcon(object? value) => (value?.ToString() ?? "").Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "SALESCALL" or "CALL" => "phone",
        "SITEVISIT" => "map-pin",
        "ANALYST" => "chart-dots",
        "PRESS" => "news",
        "EVENT" or "SPEAKING" => "presentation",
        "RFP" or "RFPLISTING" => "clipboard-list",
        "QUOTE" => "quote",
        "LOGO" => "photo",
        "STORY" => "file-text",
        "VIDEO" => "video",
        _ => "message-circle",
    };
}
