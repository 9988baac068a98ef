using ReferenceHub.Core.Usage;

namespace ReferenceHub.Web.Features.Usage.Comparison;

/// <summary>Findings in words.</summary>
public static class FindingWords
{
    /// <summary>What kind it is.</summary>
    public static string Kind(FindingKind kind) => kind switch
    {
        FindingKind.Places => "Entries",
        FindingKind.Orphan => "Held for nobody",
        FindingKind.Missing => "Not in the ledger",
        FindingKind.Memory => "Memory",
        _ => "Differs",
    };

    /// <summary>What to do about it.</summary>
    public static string WhatToDo(FindingKind kind) => kind switch
    {
        FindingKind.Places => "Entries are never deleted by the product: somebody, or a restore, changed the database. Compare with a backup; what is known to be missing can be logged again.",
        FindingKind.Orphan => "The capacity counts against the customer. Open the request; if nobody is asked there any more, give the capacity back here.",
        FindingKind.Missing => "The request goes on without its use being counted. Take the candidate back and ask anew, or log the use when it took place.",
        FindingKind.Memory => "Lists and matching may have shown the wrong availability; reservations read the database and are right. Every node has read this customer anew since. Look at the log if it comes back.",
        _ => "Look which of the two is right. A use that is over is corrected in the ledger; a planned one is moved on its request.",
    };
}
