using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Import.Fields;

public static partial class ImportFields
{
    // Whose it is: one of the three is enough.
    private static readonly ImportField[] Whose =
    [
        new(Account, "Customer", FieldType.Text, Customer.NameLength, "account", "accountname", "company", "companyname", "customername", "organisation", "organization", "firma", "kunde"),
        new(AccountId, "Customer's CRM id", FieldType.Text, Customer.ExternalIdLength, "accountid", "customerid", "companyid", "accountnumber", "customernumber"),
        new(AccountSite, "Customer's website", FieldType.Text, Customer.WebsiteLength, "website", "domain", "companydomain", "customerdomain", "url"),
    ];

    /// <summary>Fields of a contact.</summary>
    public static IReadOnlyList<ImportField> OfContacts { get; } =
    [
        .. Whose,
        new(FirstName, "First name", FieldType.Text, References.Contact.NameLength, "givenname", "vorname"),
        new(Name, "Name", FieldType.Text, References.Contact.NameLength, "contact", "contactname", "fullname", "lastname", "surname", "person", "nachname"),
        new(ExternalId, "CRM id", FieldType.Text, Customer.ExternalIdLength, "contactid", "id", "crmid", "externalid"),
        new(JobTitle, "Job title", FieldType.Text, References.Contact.JobTitleLength, "title", "position", "role", "function", "funktion"),
        new(Email, "E-mail", FieldType.Text, References.Contact.EmailLength, "emailaddress", "mail", "contactemail"),
        new(Phone, "Phone", FieldType.Text, References.Contact.PhoneLength, "telephone", "mobile", "phonenumber", "businessphone", "telefon"),
        new(Languages, "Languages", FieldType.Choices, 1000, "language", "sprachen", "sprache"),
        new(Zone, "Time zone", FieldType.Text, 60, "timezone", "zone"),
        new(Willing, "Willing to do", FieldType.Choices, 1000, "willing", "willingto", "agreedto", "activities"),
        new(Topics, "Speaks best about", FieldType.Choices, 1000, "topics", "topic", "speaksabout", "expertise", "themen", "thema"),
        new(Minutes, "Minutes a quarter", FieldType.Whole, 0, "minutesperquarter", "minutes"),
        new(Wishes, "Wishes", FieldType.Text, References.Contact.WishesLength, "notes", "comment", "preferences"),
        new(PausedUntil, "Paused until", FieldType.Date, 0, "pauseduntil", "pause"),
        new(Left, "Has left the company", FieldType.YesNo, 0, "left", "hasleft", "inactive"),
    ];

    /// <summary>Fields of a product use.</summary>
    public static IReadOnlyList<ImportField> OfProductUses { get; } =
    [
        .. Whose,
        new(Product, "Product", FieldType.Choice, Term.NameLength, "productname", "solution", "item", "produkt"),
        new(Edition, "Edition", FieldType.Text, ProductUse.TextLength, "version", "plan", "variant"),
        new(Deployment, "Runs on", FieldType.Text, ProductUse.TextLength, "deployment", "environment", "platform", "hosting"),
        new(LiveSince, "Live since", FieldType.Date, 0, "golive", "golivedate", "livedate", "since", "startdate", "installed"),
        new(Replaced, "Replaced", FieldType.Text, ProductUse.TextLength, "competitorreplaced", "replacedproduct", "competitor", "previoussystem"),
    ];

    /// <summary>Fields of a past use.</summary>
    public static IReadOnlyList<ImportField> OfPastUses { get; } =
    [
        .. Whose,
        new(Activity, "Activity type", FieldType.Choice, ActivityType.NameLength, "activity", "type", "use", "kind", "kindofuse", "usetype", "requesttype"),
        new(UsedOn, "Used on", FieldType.Date, 0, "date", "usedate", "dateofuse", "day", "held", "heldon", "completed", "datum"),
        new(Contact, "Contact", FieldType.Text, References.Contact.EmailLength, "contactname", "contactemail", "person", "spokesperson", "email"),
        new(Minutes, "Minutes", FieldType.Whole, 0, "duration", "contactminutes", "minutesused"),
        new(Number, "Number of uses", FieldType.Whole, 0, "count", "uses", "times", "number", "anzahl"),
        new(Note, "What it was", FieldType.Text, LedgerEntry.NoteLength, "note", "notes", "comment", "description", "subject", "prospect"),
        new(ExternalId, "CRM id", FieldType.Text, Customer.ExternalIdLength, "id", "useid", "activityid", "externalid"),
    ];

    /// <summary>Fields of a permission.</summary>
    public static IReadOnlyList<ImportField> OfPermissions { get; } =
    [
        .. Whose,
        new(Scope, "For what", FieldType.Choice, 60, "scope", "permission", "permissionfor", "type", "use", "activity"),
        new(Answer, "Answer", FieldType.Choice, 60, "status", "consent", "granted", "allowed", "agreed"),
        new(ValidUntil, "Valid until", FieldType.Date, 0, "validuntil", "expires", "expiry", "expireson", "expirydate", "until"),
        new(Evidence, "Evidence", FieldType.Text, Permission.EvidenceLength, "source", "proof", "form", "document", "note", "notes", "comment"),
        new(Regions, "Regions", FieldType.Choices, 1000, "region", "countries", "territory"),
        new(Channels, "Channels", FieldType.Choices, 1000, "channel", "media", "medium"),
    ];
}
