namespace ReferenceHub.Core.Processes;

/// <summary>A process as it stands in a file: what it is, and how it goes. People are not part of it: they differ from program to program.</summary>
public sealed record ProcessFile(string Key, ProcessFacts Facts, ProcessDefinition Definition);
