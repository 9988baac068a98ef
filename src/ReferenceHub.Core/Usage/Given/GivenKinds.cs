namespace ReferenceHub.Core.Usage;

/// <summary>What things given are called, and what they usually make up for.</summary>
public static class GivenKinds
{
    /// <summary>All of them, as they are offered.</summary>
    public static IReadOnlyList<GivenKind> All { get; } = Enum.GetValues<GivenKind>();

    /// <summary>Effort units that one usually makes up for; none for a gift, which is thanks and never pay.</summary>
    public static int UsualUnits(GivenKind kind) => kind switch
    {
        GivenKind.EventSeat or GivenKind.ExecutiveMeeting => 2,
        GivenKind.RoadmapSession or GivenKind.Training or GivenKind.PublicThanks => 1,
        _ => 0,
    };

    /// <summary>Its name.</summary>
    public static string Name(GivenKind kind) => kind switch
    {
        GivenKind.EventSeat => "Event seat",
        GivenKind.RoadmapSession => "Roadmap session",
        GivenKind.ExecutiveMeeting => "Executive meeting",
        GivenKind.Training => "Training",
        GivenKind.PublicThanks => "Public thanks",
        GivenKind.Gift => "Gift",
        _ => "Something else",
    };
}
