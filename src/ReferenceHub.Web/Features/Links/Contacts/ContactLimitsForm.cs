using System.Globalization;
using ReferenceHub.Core.Consent;
using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.References;

namespace ReferenceHub.Web.Features.Links.Contacts;

/// <summary>What the page of limits sends; numbers as they were typed.</summary>
public sealed class ContactLimitsForm
{
    /// <summary>Kinds they may be asked for.</summary>
    public List<string> Willing { get; set; } = [];

    /// <summary>Most minutes in 90 days.</summary>
    public string? Minutes { get; set; }

    /// <summary>Most uses in 90 days.</summary>
    public string? Uses { get; set; }

    /// <summary>Wishes in words.</summary>
    public string? Wishes { get; set; }

    /// <summary>As the contact's record says.</summary>
    public static ContactLimitsForm Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new ContactLimitsForm
        {
            Willing = [.. contact.Willing.Select(scope => scope.ToString())],
            Minutes = contact.MinutesPerQuarter?.ToString(CultureInfo.InvariantCulture),
            Uses = contact.UsesPerQuarter?.ToString(CultureInfo.InvariantCulture),
            Wishes = contact.Wishes,
        };
    }

    /// <summary>What is wrong with it, in words.</summary>
    public List<string> Errors(OutsideWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        List<string> errors = [];
        if (!IsFine(Minutes, Contact.MostMinutes))
        {
            errors.Add($"{words["limits.minutes.label"]}: {words.With("limits.number", 0, Contact.MostMinutes)}");
        }

        if (!IsFine(Uses, Contact.MostUses))
        {
            errors.Add($"{words["limits.uses.label"]}: {words.With("limits.number", 0, Contact.MostUses)}");
        }

        if (Wishes?.Trim().Length > Contact.WishesLength)
        {
            errors.Add($"{words["limits.wishes"]}: {words.With("answer.long", Contact.WishesLength)}");
        }

        return errors;
    }

    /// <summary>As the domain takes it; kinds that are none are left out.</summary>
    public ContactLimits ToLimits() => new(
        [.. Enum.GetValues<PermissionScope>().Where(scope => Willing.Contains(scope.ToString(), StringComparer.Ordinal))], Number(Minutes), Number(Uses), Wishes);

    private static bool IsFine(string? typed, int most) => string.IsNullOrWhiteSpace(typed) || (Number(typed) is { } number && number <= most);

    private static int? Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
