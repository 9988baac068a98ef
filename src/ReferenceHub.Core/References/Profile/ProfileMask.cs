using System.Globalization;

namespace ReferenceHub.Core.References;

/// <summary>Makes the profile that a sight allows; nothing else of the record leaves this place.</summary>
internal static class ProfileMask
{
    private static readonly (TermKind Kind, string Label)[] Shown =
        [(TermKind.UseCase, "Use case"), (TermKind.Integration, "Integration"), (TermKind.Platform, "Platform"), (TermKind.Deployment, "Deployment"), (TermKind.Language, "Language")];

    public static ReferenceProfile Of(Customer customer, CustomerSight sight, TermBook terms, DateOnly today, string? verifier, PermissionProofs proofs, IReadOnlyList<ProfileAsset> assets) => new()
    {
        Id = customer.Id,
        Version = sight.Named ? customer.Version : 0,
        Sight = sight,
        Name = sight.Named ? customer.Name : BlindName(customer, terms),
        Status = Status(customer, sight),
        PausedUntil = sight.Secrets || customer.Status == ReferenceStatus.Paused ? customer.PausedUntil : null,
        Tier = customer.Tier,
        RfpListed = customer.RfpListed,
        Facts = Facts(customer, sight, terms),
        Line = Line(customer, sight, terms),
        Website = sight.Named ? customer.Website : null,
        Story = sight.Named ? customer.Story : null,
        Owner = sight.Named && customer.Owner is { } owner ? new ProfilePerson(owner.Id, owner.Name) : null,
        VerifiedAt = sight.Named ? customer.VerifiedAt : null,
        VerifiedBy = sight.Named ? verifier : null,
        VerifyBy = sight.Named ? customer.VerifyBy : null,
        ArchivedAt = customer.ArchivedAt,
        Secrets = sight.Secrets ? new ProfileSecrets(customer.Health, customer.Nps, customer.RenewalOn, customer.OpenEscalations, customer.Notes, customer.StatusReason) : null,
        Products = [.. customer.Products.Select(use => Product(use, sight, terms)).OrderBy(use => use.Product, StringComparer.OrdinalIgnoreCase)],
        Attributes = Attributes(customer, sight, terms),
        Contacts = sight.Named ? [.. customer.Contacts.OrderBy(contact => contact.LeftAt is not null).ThenBy(contact => contact.Name, StringComparer.OrdinalIgnoreCase).Select(contact => Contact(contact, sight, terms))] : [],
        Permissions = sight.Permissions ? [.. Enum.GetValues<PermissionScope>().Select(scope => Permission(customer, scope, sight, terms, today, proofs))] : [],
        Assets = sight.Named ? assets : [],
    };

    public static string BlindName(Customer customer, TermBook terms) =>
        AnonymousName.Of(terms.RootName(customer.RegionId), terms.Name(customer.IndustryId), customer.Employees);

