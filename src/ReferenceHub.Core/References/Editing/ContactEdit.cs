namespace ReferenceHub.Core.References;

/// <summary>What a contact's form edits.</summary>
public sealed record ContactEdit
{
    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>Phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Language keys (ISO 639-1).</summary>
    public List<string> Languages { get; init; } = [];

    /// <summary>IANA zone.</summary>
    public string? ZoneId { get; init; }

    /// <summary>What the person is willing to do.</summary>
    public List<PermissionScope> Willing { get; init; } = [];

    /// <summary>Keys of the use cases the person speaks about best.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>Own limit of minutes in 90 days.</summary>
    public int? MinutesPerQuarter { get; init; }

    /// <summary>Own limit of uses in 90 days.</summary>
    public int? UsesPerQuarter { get; init; }

    /// <summary>Wishes in words.</summary>
    public string? Wishes { get; init; }

    /// <summary>Last day of a pause.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>No longer works there.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The contact as it is.</summary>
    public static ContactEdit Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new ContactEdit
        {
            Name = contact.Name,
            JobTitle = contact.JobTitle,
            Email = contact.Email,
            Phone = contact.Phone,
            Languages = [.. contact.Languages],
            ZoneId = contact.ZoneId,
            Willing = [.. contact.Willing],
            Topics = [.. contact.Topics],
            MinutesPerQuarter = contact.MinutesPerQuarter,
            UsesPerQuarter = contact.UsesPerQuarter,
            Wishes = contact.Wishes,
            PausedUntil = contact.PausedUntil,
            HasLeft = contact.LeftAt is not null,
        };
    }
}

/// <summary>The fields of a contact's form.</summary>
public static class ContactFields
{
    /// <summary>All of them, in the form's order; how to reach the person is secret.</summary>
    public static IReadOnlyList<EditField<ContactEdit>> All { get; } =
    [
        new("Name", "Name", edit => CustomerFields.Plain(edit.Name), (to, from) => to with { Name = from.Name }),
        new("JobTitle", "Job title", edit => CustomerFields.Plain(edit.JobTitle), (to, from) => to with { JobTitle = from.JobTitle }),
        new("Email", "E-mail", edit => CustomerFields.Plain(edit.Email), (to, from) => to with { Email = from.Email }, Secret: true),
        new("Phone", "Phone", edit => CustomerFields.Plain(edit.Phone), (to, from) => to with { Phone = from.Phone }, Secret: true),
        new("Languages", "Languages", edit => string.Join(", ", edit.Languages.Distinct().Order()), (to, from) => to with { Languages = from.Languages }),
        new("ZoneId", "Time zone", edit => CustomerFields.Plain(edit.ZoneId), (to, from) => to with { ZoneId = from.ZoneId }),
        new("Willing", "Willing to do", edit => string.Join(", ", edit.Willing.Distinct().Order().Select(scope => scope.InWords())), (to, from) => to with { Willing = from.Willing }),
        new("Topics", "Speaks best about", edit => string.Join(", ", edit.Topics.Distinct().Order(StringComparer.Ordinal)), (to, from) => to with { Topics = from.Topics }, Taxonomy: TermKind.UseCase),
        new("MinutesPerQuarter", "Minutes a quarter", edit => CustomerFields.Plain(edit.MinutesPerQuarter), (to, from) => to with { MinutesPerQuarter = from.MinutesPerQuarter }),
        new("UsesPerQuarter", "Uses a quarter", edit => CustomerFields.Plain(edit.UsesPerQuarter), (to, from) => to with { UsesPerQuarter = from.UsesPerQuarter }),
        new("Wishes", "Wishes", edit => CustomerFields.Plain(edit.Wishes), (to, from) => to with { Wishes = from.Wishes }),
        new("PausedUntil", "Paused until", edit => CustomerFields.Plain(edit.PausedUntil), (to, from) => to with { PausedUntil = from.PausedUntil }),
        new("HasLeft", "Has left the company", edit => edit.HasLeft.ToString(), (to, from) => to with { HasLeft = from.HasLeft }),
    ];
}
