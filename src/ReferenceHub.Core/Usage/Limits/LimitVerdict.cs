namespace ReferenceHub.Core.Usage;

/// <summary>The answer of the limits to one ask.</summary>
/// <param name="Breach">The strictest broken rule; null when the use is allowed.</param>
/// <param name="TakesLast">True if it is allowed, but the same again would not be.</param>
public sealed record LimitVerdict(LimitBreach? Breach, bool TakesLast)
{
    /// <summary>True if no limit is exceeded.</summary>
    public bool Allowed => Breach is null;

    internal static LimitVerdict Fine(bool takesLast) => new(null, takesLast);

    internal static LimitVerdict Broken(LimitBreach breach) => new(breach, TakesLast: false);
}

/// <summary>A rule that refuses a use.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Rule">The rule in words, without anybody's reasons.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="FreeOn">First day on which every limit would allow it; null if none will.</param>
public sealed record LimitBreach(Guid PolicyId, string Rule, string SetBy, DateOnly? FreeOn)
{
    /// <summary>The rule's cause is for few.</summary>
    public bool Confidential { get; init; }

    /// <summary>The free day as it is told to whoever is refused; none where it would give the cause away (the day after a renewal).</summary>
    public DateOnly? ToldFreeOn => Confidential ? null : FreeOn;
}
