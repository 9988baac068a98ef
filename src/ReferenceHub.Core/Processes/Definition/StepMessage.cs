namespace ReferenceHub.Core.Processes;

/// <summary>What the holder of a step is told when it is their turn; Markdown, with {{project}}, {{customer}}, {{step}}, {{due}} and {{lead}} filled in.</summary>
public sealed record StepMessage(string Subject, string Body)
{
    /// <summary>Longest subject in characters.</summary>
    public const int SubjectLength = 150;

    /// <summary>Longest body in characters.</summary>
    public const int BodyLength = 4000;
}
