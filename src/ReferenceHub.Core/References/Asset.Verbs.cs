using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Draft → Published → Withdrawn, and back.</summary>
public sealed partial class Asset
{
    /// <summary>Changes what is said about it. Its kind decides which permission it needs, so it stays while it is in use.</summary>
    public void Describe(AssetFacts facts, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (State == AssetState.Published && facts.Kind != Kind)
        {
            throw new IllegalMoveException("Content in use keeps its kind. Withdraw it first.");
        }

        Title = Guard.Required(facts.Title, TitleLength, "Title");
        Kind = facts.Kind;
        Summary = Guard.Optional(facts.Summary, SummaryLength, "Summary");
        Language = Guard.Required(facts.Language, 10, "Language");
        Confidentiality = facts.Confidentiality;
        PublishedOn = facts.PublishedOn;
        ExpiresOn = facts.ExpiresOn;
        NextReviewOn = facts.NextReviewOn;
        SpeakerId = facts.SpeakerId;
        OwnerId = facts.OwnerId;
        UpdatedAt = now;
    }

    /// <summary>Sets link, text and last day.</summary>
    public void Describe(string? link, string? text, DateOnly? expiresOn)
    {
        Fill(text, link, FileId);
        ExpiresOn = expiresOn;
    }

    /// <summary>Changes what it says: the text, the link, the file (an attachment). Freeze it afterwards.</summary>
    public void Fill(string? text, string? link, Guid? fileId)
    {
        Text = Guard.Optional(text?.ReplaceLineEndings("\n"), TextLength, "Text");
        Link = Guard.Optional(link, LinkLength, "Link");
        FileId = fileId;
    }

    /// <summary>Says what it is about.</summary>
    public void About(IEnumerable<Guid> termIds)
    {
        var wanted = termIds.ToHashSet();
        Terms.RemoveAll(term => !wanted.Contains(term.TermId));
        Terms.AddRange(wanted.Where(id => !Terms.Exists(term => term.TermId == id)).Select(id => new AssetTerm(Id, id)));
    }

    /// <summary>The next version, frozen as it stands.</summary>
    public AssetVersion Freeze(Guid versionId, string? note, Guid? by, DateTime now)
    {
        UpdatedAt = now;
        return new AssetVersion(versionId, this, ++VersionNumber, note, by, now);
    }

    /// <summary>Puts it to use from a day on; the customer's permission is the caller's to check.</summary>
    public void Publish(DateOnly from, DateTime now)
    {
        if (State == AssetState.Published)
        {
            throw new IllegalMoveException("This is published already.");
        }

        if (!HasContent)
        {
            throw new IllegalMoveException("There is nothing to publish yet: it needs a text, a link or a file.");
        }

        State = AssetState.Published;
        PublishedOn = from;
        WithdrawnReason = null;
        UpdatedAt = now;
    }

    /// <summary>Takes it out of use, wherever it is shown or shared; nothing happens to what is out of use already.</summary>
    public void Withdraw(string reason, DateTime now)
    {
        if (State == AssetState.Withdrawn)
        {
            return;
        }

        State = AssetState.Withdrawn;
        WithdrawnReason = Guard.Required(reason, SummaryLength, "Reason");
        UpdatedAt = now;
    }

    /// <summary>Works on it again.</summary>
    public void ReturnToDraft(DateTime now)
    {
        if (State != AssetState.Withdrawn)
        {
            throw new IllegalMoveException("Only withdrawn content goes back to draft.");
        }

        State = AssetState.Draft;
        WithdrawnReason = null;
        UpdatedAt = now;
    }

    /// <summary>Notes that its owner was reminded of the coming review.</summary>
    public void NoteReviewReminder() => ReviewRemindedFor = NextReviewOn;

    /// <summary>Notes that its owner was reminded of the coming end.</summary>
    public void NoteExpiryReminder() => ExpiryRemindedFor = ExpiresOn;

    /// <summary>Somebody else looks after it.</summary>
    public void HandTo(Guid? ownerId) => OwnerId = ownerId;

    /// <summary>Belongs to another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    /// <summary>Quotes or shows another contact from now on: the two contacts were one person.</summary>
    public void NameSpeaker(Guid contactId) => SpeakerId = contactId;
}
