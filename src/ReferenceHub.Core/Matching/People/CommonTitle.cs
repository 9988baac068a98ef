using System.Collections.Frozen;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Matching;

/// <summary>
/// Job titles that many people have: those made of everyday words alone. Any other one, such as "Minister of finance" or one with a
/// company's name in it, could tell who is meant, and is not shown of a contact whose company is hidden.
/// </summary>
internal static class CommonTitle
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "A", "ANALYST", "AND", "APPLICATIONS", "ARCHITECT", "ARCHITECTURE", "ASSISTANT", "BEREICHSLEITER", "BUSINESS", "BUYER", "CDO", "CEO", "CFO", "CHIEF", "CIO", "CISO", "CLOUD", "CMO",
        "COMMUNICATIONS", "COO", "CORE", "CTO", "CUSTOMER", "DATA", "DELIVERY", "DEPARTMENT", "DEPUTY", "DEVELOPMENT", "DIGITAL", "DIRECTOR", "ENGINEER", "ENGINEERING", "ENTERPRISE", "EXECUTIVE",
        "FINANCE", "FINANCIAL", "FOR", "GENERAL", "GLOBAL", "GROUP", "HEAD", "HR", "INFORMATION", "INFRASTRUCTURE", "INNOVATION", "INTEGRATION", "IT", "LEAD", "LEADER", "LEGAL", "LEITER", "LEITERIN",
        "MANAGEMENT", "MANAGER", "MANAGING", "MARKETING", "OF", "OFFICE", "OFFICER", "OPERATING", "OPERATIONS", "OWNER", "PLANNING", "PLATFORM", "PLATFORMS", "PRESIDENT", "PROCESS", "PROCUREMENT",
        "PRODUCT", "PROGRAM", "PROGRAMME", "PROJECT", "PURCHASING", "QUALITY", "REGIONAL", "RISK", "SALES", "SECURITY", "SENIOR", "SERVICE", "SERVICES", "SOFTWARE", "SPECIALIST", "STRATEGY", "SUPPORT",
        "SVP", "SYSTEM", "SYSTEMS", "TEAM", "TECHNICAL", "TECHNOLOGY", "THE", "TRANSFORMATION", "VICE", "VP", "UND", "EVP", "JUNIOR",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly char[] Between = [' ', ',', '/', '&', '-', '.', '(', ')'];

    /// <summary>The title, or null when it could tell who is meant.</summary>
    public static string? Of(string? title) =>
        title is not null && TextKey.Of(title).Split(Between, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && Array.TrueForAll(words, Words.Contains) ? title : null;
}
