namespace ReferenceHub.Core.People;

/// <summary>A closed day of a business calendar, by local date.</summary>
public sealed record Holiday(DateOnly Date, string Name)
{
    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 80;
}
