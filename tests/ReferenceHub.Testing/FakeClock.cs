namespace ReferenceHub.Testing;

/// <summary>A clock that stands still until a test moves it. Starts Monday 23 November 2026, 10:42 in Berlin.</summary>
public sealed class FakeClock : TimeProvider
{
    /// <summary>Where every test starts.</summary>
    public static readonly DateTime Start = new(2026, 11, 23, 9, 42, 0, DateTimeKind.Utc);

    private long ticks = Start.Ticks;

    /// <summary>Now in UTC.</summary>
    public DateTime Now => new(Interlocked.Read(ref ticks), DateTimeKind.Utc);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Now);

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>Sets the clock to an instant in UTC.</summary>
    public void MoveTo(DateTime utc) => Interlocked.Exchange(ref ticks, utc.Ticks);
}
