using System.Text;
using ReferenceHub.Core.Messaging;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Calendar entries as RFC 5545 wants them.</summary>
public sealed class CalendarTextTests
{
    private static readonly CalendarEntry Call = new(
        "1@hub.example", 2, new DateTime(2026, 12, 3, 9, 30, 0, DateTimeKind.Utc), 30, "Sales call: Northwind Bank", new CalendarPerson("Halvard", "references@hub.example"), new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc))
    {
        Attendee = new CalendarPerson("Anna Keller", "anna@alpenbank.example"), HasAgreed = true,
    };

    [Fact]
    public void An_invitation_names_method_version_and_times_in_UTC() => Lines(CalendarText.Write(Call, CalendarMethod.Request)).ShouldBe(
    [
        "BEGIN:VCALENDAR", "PRODID:-//ReferenceHub//Reference program//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1@hub.example", "SEQUENCE:2",
        "DTSTAMP:20261123T090000Z", "DTSTART:20261203T093000Z", "DTEND:20261203T100000Z", "SUMMARY:Sales call: Northwind Bank", "ORGANIZER;CN=\"Halvard\":mailto:references@hub.example",
        "ATTENDEE;CN=\"Anna Keller\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:anna@alpenbank.example", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR",
    ]);

    [Fact]
    public void A_cancellation_says_so_twice()
    {
        var part = CalendarText.Of(Call, CalendarMethod.Cancel);
        part.Method.ShouldBe("CANCEL");
        Lines(part.Text).ShouldContain("METHOD:CANCEL");
        Lines(part.Text).ShouldContain("STATUS:CANCELLED");
    }

    [Fact]
    public void A_downloaded_entry_names_no_attendee() => CalendarText.Write(Call, CalendarMethod.Publish).ShouldNotContain("ATTENDEE");

    [Theory]
    [InlineData("a;b,c\\d", "LOCATION:a\\;b\\,c\\\\d")]
    [InlineData("Room 4\r\nATTENDEE:mailto:x@evil.example", "LOCATION:Room 4\\nATTENDEE:mailto:x@evil.example")]
    [InlineData("bell\u0007", "LOCATION:bell")]
    public void What_people_typed_stays_one_value(string place, string line) => Lines(CalendarText.Write(Call with { Place = place }, CalendarMethod.Request)).ShouldContain(line);

    [Fact]
    public void A_name_cannot_leave_its_quotes() =>
        CalendarText.Write(Call with { Attendee = new CalendarPerson("A\":mailto:x@evil.example\r\nX:", "anna@alpenbank.example") }, CalendarMethod.Request)
            .ShouldContain("ATTENDEE;CN=\"A':mailto:x@evil.example X:\"");

    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u0085')]
    public void No_letter_of_a_name_ends_a_line(char letter)
    {
        var text = CalendarText.Write(Call with { Attendee = new CalendarPerson($"N\"{letter}ATTACH:https://evil.example", "anna@alpenbank.example") }, CalendarMethod.Request);
        text.ShouldNotContain(letter.ToString());
        text.ReplaceLineEndings("\r\n").ShouldBe(text);
        Lines(text).ShouldNotContain(line => line.StartsWith("ATTACH", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_is_written_so_that_it_stays_one() =>
        Lines(CalendarText.Write(Call with { Attendee = new CalendarPerson("R", "r&d#1+x@alpenbank.example") }, CalendarMethod.Request)).ShouldContain(line => line.EndsWith(":mailto:r%26d%231+x@alpenbank.example", StringComparison.Ordinal));

    [Fact]
    public void Lines_end_at_75_octets_and_no_letter_is_cut()
    {
        var words = string.Concat(Enumerable.Repeat("Überprüfung 検証 🎉 ", 20)).Trim();
        var text = CalendarText.Write(Call with { Text = words }, CalendarMethod.Request);
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"DESCRIPTION:{words}\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }

    private static string[] Lines(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
