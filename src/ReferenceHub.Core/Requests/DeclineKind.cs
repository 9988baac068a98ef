namespace ReferenceHub.Core.Requests;

/// <summary>Why somebody on the route said no.</summary>
public enum DeclineKind
{
    /// <summary>No time just now.</summary>
    NoTime,

    /// <summary>Asked too often of late.</summary>
    TooOften,

    /// <summary>The need does not fit.</summary>
    DoesNotFit,

    /// <summary>Their policy does not allow it.</summary>
    Policy,

    /// <summary>The prospect is a competitor of theirs, or too close.</summary>
    Competitor,

    /// <summary>The relationship is delicate just now.</summary>
    Relationship,

    /// <summary>The person has left or changed jobs.</summary>
    WrongPerson,

    /// <summary>Something else, said in words.</summary>
    Other,
}
