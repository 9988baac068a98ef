namespace ReferenceHub.Core.Messaging;

/// <summary>Whom a letter is for.</summary>
/// <param name="Name">As they are greeted.</param>
/// <param name="Address">Mail address.</param>
/// <param name="Language">Their language (ISO 639-1); English when null, or when no text is written in it.</param>
/// <param name="ZoneId">Their zone (IANA), by which quiet hours are kept; the program's when null.</param>
/// <param name="UserId">Their account, when they have one.</param>
public sealed record Recipient(string Name, string Address, string? Language = null, string? ZoneId = null, Guid? UserId = null);

/// <summary>An iCalendar object that goes with a letter; method is REQUEST or CANCEL.</summary>
public sealed record CalendarPart(string Text, string Method);

/// <summary>A letter to one person, to be written from the text of its kind.</summary>
/// <param name="Kind">Key of its kind (<see cref="MessageKinds"/>).</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Values">What stands in its places, as plain text in the recipient's language; name, organisation and link are put in when missing. A line whose places are all empty is left out.</param>
/// <param name="ActivityKey">The activity type it is about, which may have a text of its own.</param>
/// <param name="Link">The link it carries, at the place "link".</param>
/// <param name="Calendar">A calendar entry that goes with it.</param>
/// <param name="ReplyTo">Address that answers go to, when not to the sender of all mail.</param>
/// <param name="Stop">The link by which mails of its kind are called off, where that is offered.</param>
public sealed record Letter(
    string Kind, Recipient To, IReadOnlyDictionary<string, string?> Values, string? ActivityKey = null, SignedLink? Link = null, CalendarPart? Calendar = null, string? ReplyTo = null, SignedLink? Stop = null);

/// <summary>A letter as it goes out: subject, plain text and HTML.</summary>
public sealed record WrittenLetter(string Subject, string Text, string Html);
