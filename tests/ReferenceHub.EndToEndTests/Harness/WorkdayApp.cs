using ReferenceHub.Core.People;

namespace ReferenceHub.EndToEndTests.Harness;

/// <summary>The product early on a working afternoon in Europe: whoever is written to is awake, whoever is asked has time to answer. Its clock is moved on by whole weeks only.</summary>
public sealed class WorkdayApp() : RealApp(UntilTuesday())
{
    private const string Zone = "Europe/Berlin";

    /// <summary>A week, after which it is the same working hour again.</summary>
    public static TimeSpan Week { get; } = TimeSpan.FromDays(7);

    /// <summary>So many days from its today, at an hour of the clock that its people read, as date fields take it.</summary>
    public string At(int days, int hour) => FormattableString.Invariant($"{Zones.LocalIn(Zone, Now).Date.AddDays(days).AddHours(hour):yyyy-MM-dd'T'HH:mm}");

    private static TimeSpan UntilTuesday()
    {
        var day = Zones.LocalIn(Zone, DateTime.UtcNow).Date.AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Tuesday || day is { Month: 12, Day: > 8 } or { Month: 1, Day: < 7 })
        {
            day = day.AddDays(1);
        }

        return Zones.UtcOf(Zone, day.AddHours(14)) - DateTime.UtcNow;
    }
}

/// <summary>The journeys of requests share one product, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OnWorkdays : ICollectionFixture<WorkdayApp>
{
    public const string Name = "On working days";
}
