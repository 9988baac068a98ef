namespace ReferenceHub.Core.References;

/// <summary>The words people read for codes.</summary>
public static class StatusWords
{
    /// <summary>The status in words.</summary>
    public static string InWords(this ReferenceStatus status) => status switch
    {
        ReferenceStatus.DoNotUse => "do not use",
        _ => status.ToString().ToLowerInvariant(),
    };

    /// <summary>The scope in words.</summary>
    public static string InWords(this PermissionScope scope) => scope switch
    {
        PermissionScope.SalesCall => "sales call",
        PermissionScope.SiteVisit => "site visit",
        PermissionScope.Rfp => "RFP",
        _ => scope.ToString().ToLowerInvariant(),
    };
}
