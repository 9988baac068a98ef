namespace ReferenceHub.Core.Requests;

/// <summary>Who holds the ball: each hour of a request belongs to one of these.</summary>
public enum Party
{
    /// <summary>Who asked.</summary>
    Requester,

    /// <summary>The reference program.</summary>
    Program,

    /// <summary>The account owner.</summary>
    Owner,

    /// <summary>Legal.</summary>
    Legal,

    /// <summary>The reference customer.</summary>
    Customer,
}
