namespace ReferenceHub.Core.Processes;

/// <summary>A step of a process.</summary>
public sealed record ProcessStep : IOrderedStep
{
    /// <summary>Longest key in characters.</summary>
    public const int KeyLength = 40;

    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 80;

    /// <summary>Longest guidance in characters.</summary>
    public const int GuidanceLength = 4000;

    /// <summary>Longest line of a checklist, or outcome, in characters.</summary>
    public const int LineLength = 200;

    /// <summary>Most lines of a checklist; most outcomes.</summary>
    public const int MostLines = 30;

    /// <summary>Longest document to start from, in characters.</summary>
    public const int DocumentLength = 20_000;

    /// <summary>Longest target in business days.</summary>
    public const int MostDays = 260;

    /// <summary>Longest time to answer in business hours.</summary>
    public const decimal MostHours = 2000;

    /// <summary>Key within the process: small letters, digits and hyphens; the same in every version, so that versions can be compared.</summary>
    public required string Key { get; init; }

    /// <summary>As shown.</summary>
    public required string Name { get; init; }

    /// <summary>Key of its stage.</summary>
    public required string Stage { get; init; }

    /// <summary>What there is to do.</summary>
    public StepWork Work { get; init; }

    /// <summary>Who does it.</summary>
    public StepRole Role { get; init; }

    /// <summary>The person who always does it; null for whoever has the role in the project.</summary>
    public Guid? HolderId { get; init; }

    /// <summary>Target in business days from the turn to done; 0 for at once.</summary>
    public int Days { get; init; }

    /// <summary>The part of a request that it goes with; null in processes that run as projects.</summary>
    public RequestTurn? Turn { get; init; }

    /// <summary>Time to answer in business hours, where a request asks somebody; null elsewhere.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Calendar days to wait before it can begin, counted from the end of what it comes after; 0 for none.</summary>
    public int Wait { get; init; }

    /// <summary>Keys of the steps that must be done or skipped before it; steps that share none of them run in parallel.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The yes that it stands for; null when nothing is held by it.</summary>
    public StepGate? Gate { get; init; }

    /// <summary>How it is done well, in Markdown.</summary>
    public string? Guidance { get; init; }

    /// <summary>What to tick off.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>What its holder is told; null for the usual words.</summary>
    public StepMessage? Message { get; init; }

    /// <summary>The text or paper to start from, in Markdown.</summary>
    public string? Document { get; init; }

    /// <summary>How it may end, to choose from when it is done; none when done says it all.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}
