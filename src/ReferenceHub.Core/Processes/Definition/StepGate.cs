namespace ReferenceHub.Core.Processes;

/// <summary>A yes that nothing behind the step goes past. A gate is never skipped.</summary>
public enum StepGate
{
    /// <summary>The customer's owner agrees that the customer is used.</summary>
    Owner,

    /// <summary>The customer has given permission in the scope of what is made, and it is valid.</summary>
    Consent,

    /// <summary>Legal has approved.</summary>
    Legal,

    /// <summary>The customer has approved exactly what will be published.</summary>
    Customer,

    /// <summary>Management has approved.</summary>
    Management,
}
