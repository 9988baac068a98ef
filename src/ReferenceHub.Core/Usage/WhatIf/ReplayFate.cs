namespace ReferenceHub.Core.Usage;

/// <summary>What would have become of an ask.</summary>
public enum ReplayFate
{
    /// <summary>Allowed as it was asked.</summary>
    Allowed,

    /// <summary>Against a rule, as it was asked: a limit was overridden for it then, and would be again.</summary>
    Overridden,

    /// <summary>Allowed with another contact of the same customer.</summary>
    OtherContact,

    /// <summary>Asked of another customer like it, on the same day.</summary>
    Moved,

    /// <summary>Asked of the same customer, on a later day.</summary>
    Delayed,

    /// <summary>Not possible.</summary>
    Refused,
}

/// <summary>What a set of policies would have done with an ask.</summary>
/// <param name="Fate">What would have become of it.</param>
/// <param name="Rule">The rule that refuses it; empty when none does.</param>
/// <param name="InsteadId">The customer asked instead.</param>
/// <param name="LaterOn">The day on which it would have been possible.</param>
public sealed record ReplayAnswer(ReplayFate Fate, string Rule = "", Guid? InsteadId = null, DateOnly? LaterOn = null)
{
    /// <summary>Whether somebody would have been asked otherwise, or nobody.</summary>
    public bool IsOtherwise => Fate is not (ReplayFate.Allowed or ReplayFate.Overridden);

    /// <summary>Whether for whoever asked it is the same, by whichever rule.</summary>
    public bool IsLike(ReplayAnswer other) => (Fate, InsteadId, LaterOn) == (other.Fate, other.InsteadId, other.LaterOn);
}

/// <summary>An ask that would have gone otherwise by the policies in force or by the draft.</summary>
/// <param name="RequestNumber">The request, if there is one.</param>
/// <param name="CustomerId">The customer asked.</param>
/// <param name="ActivityKey">Activity type.</param>
/// <param name="On">Day wished for.</param>
/// <param name="Today">By the policies in force.</param>
/// <param name="Draft">By the draft.</param>
public sealed record ChangedAsk(int? RequestNumber, Guid CustomerId, string ActivityKey, DateOnly On, ReplayAnswer Today, ReplayAnswer Draft)
{
    /// <summary>Whether the draft does otherwise than the policies in force.</summary>
    public bool IsDifferent => !Today.IsLike(Draft);
}
