using ReferenceHub.Core.Usage;

namespace ReferenceHub.Testing.Usage;

/// <summary>A customer, its limits, what stands in its ledger, and what is asked of it.</summary>
/// <param name="Who">The customer.</param>
/// <param name="Policies">All policies, those that do not concern the customer among them.</param>
/// <param name="HeldBackPercent">Share of each limit per customer that is kept for large deals.</param>
/// <param name="Holidays">Public holidays where the customer is.</param>
/// <param name="Uses">What stands.</param>
/// <param name="Ask">What is asked.</param>
public sealed record UsageHistory(
    UsageSubject Who, IReadOnlyList<UsagePolicy> Policies, int HeldBackPercent, IReadOnlySet<DateOnly> Holidays, IReadOnlyList<Use> Uses, UsageAsk Ask)
{
    /// <summary>What a counterexample says.</summary>
    public override string ToString() =>
        $"""
        ask {Ask.ActivityKey} ({Ask.Units} units, {Ask.Minutes} min) on {Ask.On:O} of {Ask.ContactId} {(Ask.Large ? "large" : "")}
        {Who.Tier}, renewal {Who.RenewalOn:O}, escalated {Who.Escalated}, held back {HeldBackPercent} %
        {string.Join("\n", Policies.Select(policy => $"{policy.Id} {policy.Scope} {policy.Per} {policy.Measure} {policy.Amount} {policy.WindowKind} {policy.Days} {policy.Blackout} [{string.Join(' ', policy.ActivityKeys)}]"))}
        {string.Join("\n", Uses.Select(use => $"{use.On:O} {use.ActivityKey} {use.State} {use.Units} units {use.Minutes} min rest {use.StartsRest}{(use.ForLargeDeal ? " large" : "")} of {use.ContactId}"))}
        """;
}
