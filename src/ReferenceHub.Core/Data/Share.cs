namespace ReferenceHub.Core.Data;

/// <summary>A part of a whole. Below five no percentage is told, since it would say more than is known.</summary>
public sealed record Share(int Part, int Of)
{
    /// <summary>Smallest n that a percentage is told for.</summary>
    public const int FewestForPercent = 5;

    /// <summary>Rounded percentage, or null below n = 5.</summary>
    public int? Percent => Of < FewestForPercent ? null : (int)Math.Round(100.0 * Part / Of, MidpointRounding.AwayFromZero);
}
