using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>Parts of the product an administrator may switch off as a whole.</summary>
[Flags]
public enum Modules
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Load calendar and policies pages; limits hold all the same.</summary>
    Usage = 1,

    /// <summary>Dashboards.</summary>
    Metrics = 2,

    /// <summary>List of deals.</summary>
    Opportunities = 4,

    /// <summary>Follow-ups and logged actions.</summary>
    Today = 8,

    /// <summary>All of them.</summary>
    All = Usage | Metrics | Opportunities | Today,
}

/// <summary>The one row that says whose program this is.</summary>
public sealed class Organisation : IVersioned, ISettingsPart
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Days a confirmation of a record holds, unless set otherwise.</summary>
    public const int UsualVerifyDays = 180;

    /// <summary>Fewest days a confirmation may hold.</summary>
    public const int FewestVerifyDays = 7;

    /// <summary>Most days a confirmation may hold.</summary>
    public const int MostVerifyDays = 730;

    /// <summary>References that a rep may export at once, unless set otherwise.</summary>
    public const int UsualRepExport = 25;

    /// <summary>Most references that reps may be allowed to export at once.</summary>
    public const int MostRepExport = 1000;

    /// <summary>Health from which a customer is a lead, unless set otherwise.</summary>
    public const int UsualLeadHealth = 70;

    /// <summary>The key of the only row.</summary>
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000001");

    private Organisation()
    {
    }

    /// <summary>An organisation; zone is an IANA id, currency an ISO 4217 code.</summary>
    public Organisation(string name, string zoneId, string currency)
    {
        Id = OnlyId;
        Modules = Modules.All;
        Edit(name, zoneId, currency, 1);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>As shown in pages and mails.</summary>
    public string Name { get; private set; } = "";

    /// <summary>IANA zone of "today", quarters and limits.</summary>
    public string ZoneId { get; private set; } = "Europe/Berlin";

    /// <summary>Reporting currency (ISO 4217).</summary>
    public string Currency { get; private set; } = "EUR";

    /// <summary>First month of the fiscal year, 1 to 12.</summary>
    public int FiscalYearStart { get; private set; } = 1;

    /// <summary>Days a confirmation of a customer's record holds.</summary>
    public int VerifyEveryDays { get; private set; } = UsualVerifyDays;

    /// <summary>Whether reps may export references and their own requests.</summary>
    public bool RepsMayExport { get; private set; } = true;

    /// <summary>References that a rep may export at once.</summary>
    public int RepExportMost { get; private set; } = UsualRepExport;

    /// <summary>Health score (0 to 100) from which a customer is a lead for a new reference.</summary>
    public int LeadHealth { get; private set; } = UsualLeadHealth;

    /// <summary>Parts that are switched on.</summary>
    public Modules Modules { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes name, zone, currency and fiscal year.</summary>
    public void Edit(string name, string zoneId, string currency, int fiscalYearStart)
    {
        Name = Guard.Required(name, NameLength, "Name");
        ZoneId = Guard.Required(zoneId, 60, "Time zone");
        Currency = Guard.Required(currency, 3, "Currency");
        FiscalYearStart = Guard.Between(fiscalYearStart, 1, 12, "First month of the fiscal year");
    }

    /// <summary>Sets for how many days a confirmation of a customer's record holds; records keep their day until they are confirmed again.</summary>
    public void VerifyEvery(int days) => VerifyEveryDays = Guard.Between(days, FewestVerifyDays, MostVerifyDays, "Days a confirmation holds");

    /// <summary>Lets reps export their requests and so many references at once, or not.</summary>
    public void LetRepsExport(bool allowed, int most)
    {
        RepsMayExport = allowed;
        RepExportMost = Guard.Between(most, 1, MostRepExport, "References that a rep may export at once");
    }

    /// <summary>Sets the health from which customers are leads.</summary>
    public void SeekLeadsFrom(int health) => LeadHealth = Guard.Between(health, 0, 100, "Health");

    /// <summary>Switches parts of the product on and off.</summary>
    public void Switch(Modules modules) => Modules = modules & Modules.All;
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(organisation => organisation.Name).HasMaxLength(Organisation.NameLength);
        builder.Property(organisation => organisation.VerifyEveryDays).HasDefaultValue(Organisation.UsualVerifyDays);
        builder.Property(organisation => organisation.RepsMayExport).HasDefaultValue(true).HasSentinel(true);
        builder.Property(organisation => organisation.RepExportMost).HasDefaultValue(Organisation.UsualRepExport);
        builder.Property(organisation => organisation.LeadHealth).HasDefaultValue(Organisation.UsualLeadHealth);
        builder.Property(organisation => organisation.Currency).HasMaxLength(3);
        builder.Property(organisation => organisation.Modules).HasConversion<int>();
    }
}
