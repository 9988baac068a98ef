namespace ReferenceHub.Core.Usage;

/// <summary>Which customers a policy binds.</summary>
public enum PolicyScope
{
    /// <summary>Every customer.</summary>
    Program,

    /// <summary>Customers of one tier.</summary>
    Tier,

    /// <summary>Customers of one segment (industry × region × product).</summary>
    Segment,

    /// <summary>One customer.</summary>
    Customer,

    /// <summary>One contact.</summary>
    Contact,
}

/// <summary>Whose uses a policy adds up.</summary>
public enum PolicyPer
{
    /// <summary>All uses of a customer.</summary>
    Customer,

    /// <summary>The uses of each contact alone.</summary>
    Contact,
}

/// <summary>What a policy counts.</summary>
public enum PolicyMeasure
{
    /// <summary>Number of uses.</summary>
    Uses,

    /// <summary>Effort units.</summary>
    Units,

    /// <summary>Contact minutes.</summary>
    Minutes,
}

/// <summary>Who set a policy.</summary>
public enum PolicySetter
{
    /// <summary>The program.</summary>
    Program,

    /// <summary>The customer itself.</summary>
    Customer,

    /// <summary>The account owner.</summary>
    Owner,
}
