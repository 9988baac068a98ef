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

/// <summary>What a no means beyond the request it was said to.</summary>
public static class DeclineKinds
{
    /// <summary>Whether it says that the customer is asked too much: it counts towards fatigue. A no without a kind does, to be careful.</summary>
    public static bool Tires(this DeclineKind? kind) => kind is null or DeclineKind.NoTime or DeclineKind.TooOften or DeclineKind.Other;

    /// <summary>Whether it was said to the prospect: the customer is asked for that company no more.</summary>
    public static bool ClosesProspect(this DeclineKind? kind) => kind is DeclineKind.Competitor;

    /// <summary>Whether somebody else at the customer may be asked for the same request.</summary>
    public static bool LeavesOthers(this DeclineKind? kind) => kind is DeclineKind.WrongPerson;

    /// <summary>The kind in words.</summary>
    public static string InWords(this DeclineKind kind) => kind switch
    {
        DeclineKind.NoTime => "no time now",
        DeclineKind.TooOften => "asked too often",
        DeclineKind.DoesNotFit => "does not fit",
        DeclineKind.Policy => "their policy does not allow it",
        DeclineKind.Competitor => "not with this company",
        DeclineKind.Relationship => "the relationship is delicate now",
        DeclineKind.WrongPerson => "not the right person",
        _ => "another reason",
    };
}
