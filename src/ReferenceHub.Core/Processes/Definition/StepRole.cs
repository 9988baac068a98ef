namespace ReferenceHub.Core.Processes;

/// <summary>Who does a step, unless a person is named in the process or in the project.</summary>
public enum StepRole
{
    /// <summary>Who leads the project.</summary>
    Lead,

    /// <summary>Who owns the customer.</summary>
    Owner,

    /// <summary>Product marketing.</summary>
    ProductMarketing,

    /// <summary>Legal.</summary>
    Legal,

    /// <summary>Management.</summary>
    Management,

    /// <summary>Somebody at the customer who approves: a contact, by link.</summary>
    Customer,

    /// <summary>The writer, ours or outside.</summary>
    Writer,

    /// <summary>The agency: camera, cut, layout.</summary>
    Agency,

    /// <summary>Who asked for it.</summary>
    Requester,
}