    // Only the year of the first product, as search treats it.
    private static string? LiveYear(Customer customer) =>
        customer.Products.Min(use => use.LiveSince)?.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"since {year}") : null;

    // That it must not be used is the program's to know; to others it rests, as in the search.
    private static ReferenceStatus Status(Customer customer, CustomerSight sight) =>
        sight.Secrets || customer.Status != ReferenceStatus.DoNotUse ? customer.Status : ReferenceStatus.Paused;

    private static string? Staff(Customer customer, CustomerSight sight) => customer.Employees is not { } heads ? null
        : sight.Named ? heads.ToString("N0", CultureInfo.InvariantCulture)
        : AnonymousName.Rounded(heads);

    private static string Line(Customer customer, CustomerSight sight, TermBook terms)
    {
        var place = sight.Named
            ? string.Join(", ", new[] { customer.City, terms.Name(customer.RegionId) }.Where(part => part is not null))
            : terms.RootName(customer.RegionId);
        var staff = Staff(customer, sight) is { } heads ? $"{heads} staff" : null;
        return string.Join(" · ", new[] { terms.Name(customer.IndustryId), place, staff }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static IReadOnlyList<ProfileFact> Facts(Customer customer, CustomerSight sight, TermBook terms)
    {
        (string Label, string? Value)[] facts =
        [
            ("Industry", terms.Name(customer.IndustryId)),
            ("Staff", Staff(customer, sight)),
            ("Region", sight.Named ? terms.Name(customer.RegionId) : terms.RootName(customer.RegionId)),
            ("Live", sight.Named ? null : LiveYear(customer)),
            ("Verified", sight.Named ? null : customer.VerifiedAt?.ToString("MMMM yyyy", CultureInfo.InvariantCulture)),
            ("Headquarters", sight.Named ? customer.City : null),
            ("Customer since", sight.Named ? customer.CustomerSince?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : null),
            ("Founded", sight.Named ? customer.Founded?.ToString(CultureInfo.InvariantCulture) : null),
            ("Parent company", sight.Named ? customer.ParentName : null),
            ("CRM account", sight.Named ? customer.ExternalId : null),
        ];
        return [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new ProfileFact(fact.Label, fact.Value!))];
    }

    private static ProfileProduct Product(ProductUse use, CustomerSight sight, TermBook terms) =>
        new(use.Id, terms.Name(use.ProductId) ?? "?", sight.Named ? use.Edition : null, sight.Named ? use.Deployment : null, sight.Named ? use.LiveSince : null, sight.Named ? use.Replaced : null);

    // A language would give the country away.
    private static IReadOnlyList<ProfileAttributes> Attributes(Customer customer, CustomerSight sight, TermBook terms)
    {
        var have = customer.Attributes.Select(attribute => terms.Find(attribute.TermId)).OfType<Term>()
            .Where(term => sight.Named || term.Kind != TermKind.Language).ToLookup(term => term.Kind, term => term.Name);
        return [.. Shown.Where(kind => have.Contains(kind.Kind)).Select(kind => new ProfileAttributes(kind.Label, [.. have[kind.Kind].Order(StringComparer.OrdinalIgnoreCase)]))];
    }

    private static ProfileContact Contact(Contact contact, CustomerSight sight, TermBook terms)
    {
        var reach = sight.MayReach(contact.Id);
        return new ProfileContact(
            contact.Id, contact.Name, contact.JobTitle, [.. contact.Languages.Select(terms.Language)], contact.Willing, contact.Wishes, contact.MinutesPerQuarter,
            contact.PausedUntil, contact.LeftAt is not null, reach, reach ? Masked(contact.Email) : null, reach && contact.Phone is not null)
        {
            Topics = [.. contact.Topics.Select(terms.UseCase).Order(StringComparer.OrdinalIgnoreCase)],
        };
    }

    private static string? Masked(string? email)
    {
        var at = email?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        return at < 1 ? null : $"{email![0]}•••••{email[at..]}";
    }

    private static ProfilePermission Permission(Customer customer, PermissionScope scope, CustomerSight sight, TermBook terms, DateOnly today, PermissionProofs proofs)
    {
        var permission = customer.Permissions.Find(permission => permission.Scope == scope);
        if (permission is null)
        {
            return new ProfilePermission(scope, PermissionStatus.Unknown, null, false, null, null);
        }

        var lapsed = permission.Status == PermissionStatus.Granted && permission.ValidUntil < today;
        var status = permission.StatusOn(today);
        if (!sight.Named)
        {
            return new ProfilePermission(scope, status, null, false, null, null);
        }

        return new ProfilePermission(scope, status, permission.ValidUntil, lapsed, permission.RecordedAt, sight.Secrets ? permission.Evidence : null)
        {
            Regions = [.. permission.Regions.Select(terms.Region)],
            Channels = permission.Channels,
            RecordedBy = permission.RecordedById is { } by ? proofs.People.GetValueOrDefault(by) : null,
            HasFile = sight.Secrets && permission.EvidenceFileId is not null,
            File = permission.EvidenceFileId is { } file ? proofs.Files.GetValueOrDefault(file) : null,
        };
    }
}
