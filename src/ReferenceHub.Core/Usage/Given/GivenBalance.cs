namespace ReferenceHub.Core.Usage;

/// <summary>What a customer gave and got in the last 365 days, in effort units.</summary>
/// <param name="Taken">Units of uses that took place.</param>
/// <param name="Given">Units that things given make up for.</param>
public sealed record GivenBalance(int Taken, int Given)
{
    /// <summary>Days looked back over, by the program's days.</summary>
    public const int Days = 365;

    /// <summary>Units that the customer is ahead with; negative when it got more than it gave.</summary>
    public int Owed => Taken - Given;

    /// <summary>First day that counts.</summary>
    public static DateOnly Since(DateOnly today) => today.AddDays(1 - Days);
}
