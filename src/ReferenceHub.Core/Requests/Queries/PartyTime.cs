namespace ReferenceHub.Core.Requests;

/// <summary>A stretch of business minutes in which one party held the ball, in the order it happened.</summary>
public sealed record PartyStretch(Party Party, int Minutes, bool SoFar);

/// <summary>A day on the bar: its first business minute counted from submit.</summary>
public sealed record FlowDay(DateOnly Day, int AtMinute);

/// <summary>Time by party: stretches in order and their sums; all in business minutes since submit. Running is the part since the last event.</summary>
public sealed record PartyTime(IReadOnlyList<PartyStretch> Stretches, IReadOnlyList<FlowDay> Days, int? FirstYesAt, int Running = 0)
{
    /// <summary>The whole.</summary>
    public int Total => Stretches.Sum(stretch => stretch.Minutes);

    /// <summary>Minutes of each party that held the ball, in the order of the parties.</summary>
    public IReadOnlyList<(Party Party, int Minutes)> ByParty =>
        [.. Stretches.GroupBy(stretch => stretch.Party).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(stretch => stretch.Minutes)))];
}
