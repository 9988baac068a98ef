using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Usage;

/// <summary>Who has to say yes, in order.</summary>
public enum ApprovalRoute
{
    /// <summary>Account owner, then customer.</summary>
    OwnerCustomer,

    /// <summary>Account owner, legal, then customer.</summary>
    OwnerLegalCustomer,

    /// <summary>Nobody if the customer is listed for it, else the owner.</summary>
    SelfServeElseOwner,

    /// <summary>The gates of a project.</summary>
    Project,
}

/// <summary>Target and reply windows of an activity type.</summary>
/// <param name="TargetBusinessDays">Submit to first accepted candidate, in business days.</param>
/// <param name="OwnerReplyMinutes">Owner's window in business minutes.</param>
/// <param name="LegalReplyMinutes">Legal's window in business minutes.</param>
/// <param name="CustomerReplyMinutes">Customer's window in business minutes.</param>
public sealed record ActivityTargets(int TargetBusinessDays, int OwnerReplyMinutes, int LegalReplyMinutes, int CustomerReplyMinutes);

/// <summary>What a kind of use is and takes.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Icon">Tabler outline icon.</param>
/// <param name="Units">Effort units one use takes of a customer.</param>
/// <param name="Minutes">Minutes one use takes of a contact.</param>
/// <param name="Route">Who has to say yes.</param>
/// <param name="Scope">Permission and willingness that it needs.</param>
public sealed record ActivityFacts(string Name, string Icon, int Units, int Minutes, ApprovalRoute Route, PermissionScope Scope);

/// <summary>What asking for an activity type takes.</summary>
/// <param name="NoticeDays">Notice in calendar days.</param>
/// <param name="AsksGate">Below the gate of the deals it needs a sponsor.</param>
/// <param name="AsksNda">It needs a non-disclosure agreement with the prospect.</param>
/// <param name="HiddenFields">Fields of the form that it does not show (see <see cref="ActivityFields"/>).</param>
public sealed record ActivityTerms(int NoticeDays, bool AsksGate, bool AsksNda, IReadOnlyCollection<string> HiddenFields);

/// <summary>What both sides are told of an activity type; Markdown.</summary>
/// <param name="Expect">What to expect, told to customer and prospect.</param>
/// <param name="Briefing">Hints of the briefing sheet.</param>
public sealed record ActivityTexts(string? Expect, string? Briefing);

/// <summary>A kind of use with its own effort, turnaround target and approval route.</summary>
public sealed class ActivityType : IVersioned, ISettingsPart
{
    /// <summary>Longest key in characters.</summary>
    public const int KeyLength = 40;

    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 60;

    /// <summary>Longest icon name in characters.</summary>
    public const int IconLength = 40;

    /// <summary>Longest texts for both sides, in characters.</summary>
    public const int WordsLength = 4000;

    /// <summary>Longest target and notice in days.</summary>
    public const int MostDays = 365;

    /// <summary>Most effort units of one use.</summary>
    public const int MostUnits = 100;

    /// <summary>Most minutes of one use.</summary>
    public const int MostMinutes = 1000;

    private ActivityType()
    {
    }

    /// <summary>A kind of use that takes so many units and contact minutes.</summary>
    public ActivityType(string key, string name, int order, int units, int minutes, ApprovalRoute route, PermissionScope scope, string icon)
    {
        Key = Guard.Required(key, KeyLength, "Key");
        Order = order;
        Describe(new ActivityFacts(name, icon, units, minutes, route, scope));
    }

    /// <summary>Natural key, as in addresses: "sales-call".</summary>
    public string Key { get; private set; } = "";

    /// <summary>As shown: "Sales call".</summary>
    public string Name { get; private set; } = "";

    /// <summary>Place in lists.</summary>
    public int Order { get; private set; }

    /// <summary>Effort units one use takes of a customer.</summary>
    public int Units { get; private set; }

    /// <summary>Minutes one use takes of a contact.</summary>
    public int Minutes { get; private set; }

    /// <summary>Target from submit to the first accepted candidate, in business days.</summary>
    public int TargetBusinessDays { get; private set; }

    /// <summary>Owner's reply window in business minutes.</summary>
    public int OwnerReplyMinutes { get; private set; }

    /// <summary>Legal's reply window in business minutes.</summary>
    public int LegalReplyMinutes { get; private set; }

    /// <summary>Customer's reply window in business minutes.</summary>
    public int CustomerReplyMinutes { get; private set; }

    /// <summary>Who has to say yes.</summary>
    public ApprovalRoute Route { get; private set; }

    /// <summary>Permission a customer, and willingness a contact, must not have refused.</summary>
    public PermissionScope Scope { get; private set; }

