using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>What the time to answer asks for now.</summary>
public enum AskDue
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A reminder.</summary>
    Reminder,

    /// <summary>The silence is taken for no answer.</summary>
    Silence,
}

/// <summary>
/// The time a party has to answer, in business minutes. Staff are reminded at 50, 80 and 100 %; their silence is told to the program, which may ask on, and
/// counts as no answer when twice the time has passed. A customer is reminded once, at 50 %, and let go when the time has passed.
/// </summary>
public static class AskWindow
{
    /// <summary>Share of the window, in percent, at which the program learns that staff did not answer.</summary>
    public const int Over = 100;

    /// <summary>Share of the window, in percent, at which anybody is first reminded.</summary>
    public const int First = 50;

    /// <summary>Share of the window, in percent, of the last reminder before it is over.</summary>
    public const int LastAhead = 80;

    private static readonly int[] StaffSteps = [First, LastAhead, Over];
    private static readonly int[] CustomerSteps = [First];

    /// <summary>At which shares of the window, in percent, a party is reminded.</summary>
    public static IReadOnlyList<int> Reminders(Party party) => party == Party.Customer ? CustomerSteps : StaffSteps;

    /// <summary>Business minutes that a party has.</summary>
    public static int MinutesOf(ActivityType type, Party party)
    {
        ArgumentNullException.ThrowIfNull(type);
        return party switch
        {
            Party.Owner => type.OwnerReplyMinutes,
            Party.Legal => type.LegalReplyMinutes,
            _ => type.CustomerReplyMinutes,
        };
    }

    /// <summary>What is due for an ask that ends at <paramref name="replyDue"/> (UTC), and at which share of the window; of several reminders that were missed only the last.</summary>
    public static (AskDue Due, int Percent) At(Party party, int window, DateTime replyDue, int reminded, DateTime now, BusinessTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var left = time.MinutesBetween(now, replyDue);
        if (party == Party.Customer ? now > replyDue : left <= -window)
        {
            return (AskDue.Silence, Over);
        }

        var used = now > replyDue ? Over : (int)((long)(window - left) * 100 / window);
        var step = Reminders(party).LastOrDefault(step => step <= used);
        return step > reminded ? (AskDue.Reminder, step) : (AskDue.Nothing, used);
    }
}

/// <summary>Times (UTC) of replies between which something may be due for asks of one activity type.</summary>
/// <param name="FirstReminder">A reply that is due later is waited for without a word.</param>
/// <param name="Over">A reply that is due later still has working time left.</param>
/// <param name="Silent">Staff whose reply was due later than this still have time until it counts as no answer.</param>
internal sealed record AskNear(DateTime FirstReminder, DateTime Over, DateTime Silent)
{
    internal static AskNear Of(ActivityType type, DateTime now, CalendarBook book)
    {
        int[] windows = [.. new[] { Party.Owner, Party.Legal, Party.Customer }.Select(party => AskWindow.MinutesOf(type, party))];
        // Each a minute wider: parts of minutes are not counted.
        return new AskNear(In((windows.Max() * (100 - AskWindow.First) / 100) + 1), In(1), now.AddMinutes(1 - windows.Min()));

        DateTime In(int minutes) => book.All.Max(time => time.AddMinutes(now, minutes));
    }
}
