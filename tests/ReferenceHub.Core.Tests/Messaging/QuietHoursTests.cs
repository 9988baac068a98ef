using ReferenceHub.Core.Messaging;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Messaging;

/// <summary>Quiet hours and digests by the clock on the wall, also when that clock is changed.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    // Usual hours, 20:00 to 07:00.
    [InlineData("Europe/Berlin", "2026-11-23T18:59", "2026-11-23T18:59")]
    [InlineData("Europe/Berlin", "2026-11-23T19:00", "2026-11-24T06:00")]
    [InlineData("Europe/Berlin", "2026-11-24T05:59", "2026-11-24T06:00")]
    [InlineData("Europe/Berlin", "2026-11-24T06:00", "2026-11-24T06:00")]
    [InlineData("America/New_York", "2026-11-24T01:00", "2026-11-24T12:00")]
    [InlineData("Asia/Kolkata", "2026-11-23T14:30", "2026-11-24T01:30")]
    // The night in which clocks go back is an hour longer, the one in which they go forward an hour shorter.
    [InlineData("Europe/Berlin", "2026-10-24T18:00", "2026-10-25T06:00")]
    [InlineData("Europe/Berlin", "2026-03-28T19:00", "2026-03-29T05:00")]
    [InlineData("Australia/Sydney", "2026-10-03T10:00", "2026-10-03T20:00")]
    public void The_night_ends_at_seven_on_the_wall(string zone, string utc, string awake) =>
        QuietHours.AwakeAt(null, zone, At(utc)).ShouldBe(At(awake));

    [Theory]
    [InlineData(0, 0, "2026-11-24T03:00", "2026-11-24T03:00")]
    [InlineData(720, 780, "2026-11-24T11:30", "2026-11-24T12:00")]
    // Until 02:30, an hour that this night does not have: the clock goes from 02:00 to 03:00.
    [InlineData(1380, 150, "2026-03-29T00:30", "2026-03-29T01:00")]
    public void Chosen_hours_hold(int from, int until, string utc, string awake)
    {
        var hours = new NoticeHours(Given.Id());
        hours.Choose(from, until, 480);
        QuietHours.AwakeAt(hours, "Europe/Berlin", At(utc)).ShouldBe(At(awake));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-23T06:59", "2026-11-23T07:00")]
    [InlineData("Europe/Berlin", "2026-11-23T07:00", "2026-11-24T07:00")]
    [InlineData("Europe/Berlin", "2026-03-28T08:00", "2026-03-29T06:00")]
    [InlineData("America/Sao_Paulo", "2026-11-23T12:00", "2026-11-24T11:00")]
    public void The_digest_comes_daily_at_eight(string zone, string utc, string next) =>
        QuietHours.NextDigest(null, zone, At(utc)).ShouldBe(At(next));

    private static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
