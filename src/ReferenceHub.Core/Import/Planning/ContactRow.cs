using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Import.Planning;

/// <summary>What one row says of a contact; null where it says nothing.</summary>
internal sealed record ContactRow
{
    public string? ExternalId { get; init; }

    public required string Name { get; init; }

    public string? JobTitle { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public List<string>? Languages { get; init; }

    public string? ZoneId { get; init; }

    public List<PermissionScope>? Willing { get; init; }

    public List<string>? Topics { get; init; }

    public int? MinutesPerQuarter { get; init; }

    public string? Wishes { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public bool? HasLeft { get; init; }

    /// <summary>The row laid over what is known; a blank cell says nothing.</summary>
    public ContactEdit Over(ContactEdit? before)
    {
        var known = before ?? new ContactEdit();
        return new ContactEdit
        {
            Name = before is not null && TextKey.Of(before.Name) == TextKey.Of(Name) ? before.Name : Name,
            JobTitle = JobTitle ?? known.JobTitle,
            Email = Email ?? known.Email,
            Phone = Phone ?? known.Phone,
            Languages = Languages ?? known.Languages,
            ZoneId = ZoneId ?? known.ZoneId,
            Willing = Willing ?? known.Willing,
            Topics = Topics ?? known.Topics,
            MinutesPerQuarter = MinutesPerQuarter ?? known.MinutesPerQuarter,
            UsesPerQuarter = known.UsesPerQuarter,
            Wishes = Wishes ?? known.Wishes,
            PausedUntil = PausedUntil ?? known.PausedUntil,
            HasLeft = HasLeft ?? known.HasLeft,
        };
    }

    public static IReadOnlyList<FieldChange> Changes(ContactEdit before, string? idBefore, ContactEdit after, string? idAfter, EditNames names)
    {
        var changes = EditMerge.Changes(ContactFields.All, before, after, names);
        return idBefore == idAfter ? changes : [.. changes, new FieldChange("CRM id", idBefore, idAfter)];
    }
}
