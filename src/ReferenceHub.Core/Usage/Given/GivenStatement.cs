using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>What one customer got, beside what it gave.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="CustomerName">Its name.</param>
/// <param name="Today">Today of the program.</param>
/// <param name="Money">What gifts are limited to, and the currency of prices.</param>
/// <param name="Balance">Units in the last 365 days.</param>
/// <param name="Lines">What was given, the newest first.</param>
/// <param name="NoGifts">Its rules forbid gifts.</param>
/// <param name="Contacts">People it can be given to.</param>
/// <param name="MayGive">The viewer may write.</param>
public sealed record GivenStatement(
    Guid CustomerId, string CustomerName, DateOnly Today, GiftMoney Money, GivenBalance Balance, IReadOnlyList<GivenLine> Lines, bool NoGifts,
    IReadOnlyList<(Guid Id, string Name)> Contacts, bool MayGive);

/// <summary>One thing given.</summary>
/// <param name="Given">The line.</param>
/// <param name="ContactName">Who got it.</param>
/// <param name="TakenBack">Why it was taken back, if it was.</param>
public sealed record GivenLine(GivenValue Given, string? ContactName, string? TakenBack);

/// <summary>Give and take of all customers that act as references.</summary>
/// <param name="Today">Today of the program.</param>
/// <param name="Money">What gifts are limited to.</param>
/// <param name="Rows">One page, those first that gave most beyond what they got.</param>
/// <param name="Page">Page of them, from 1.</param>
/// <param name="Customers">Customers in all.</param>
/// <param name="Taken">Units of uses of all of them in 365 days.</param>
/// <param name="Given">Units that things given to all of them make up for.</param>
public sealed record GivenBoard(DateOnly Today, GiftMoney Money, IReadOnlyList<GivenRow> Rows, int Page, int Customers, int Taken, int Given)
{
    /// <summary>Customers a page.</summary>
    public const int PageSize = 30;
}

/// <summary>One customer's give and take.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Balance">Units in the last 365 days.</param>
/// <param name="LastGiven">Day on which it got something last, of those in the balance.</param>
/// <param name="NoGifts">Its rules forbid gifts.</param>
public sealed record GivenRow(Guid CustomerId, string Name, GivenBalance Balance, DateOnly? LastGiven, bool NoGifts);
