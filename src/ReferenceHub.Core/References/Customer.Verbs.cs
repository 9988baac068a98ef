using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.References;

public sealed partial class Customer
{
    /// <summary>The company facts.</summary>
    public CompanyFacts CompanyFacts => new()
    {
        Name = Name,
        ExternalId = ExternalId,
        IndustryId = IndustryId,
        RegionId = RegionId,
        City = City,
        Employees = Employees,
        RevenueMillions = RevenueThousands / 1000m,
        Founded = Founded,
        ParentName = ParentName,
        Website = Website,
        CustomerSince = CustomerSince,
        Story = Story,
    };

    /// <summary>Replaces the company facts.</summary>
    public void Describe(CompanyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Name = Guard.Required(facts.Name, NameLength, "Name");
        NameKey = TextKey.Of(Name, NameLength * 2);
        ExternalId = Guard.Optional(facts.ExternalId, ExternalIdLength, "External id");
        IndustryId = facts.IndustryId;
        RegionId = facts.RegionId;
        City = Guard.Optional(facts.City, CityLength, "City");
        Employees = facts.Employees is { } heads ? Guard.Between(heads, 0, 10_000_000, "Employees") : null;
        RevenueThousands = facts.RevenueMillions is { } revenue ? (long)decimal.Round(revenue * 1000m) : null;
        Founded = facts.Founded is { } year ? Guard.Between(year, 1000, 3000, "Year of foundation") : null;
        ParentName = Guard.Optional(facts.ParentName, NameLength, "Parent company");
        Website = WebAddress(facts.Website);
        WebDomain = References.WebDomain.Of(Website);
        CustomerSince = facts.CustomerSince;
        Story = Guard.Optional(facts.Story, StoryLength, "Story");
    }

    /// <summary>Names other terms for industry and region: they took over the ones it had.</summary>
    public void Reclassify(Guid? industryId, Guid? regionId)
    {
        IndustryId = industryId;
        RegionId = regionId;
    }

    /// <summary>Replaces what sales must not see.</summary>
    public void Confide(CustomerSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        Health = secrets.Health is { } health ? Guard.Between(health, 0, 100, "Health") : null;
        Nps = secrets.Nps is { } nps ? Guard.Between(nps, 0, 10, "NPS") : null;
        RenewalOn = secrets.RenewalOn;
        OpenEscalations = Guard.Between(secrets.OpenEscalations, 0, 999, "Open escalations");
        Notes = Guard.Optional(secrets.Notes, StoryLength, "Notes");
    }

    /// <summary>Makes it act as a reference from now on.</summary>
    public void Activate()
    {
        Status = ReferenceStatus.Active;
        PausedUntil = null;
        StatusReason = null;
    }

    /// <summary>Back to a candidate that has not agreed yet.</summary>
    public void ReturnToCandidate()
    {
        Status = ReferenceStatus.Candidate;
        PausedUntil = null;
        StatusReason = null;
    }

    /// <summary>Lets it rest through a day.</summary>
    public void Pause(DateOnly until, string? reason)
    {
        if (Status is ReferenceStatus.Retired or ReferenceStatus.DoNotUse)
        {
            throw new IllegalMoveException($"{Name} is {Status.InWords()} and can't be paused. Make it active first.");
        }

        Status = ReferenceStatus.Paused;
        PausedUntil = Guard.Day(until);
        StatusReason = Guard.Optional(reason, StoryLength, "Reason");
    }

    /// <summary>Ends its time as a reference.</summary>
    public void Retire(string? reason)
    {
        Status = ReferenceStatus.Retired;
        PausedUntil = null;
        StatusReason = Guard.Optional(reason, StoryLength, "Reason");
    }

    /// <summary>Forbids any use; the reason is needed and not for sales.</summary>
    public void ForbidUse(string reason)
    {
        StatusReason = Guard.Required(reason, StoryLength, "Reason");
        Status = ReferenceStatus.DoNotUse;
        PausedUntil = null;
    }

    /// <summary>Changes how carefully it is handled.</summary>
    public void MoveToTier(Tier tier) => Tier = tier;

    /// <summary>Puts it on, or off, the list that RFPs may name without asking.</summary>
    public void ListForRfps(bool listed) => RfpListed = listed;

    /// <summary>Gives the account to somebody else.</summary>
    public void HandTo(Guid? ownerId) => OwnerId = ownerId;

    /// <summary>Says that the record is true today.</summary>
    public void Verify(Guid? by, DateTime now, DateOnly today, int holdsDays = Organisation.UsualVerifyDays)
    {
        VerifiedAt = now;
        VerifiedById = by;
        VerifyBy = today.AddDays(holdsDays);
    }

    /// <summary>Puts it away: it is found in the archive only, its history stays.</summary>
    public void Archive(Guid? by, DateTime now)
    {
        if (!IsPresent)
        {
            throw new IllegalMoveException(MergedIntoId is null ? $"{Name} is archived already." : $"{Name} was merged into another record.");
        }

        ArchivedAt = now;
        ArchivedById = by;
    }

    /// <summary>Takes it back out of the archive.</summary>
    public void Restore()
    {
        if (ArchivedAt is null || MergedIntoId is not null)
        {
            throw new IllegalMoveException(MergedIntoId is null ? $"{Name} is not archived." : $"{Name} was merged into another record.");
        }

        ArchivedAt = null;
        ArchivedById = null;
    }

    /// <summary>Becomes a signpost to the record that took over all that belonged to it.</summary>
    public void MergeInto(Guid survivorId, Guid? by, DateTime now)
    {
        if (survivorId == Id || MergedIntoId is not null)
        {
            throw new IllegalMoveException(survivorId == Id ? "A record can't be merged into itself." : $"{Name} was merged into another record already.");
        }

        MergedIntoId = survivorId;
        ArchivedAt ??= now;
        ArchivedById ??= by;
    }

    /// <summary>Points on to the record that its own survivor became part of.</summary>
    public void FollowTo(Guid survivorId) =>
        MergedIntoId = MergedIntoId is null ? throw new IllegalMoveException($"{Name} was not merged.") : survivorId;

    /// <summary>Stands as another record of the same company does: status, pause and reason.</summary>
    public void StandAs(Customer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Status, PausedUntil, StatusReason) = (other.Status, other.PausedUntil, other.StatusReason);
    }

    /// <summary>Whether the status lets it be asked on a day; a pause ends by itself.</summary>
    public bool MayActOn(DateOnly day) =>
        IsPresent && (Status == ReferenceStatus.Active || (Status == ReferenceStatus.Paused && PausedUntil < day));

    /// <summary>The permission for a scope as it stands on a day: an expired grant is unknown again.</summary>
    public PermissionStatus PermissionOn(PermissionScope scope, DateOnly day) =>
        Permissions.Find(permission => permission.Scope == scope)?.StatusOn(day) ?? PermissionStatus.Unknown;

    private static string? WebAddress(string? address)
    {
        var trimmed = Guard.Optional(address, WebsiteLength, "Website");
        if (trimmed is null)
        {
            return null;
        }

        return Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? trimmed
            : throw new ArgumentException("A web address starts with http:// or https://.", nameof(address));
    }

    /// <summary>Notes whether its rules forbid gifts.</summary>
    public void ForbidGifts(bool forbidden) => NoGifts = forbidden;
}
