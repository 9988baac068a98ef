using ReferenceHub.Core.Data;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Requests;

/// <summary>A refused reservation as an outcome.</summary>
public static class LimitOutcome
{
    /// <summary>The field that a refusal names when an override with sponsor and reason would help.</summary>
    public const string Field = "Limit";

    internal static Outcome Of(Reservation refused) =>
        Outcome.Refuse(refused.Refusal!.Sentence, refused.Refusal.CanOverride ? Field : null);
}
