namespace ReferenceHub.Core.Processes;

/// <summary>What there is to do in a step, and so what its page offers.</summary>
public enum StepWork
{
    /// <summary>Something to do, with a checklist at most.</summary>
    Task,

    /// <summary>A file to hand in.</summary>
    File,

    /// <summary>The text to write, in versions.</summary>
    Draft,

    /// <summary>A version of the text, or a file, to approve or send back.</summary>
    Approval,

    /// <summary>Quotes and figures with their source.</summary>
    Evidence,

    /// <summary>An interview, with the consent to record it.</summary>
    Interview,

    /// <summary>The permissions that publishing needs.</summary>
    Consent,

    /// <summary>Publishing: the content is made or renewed.</summary>
    Publish,

    /// <summary>A look at how the content is used, some time after publication.</summary>
    Review,
}