    /// <summary>Calendar days' notice it needs.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>May be asked for.</summary>
    public bool Enabled { get; private set; }

    /// <summary>Fields of the form that this type does not show, by name.</summary>
    public List<string> HiddenFields { get; private set; } = [];

    /// <summary>Whether asking below the gate of the deals needs a sponsor.</summary>
    public bool AsksGate { get; private set; } = true;

    /// <summary>Whether asking needs a non-disclosure agreement with the prospect.</summary>
    public bool AsksNda { get; private set; }

    /// <summary>What to expect, told to customer and prospect; Markdown.</summary>
    public string? Expect { get; private set; }

    /// <summary>Hints of the briefing sheet; Markdown.</summary>
    public string? Briefing { get; private set; }

    /// <summary>Whether a use takes place at a time: a call, a visit, a talk.</summary>
    public bool HasTime => Scope is PermissionScope.SalesCall or PermissionScope.SiteVisit or PermissionScope.Analyst or PermissionScope.Press or PermissionScope.Event;

    /// <summary>Tabler outline icon.</summary>
    public string Icon { get; private set; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Changes the promise: target and windows.</summary>
    public void Promise(ActivityTargets targets)
    {
        TargetBusinessDays = Guard.Between(targets.TargetBusinessDays, 1, MostDays, "Target");
        OwnerReplyMinutes = Guard.Between(targets.OwnerReplyMinutes, 1, MostDays * 480, "Owner's window");
        LegalReplyMinutes = Guard.Between(targets.LegalReplyMinutes, 1, MostDays * 480, "Legal's window");
        CustomerReplyMinutes = Guard.Between(targets.CustomerReplyMinutes, 1, MostDays * 480, "Customer's window");
    }

    /// <summary>Changes what it is and takes; uses in the ledger keep what they took.</summary>
    public void Describe(ActivityFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Name = Guard.Required(facts.Name, NameLength, "Name");
        Icon = Guard.Required(facts.Icon, IconLength, "Icon");
        Units = Guard.Between(facts.Units, 0, MostUnits, "Units");
        Minutes = Guard.Between(facts.Minutes, 0, MostMinutes, "Minutes");
        Route = facts.Route;
        Scope = facts.Scope;
    }

    /// <summary>Changes the notice, in calendar days.</summary>
    public void NeedNotice(int days) => NoticeDays = Guard.Between(days, 0, MostDays, "Notice");

    /// <summary>Changes what asking for it takes.</summary>
    public void Demand(ActivityTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        NeedNotice(terms.NoticeDays);
        AsksGate = terms.AsksGate;
        AsksNda = terms.AsksNda;
        HiddenFields = [.. ActivityFields.All.Select(field => field.Name).Where(terms.HiddenFields.Contains)];
    }

    /// <summary>Changes what both sides are told.</summary>
    public void Tell(ActivityTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Expect = Guard.Optional(texts.Expect?.ReplaceLineEndings("\n"), WordsLength, "What to expect");
        Briefing = Guard.Optional(texts.Briefing?.ReplaceLineEndings("\n"), WordsLength, "Briefing");
    }

    /// <summary>Changes its place in lists.</summary>
    public void Place(int order) => Order = order;

    /// <summary>Whether the form shows a field; a non-disclosure agreement that it needs is always asked for.</summary>
    public bool Shows(string field) => !HiddenFields.Contains(field) || (AsksNda && field == ActivityFields.Nda);

    /// <summary>Switches it on or off for new requests.</summary>
    public void Switch(bool enabled) => Enabled = enabled;

    /// <summary>One use of this type, as the limits see it.</summary>
    public UsageAsk Ask(Guid? contactId, DateOnly on, bool large = false) => new(contactId, Key, Units, Minutes, on, large);
}

internal sealed class ActivityTypeConfiguration : IEntityTypeConfiguration<ActivityType>
{
    public void Configure(EntityTypeBuilder<ActivityType> builder)
    {
        builder.HasKey(type => type.Key);
        builder.Property(type => type.Key).HasMaxLength(ActivityType.KeyLength);
        builder.Property(type => type.Name).HasMaxLength(ActivityType.NameLength);
        builder.Property(type => type.HiddenFields).HasJsonText().HasDefaultValue(new List<string>());
        builder.Property(type => type.AsksGate).HasDefaultValue(true).HasSentinel(true);
        builder.Property(type => type.Expect).HasMaxLength(ActivityType.WordsLength);
        builder.Property(type => type.Briefing).HasMaxLength(ActivityType.WordsLength);
        builder.Ignore(type => type.HasTime);
        builder.Property(type => type.Icon).HasMaxLength(ActivityType.IconLength);
    }
}
