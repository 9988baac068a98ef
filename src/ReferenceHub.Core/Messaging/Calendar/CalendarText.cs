using System.Globalization;
using System.Text;

namespace ReferenceHub.Core.Messaging;

/// <summary>Writes calendar entries as iCalendar objects (RFC 5545).</summary>
public static class CalendarText
{
    // A line holds 75 octets without its end; the rest goes on after a blank.
    private const int LineOctets = 75;

    /// <summary>The entry as a part of a mail.</summary>
    public static CalendarPart Of(CalendarEntry entry, CalendarMethod method) => new(Write(entry, method), Word(method));

    /// <summary>The entry as text with CRLF line ends.</summary>
    public static string Write(CalendarEntry entry, CalendarMethod method)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "PRODID:-//ReferenceHub//Reference program//EN");
        Line(text, "VERSION:2.0");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, $"METHOD:{Word(method)}");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Value(entry.Uid)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Line(text, $"DTSTAMP:{Instant(entry.WrittenAt)}");
        Line(text, $"DTSTART:{Instant(entry.StartsAt)}");
        Line(text, $"DTEND:{Instant(entry.StartsAt.AddMinutes(entry.Minutes))}");
        Line(text, $"SUMMARY:{Value(entry.Title)}");
        if (entry.Place is { Length: > 0 } place)
        {
            Line(text, $"LOCATION:{Value(place)}");
        }

        if (entry.Text is { Length: > 0 } more)
        {
            Line(text, $"DESCRIPTION:{Value(more)}");
        }

        Line(text, $"ORGANIZER;CN={Quoted(entry.Organiser.Name)}:{Mailto(entry.Organiser.Address)}");
        if (entry.Attendee is { } attendee && method != CalendarMethod.Publish)
        {
            Line(text, $"ATTENDEE;CN={Quoted(attendee.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT={(entry.HasAgreed ? "ACCEPTED" : "NEEDS-ACTION")};RSVP=FALSE:{Mailto(attendee.Address)}");
        }

        Line(text, $"STATUS:{(method == CalendarMethod.Cancel ? "CANCELLED" : "CONFIRMED")}");
        Line(text, "TRANSP:OPAQUE");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Word(CalendarMethod method) => method switch
    {
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => "PUBLISH",
    };

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Backslash, semicolon and comma have a meaning, line breaks are written, other control characters are not allowed at all.
    private static string Value(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            value.Append(letter switch
            {
                '\\' => "\\\\",
                ';' => "\\;",
                ',' => "\\,",
                '\n' => "\\n",
                '\t' => " ",
                _ when char.IsControl(letter) => "",
                _ => letter.ToString(),
            });
        }

        return value.ToString();
    }

    // Within quotes nothing can be escaped, so quotes themselves become apostrophes.
    private static string Quoted(string name) =>
        $"\"{string.Concat(name.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter))).Replace('"', '\'')}\"";

    private static string Mailto(string address) => $"mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal)}";

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
