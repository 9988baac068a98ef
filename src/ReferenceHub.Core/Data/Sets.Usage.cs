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

    /// <summary>Entries of the usage ledgers.</summary>
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    /// <summary>Locks of the usage ledgers.</summary>
    public DbSet<CustomerLedger> CustomerLedgers => Set<CustomerLedger>();

    /// <summary>Declines and ratings.</summary>
    public DbSet<UsageSignal> UsageSignals => Set<UsageSignal>();
}
