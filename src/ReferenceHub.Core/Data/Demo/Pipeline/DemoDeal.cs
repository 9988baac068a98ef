using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Data.Demo;

/// <summary>A company that might buy.</summary>
internal sealed record Prospect(string Name, Trade Trade, Country Country, int Employees, string Contact)
{
    /// <summary>Address of who will talk.</summary>
    public string Email => $"{string.Join('.', CompanyNames.Domain(Contact).Split('.')[..^1])}@{CompanyNames.Domain(Name)}";
}

/// <summary>A deal of the demo program with what requests need to know of it.</summary>
internal sealed record DemoDeal(Opportunity Row, Prospect Prospect, User Seller, IReadOnlyList<string> Products, DateOnly OpenedOn, DateOnly ClosesOn)
{
    /// <summary>How likely somebody asks for a reference for it.</summary>
    public double Pull => (Row.Outcome == DealOutcome.Lost ? 0.75 : 1.35) * (Row.HighestStage >= 3 ? 1.6 : 0.6) * Math.Sqrt((Row.AmountMinor ?? 10_000_000) / 10_000_000.0);
}
