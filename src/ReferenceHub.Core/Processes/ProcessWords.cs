using System.Globalization;

namespace ReferenceHub.Core.Processes;

/// <summary>Values of processes in words.</summary>
public static class ProcessWords
{
    /// <summary>What a process is for.</summary>
    public static string Of(ProcessKind kind) => kind switch
    {
        ProcessKind.Production => "Stories and other content",
        ProcessKind.Recruiting => "Recruiting",
        _ => "Requests",
    };

    /// <summary>Who does a step.</summary>
    public static string Of(StepRole role) => role switch
    {
        StepRole.Lead => "Lead",
        StepRole.Owner => "Account owner",
        StepRole.ProductMarketing => "Product marketing",
        StepRole.Legal => "Legal",
        StepRole.Management => "Management",
        StepRole.Customer => "Customer",
        StepRole.Writer => "Writer",
        StepRole.Agency => "Agency",
        _ => "Requester",
    };

    /// <summary>Who does a step of a request: its lead is the program.</summary>
    public static string Of(StepRole role, ProcessKind kind) => role == StepRole.Lead && kind == ProcessKind.Request ? "Program" : Of(role);

    /// <summary>What there is to do.</summary>
    public static string Of(StepWork work) => work switch
    {
        StepWork.Task => "Something to do",
        StepWork.File => "A file to hand in",
        StepWork.Draft => "The text to write",
        StepWork.Approval => "Something to approve",
        StepWork.Evidence => "Quotes and figures with their source",
        StepWork.Interview => "An interview, with consent to record",
        StepWork.Consent => "The permissions that publishing needs",
        StepWork.Publish => "Publishing",
        _ => "A look at how it is used",
    };

    /// <summary>The yes that a gate waits for.</summary>
    public static string Of(StepGate gate) => gate switch
    {
        StepGate.Owner => "The owner's yes",
        StepGate.Consent => "The customer's consent",
        StepGate.Legal => "Legal's yes",
        StepGate.Customer => "The customer's approval",
        _ => "Management's yes",
    };

    /// <summary>"3 business days", "4.8 business hours to answer", "at once".</summary>
    public static string Target(ProcessStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step switch
        {
            { Hours: { } hours } => string.Create(CultureInfo.InvariantCulture, $"{hours:0.##} business {(hours == 1 ? "hour" : "hours")} to answer"),
            { Days: 0 } => "at once",
            { Days: 1 } => "1 business day",
            _ => string.Create(CultureInfo.InvariantCulture, $"{step.Days} business days"),
        };
    }
}
