namespace ReferenceHub.Core.Processes;

/// <summary>Something that keeps a process from being put in force. Place: key of the step or stage, null for the whole; field: the field it is about.</summary>
public sealed record ProcessProblem(string? Place, string Field, string Words);
