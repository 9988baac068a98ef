using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Data;

public sealed partial class ReferenceHubDbContext
{
    /// <summary>Working days and hours.</summary>
    public DbSet<BusinessCalendar> BusinessCalendars => Set<BusinessCalendar>();

    /// <summary>Kinds of use.</summary>
    public DbSet<ActivityType> ActivityTypes => Set<ActivityType>();

    /// <summary>Limits.</summary>
    public DbSet<UsagePolicy> UsagePolicies => Set<UsagePolicy>();

    /// <summary>The one row with the version of the limits.</summary>
    public DbSet<PolicySet> PolicySets => Set<PolicySet>();

    /// <summary>Versions of the limits.</summary>
    public DbSet<PolicyEdition> PolicyEditions => Set<PolicyEdition>();

    /// <summary>Replays of past periods.</summary>
    public DbSet<WhatIfRun> WhatIfRuns => Set<WhatIfRun>();

    /// <summary>What customers got for their help.</summary>
    public DbSet<GivenValue> GivenValues => Set<GivenValue>();

    /// <summary>Differences between ledgers and what they stand for.</summary>
    public DbSet<LedgerFinding> LedgerFindings => Set<LedgerFinding>();

    /// <summary>Comparisons of all ledgers with what they stand for.</summary>
    public DbSet<LedgerComparison> LedgerComparisons => Set<LedgerComparison>();

    /// <summary>Entries of the usage ledgers.</summary>
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    /// <summary>Locks of the usage ledgers.</summary>
    public DbSet<CustomerLedger> CustomerLedgers => Set<CustomerLedger>();

    /// <summary>Declines and ratings.</summary>
    public DbSet<UsageSignal> UsageSignals => Set<UsageSignal>();
}
