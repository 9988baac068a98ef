using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>
/// A version of the program's policies: a draft to try out, or one in force from a day on until the next one starts. What single customers
/// and contacts have set for themselves binds in every edition.
/// </summary>
public sealed class PolicyEdition : IVersioned, ISettingsPart
{
    /// <summary>Longest name in characters.</summary>
    public const int NameLength = 80;

    /// <summary>No deal is above this amount.</summary>
    public const decimal MostAmount = 1_000_000_000_000m;

    private PolicyEdition()
    {
    }

    /// <summary>A draft.</summary>
    public PolicyEdition(Guid id, int number, string name, DateTime now, Guid? byId, string byName)
    {
        (Id, Number, MadeAt, MadeById, MadeByName) = (id, number, now, byId, byName);
        Rename(name);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Running number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it is about, for those who choose among them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day on which it is in force, by the program's days; null for a draft.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>When it was first seen in force (UTC): from then on a clock that was set back does not take it out of force.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>Share of each limit per customer that is kept for large deals, in percent, rounded down to whole uses or units; 0 for none.</summary>
    public int HeldBackPercent { get; private set; }

    /// <summary>Amount above which a deal is large.</summary>
    public decimal HeldBackAbove { get; private set; }

    /// <summary>Currency of that amount (ISO 4217): the program's when it was set; null where nothing was ever kept.</summary>
    public string? HeldBackCurrency { get; private set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>Who made it, when it was a person.</summary>
    public Guid? MadeById { get; private set; }

    /// <summary>Who made it, as named then.</summary>
    public string MadeByName { get; private set; } = "";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while it is tried out and binds nobody.</summary>
    public bool IsDraft => StartsOn is null;

    /// <summary>Says what it is about.</summary>
    public void Rename(string name) => Name = Guard.Required(name, NameLength, "Name");

    /// <summary>True from its first day on, and for ever once asks were held to it: a clock that is set back does not take it out of force.</summary>
    public bool HasStarted(DateOnly today) => StartsOn <= today || StartedAt is not null;

    /// <summary>Keeps a share of every limit per customer for deals above an amount in a currency; 0 percent keeps nothing.</summary>
    public void HoldBack(int percent, decimal above, string currency)
    {
        HeldBackPercent = Guard.Between(percent, 0, 100, "Share held back");
        HeldBackAbove = above is >= 0 and < MostAmount ? above : throw new ArgumentOutOfRangeException(nameof(above), above, "The amount must be 0 or more.");
        HeldBackCurrency = percent == 0 ? null : Guard.Required(currency, 3, "Currency");
    }

    /// <summary>Keeps what another edition keeps.</summary>
    public void HoldBackLike(PolicyEdition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (HeldBackPercent, HeldBackAbove, HeldBackCurrency) = (other.HeldBackPercent, other.HeldBackAbove, other.HeldBackCurrency);
    }

    /// <summary>What it keeps of a limit per customer for large deals, rounded down: 1 of 4 at 25 %, nothing of 1.</summary>
    public int KeptOf(int limit) => (int)((long)limit * HeldBackPercent / 100);

    /// <summary>Whether its amount is in the program's currency; if that was changed since, no deal is large until the amount is said anew.</summary>
    public bool HoldsBackIn(string currency) => HeldBackCurrency is null || HeldBackCurrency == currency;

    /// <summary>"EUR 500,000": above which amount a deal is large; the program's currency is that of amounts from before it was kept with them.</summary>
    public string HeldBackOver(string currency) => string.Create(CultureInfo.InvariantCulture, $"{HeldBackCurrency ?? currency} {HeldBackAbove:#,0.##}");

    /// <summary>Notes that its policies changed: whoever starts it or deletes it looks again.</summary>
    public void ChangePolicies() => Version++;

    /// <summary>Notes that asks are held to it.</summary>
    public void Begin(DateTime now) => StartedAt ??= now;

    /// <summary>Puts it in force from a day on, today at the earliest.</summary>
    public void StartOn(DateOnly day, DateOnly today, DateTime now)
    {
        if (HasStarted(today))
        {
            throw new IllegalMoveException("These policies are in force already; try changes in a new draft.");
        }

        if (day < today)
        {
            throw new IllegalMoveException("Policies start today or later: what was asked before was held to those of its day.");
        }

        StartsOn = day;
        if (day == today)
        {
            Begin(now);
        }
    }

    /// <summary>Makes it a draft again, as long as it has not started.</summary>
    public void CallOff(DateOnly today)
    {
        if (HasStarted(today))
        {
            throw new IllegalMoveException("These policies have started; put others in force instead.");
        }

        StartsOn = null;
    }

    /// <summary>The first one, in force before anybody can ask.</summary>
    internal static PolicyEdition First(Guid id, DateTime now) => new(id, 1, "Policies to start with", now, null, "ReferenceHub") { StartsOn = Days.First, StartedAt = now };
}

internal sealed class PolicyEditionConfiguration : IEntityTypeConfiguration<PolicyEdition>
{
    public void Configure(EntityTypeBuilder<PolicyEdition> builder)
    {
        builder.Property(edition => edition.Name).HasMaxLength(PolicyEdition.NameLength);
        builder.Property(edition => edition.MadeByName).HasMaxLength(100);
        builder.Property(edition => edition.HeldBackAbove).HasHundredths();
        builder.Property(edition => edition.HeldBackCurrency).HasMaxLength(3);
        builder.HasIndex(edition => edition.Number).IsUnique();
    }
}
