namespace ReferenceHub.Core.Projects;

/// <summary>Where somebody who holds a step is kept.</summary>
public enum HolderKind
{
    /// <summary>A person with an account.</summary>
    User,

    /// <summary>A contact of the customer, who works from a link.</summary>
    Contact,

    /// <summary>A writer, an agency: works from a link.</summary>
    Outsider,

    /// <summary>Somebody of legal, who answers from a link.</summary>
    Legal,
}

/// <summary>Who holds a step.</summary>
public sealed record Holder(HolderKind Kind, Guid Id)
{
    /// <summary>A person with an account.</summary>
    public static Holder User(Guid id) => new(HolderKind.User, id);
}
