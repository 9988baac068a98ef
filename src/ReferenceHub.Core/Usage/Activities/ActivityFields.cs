namespace ReferenceHub.Core.Usage;

/// <summary>A field of the request form that an activity type may leave out: its name in a need, and what it is called.</summary>
public sealed record ActivityField(string Name, string Label);

/// <summary>The fields of the request form that an activity type may leave out.</summary>
public static class ActivityFields
{
    /// <summary>What the prospect wants to know.</summary>
    public const string WantToKnow = "WantToKnow";

    /// <summary>How many references.</summary>
    public const string Wanted = "Wanted";

    /// <summary>A list of requirements.</summary>
    public const string Requirements = "Requirements";

    /// <summary>Person at the prospect.</summary>
    public const string Contact = "ProspectContact";

    /// <summary>Where that person gets the invitation.</summary>
    public const string Email = "ProspectEmail";

    /// <summary>The prospect's industry.</summary>
    public const string Industry = "ProspectIndustry";

    /// <summary>The prospect's region.</summary>
    public const string Region = "ProspectRegion";

    /// <summary>The prospect's staff.</summary>
    public const string Staff = "ProspectStaff";

    /// <summary>Language of the conversation.</summary>
    public const string Language = "Language";

    /// <summary>The prospect's time zone.</summary>
    public const string Zone = "ZoneId";

    /// <summary>Whether a non-disclosure agreement is in place.</summary>
    public const string Nda = "NdaInPlace";

    /// <summary>Whether the prospect competes with some references.</summary>
    public const string Competes = "CompetesWithReferences";

    /// <summary>Content that was tried.</summary>
    public const string Tried = "ContentTried";

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<ActivityField> All { get; } =
    [
        new(WantToKnow, "What the prospect wants to know"),
        new(Wanted, "How many references"),
        new(Requirements, "List of requirements"),
        new(Contact, "Who will talk"),
        new(Email, "Prospect’s e-mail"),
        new(Industry, "Prospect’s industry"),
        new(Region, "Prospect’s region"),
        new(Staff, "Prospect’s staff"),
        new(Language, "Language"),
        new(Zone, "Prospect’s time zone"),
        new(Nda, "Non-disclosure agreement"),
        new(Competes, "Competes with references"),
        new(Tried, "Content tried"),
    ];

    /// <summary>What a shipped type leaves out: nobody talks for an RFP, a quote or a logo; only an RFP brings a list of requirements.</summary>
    internal static IReadOnlyCollection<string> HiddenFor(string key) => key switch
    {
        ActivityKeys.Rfp => [WantToKnow, Contact, Email, Language, Zone],
        ActivityKeys.Quote or ActivityKeys.Logo => [Requirements, Contact, Email, Zone],
        ActivityKeys.Analyst or ActivityKeys.Press => [Requirements, Industry, Region, Staff, Competes],
        _ => [Requirements],
    };
}
