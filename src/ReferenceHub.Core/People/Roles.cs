namespace ReferenceHub.Core.People;

/// <summary>What a person is in the program; one may be several, rights add up.</summary>
[Flags]
public enum Roles
{
    /// <summary>None yet.</summary>
    None = 0,

    /// <summary>Finds references and asks for them.</summary>
    Rep = 1,

    /// <summary>Runs the program: triage, match, protect.</summary>
    ProgramManager = 2,

    /// <summary>Takes stories, videos and quotes to publication.</summary>
    Marketing = 4,

    /// <summary>Reads what the program earns.</summary>
    Executive = 8,

    /// <summary>People, organisation, connections; sees no more of customers than a rep.</summary>
    Administrator = 16,
}
