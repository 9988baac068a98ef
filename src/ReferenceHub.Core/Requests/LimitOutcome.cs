using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A refused reservation as an outcome, with what refused it for pages that say it in another language.</summary>
/// <param name="Limit">The rule, who set it, and the first day that works.</param>
public sealed record LimitOutcome(LimitRefusal Limit) : Outcome(Limit.Sentence, Limit.CanOverride ? LimitOutcome.Field : null)
{
    /// <summary>The field that a refusal names when an override with sponsor and reason would help.</summary>
    public new const string Field = "Limit";

    internal static Outcome Of(Reservation refused) => new LimitOutcome(refused.Refusal!);
}
