using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>One line of a timeline as its reader may see it.</summary>
public sealed record TimelineLine(
    int Place,
    DateTime At,
    string ActorName,
    RequestEventKind Kind,
    string? CandidateName,
    string? Asked,
    string? Note,
    bool NoteHidden,
    string? Source,
    Party? HeldBy,
    int Minutes,
    Party? Ball,
    bool FirstYes);

/// <summary>Builds time by party from events.</summary>
public static class RequestTimeline
{
    private const int MostDays = 12;

    /// <summary>Stretches in order, the running one up to now; comments and edits do not cut a stretch.</summary>
    public static PartyTime TimeByParty(ReferenceRequest request, DateTime now, BusinessTime time, string programZone)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        if (request.SubmittedAt is not { } start)
        {
            return new PartyTime([], [], null);
        }

        var stretches = new List<PartyStretch>();
        int? firstYes = null;
        var sum = 0;
        foreach (var line in request.Events.OrderBy(line => line.Place))
        {
            if (line.HeldBy is { } party && line.Minutes > 0)
            {
                Add(stretches, party, line.Minutes, soFar: false);
                sum += line.Minutes;
            }

            if (firstYes is null && line.Kind == RequestEventKind.Accepted)
            {
                firstYes = sum;
            }
        }

        var running = 0;
        if (request.State.IsOpen() && request.Ball is { } holder)
        {
            running = Math.Max(0, time.MinutesBetween(start, now) - time.MinutesBetween(start, request.LastEventAt));
            Add(stretches, holder, running, soFar: true);
        }

        return new PartyTime(stretches, Days(start, request.EndedAt ?? now, time, programZone, stretches.Sum(stretch => stretch.Minutes)), firstYes, running);
    }

    private static void Add(List<PartyStretch> stretches, Party party, int minutes, bool soFar)
    {
        if (stretches.Count > 0 && stretches[^1].Party == party)
        {
            stretches[^1] = new PartyStretch(party, stretches[^1].Minutes + minutes, soFar);
        }
        else if (minutes > 0)
        {
            stretches.Add(new PartyStretch(party, minutes, soFar));
        }
    }

    private static List<FlowDay> Days(DateTime start, DateTime end, BusinessTime time, string zone, int total)
    {
        var days = new List<FlowDay>();
        var last = Zones.DateIn(zone, end);
        var previous = -1;
        for (var day = Zones.DateIn(zone, time.NextOpening(start)); day <= last && days.Count < 400; day = day.AddDays(1))
        {
            var opens = time.NextOpening(Zones.UtcOf(zone, day.ToDateTime(TimeOnly.MinValue)));
            var at = Math.Max(0, time.MinutesBetween(start, opens));
            if (Zones.DateIn(zone, opens) == day && at > previous && at <= total)
            {
                days.Add(new FlowDay(day, at));
                previous = at;
            }
        }

        var step = ((days.Count - 1) / MostDays) + 1;
        return [.. days.Where((_, place) => place % step == 0)];
    }
}
