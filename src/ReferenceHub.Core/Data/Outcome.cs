namespace ReferenceHub.Core.Data;

/// <summary>What a command answers: done, or refused with a reason that the page shows, beside <see cref="Field"/> where there is one.</summary>
public record Outcome(string? Refusal, string? Field = null)
{
    /// <summary>The command was carried out.</summary>
    public static Outcome Done { get; } = new((string?)null);

    /// <summary>Whether the command was carried out.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>An expected refusal: <paramref name="reason"/> says why and what to do.</summary>
    public static Outcome Refuse(string reason, string? field = null) => new(reason, field);
}

/// <summary>As <see cref="Outcome"/>, with what the command made.</summary>
public sealed record Outcome<T>(T? Value, string? Refusal, string? Field = null) : Outcome(Refusal, Field)
{
    /// <summary>Done, with a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>An expected refusal.</summary>
    public static new Outcome<T> Refuse(string reason, string? field = null) => new(default, reason, field);
}
