namespace ReferenceHub.Core.Messaging;

/// <summary>What an iCalendar object asks of a calendar (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>Enter it, or replace an earlier version.</summary>
    Request,

    /// <summary>Take it out.</summary>
    Cancel,

    /// <summary>To be saved by whoever downloads it.</summary>
    Publish,
}

/// <summary>Somebody named in a calendar entry.</summary>
public sealed record CalendarPerson(string Name, string Address);

/// <summary>One appointment in one person's calendar: nobody but the organiser and that person is named in it.</summary>
/// <param name="Uid">Stays the same for the life of the appointment.</param>
/// <param name="Sequence">Rises with each change.</param>
/// <param name="StartsAt">Start (UTC).</param>
/// <param name="Minutes">Length.</param>
/// <param name="Title">What it is.</param>
/// <param name="Organiser">Who sends it.</param>
/// <param name="WrittenAt">When this version was written (UTC).</param>
public sealed record CalendarEntry(string Uid, int Sequence, DateTime StartsAt, int Minutes, string Title, CalendarPerson Organiser, DateTime WrittenAt)
{
    /// <summary>Whose calendar it is for.</summary>
    public CalendarPerson? Attendee { get; init; }

    /// <summary>Whether that person has agreed to come.</summary>
    public bool HasAgreed { get; init; }

    /// <summary>Where it takes place.</summary>
    public string? Place { get; init; }

    /// <summary>More about it, as plain text.</summary>
    public string? Text { get; init; }
}
