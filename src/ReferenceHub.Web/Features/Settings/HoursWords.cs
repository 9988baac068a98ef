using ReferenceHub.Core.People;
using ReferenceHub.Web.Infrastructure;

namespace ReferenceHub.Web.Features.Settings;

/// <summary>Opening hours in words.</summary>
public static class HoursWords
{
    /// <summary>"Mon–Thu 09:00–17:00, Fri 09:00–15:00".</summary>
    public static string Of(WeekHours hours)
    {
        var runs = new List<(DayOfWeek From, DayOfWeek To, DayHours Hours)>();
        foreach (var day in CalendarForm.Week)
        {
            if (hours[day] is not { } open)
            {
                continue;
            }

            var follows = runs.Count > 0 && runs[^1].Hours == open && ((int)runs[^1].To + 1) % 7 == (int)day;
            if (follows)
            {
                runs[^1] = runs[^1] with { To = day };
            }
            else
            {
                runs.Add((day, day, open));
            }
        }

        return string.Join(", ", runs.Select(run => $"{Short(run.From)}{(run.From == run.To ? "" : "–" + Short(run.To))} {Clock(run.Hours.Opens)}–{Clock(run.Hours.Closes)}"));
    }

    private static string Short(DayOfWeek day) => day.ToString()[..3];

    private static string Clock(int minute) => string.Create(Words.Culture, $"{minute / 60:00}:{minute % 60:00}");
}
