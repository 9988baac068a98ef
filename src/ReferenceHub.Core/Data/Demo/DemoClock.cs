namespace ReferenceHub.Core.Data.Demo;

/// <summary>The simulated instant, and the rows that were written on the way to it and are not saved yet.</summary>
internal sealed class DemoClock(DemoIds ids)
{
    private DateTime now;

    public DemoIds Ids { get; } = ids;

    /// <summary>The simulated instant (UTC).</summary>
    public DateTime Now
    {
        get => now;
        set
        {
            now = value;
            Ids.Now = value;
        }
    }

    /// <summary>Rows without relations to requests: ledger entries, signals, releases, history.</summary>
    public List<object> Written { get; } = [];
}
