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

    /// <summary>The balance on a day.</summary>
    public static GivenBalance Of(IEnumerable<Use> uses, IEnumerable<(DateOnly On, int Units)> given, DateOnly today) => new(
        uses.Where(use => use.State == UseState.Done && In(use.On, today)).Sum(use => use.Units),
        given.Where(line => In(line.On, today)).Sum(line => line.Units));

    /// <summary>First day that counts.</summary>
    public static DateOnly Since(DateOnly today) => today.AddDays(1 - Days);

    private static bool In(DateOnly day, DateOnly today) => day <= today && day >= Since(today);
}
