namespace ReferenceHub.Core.Import.Fields;

/// <summary>The fields of each kind, with the headings they go by (lower case, letters and digits only).</summary>
public static partial class ImportFields
{
    public const string ExternalId = "external-id", Name = "name", Industry = "industry", Country = "country", City = "city", Employees = "employees",
        Revenue = "revenue", Founded = "founded", Parent = "parent", Website = "website", Since = "customer-since", Story = "story", Owner = "owner",
        Account = "account", AccountId = "account-id", AccountSite = "account-site", Product = "product", Stage = "stage", Opened = "opened", Closes = "closes",
        Amount = "amount", Currency = "currency", Status = "status", Tier = "tier", RfpListed = "rfp-listed", Platforms = "platforms", Deployments = "deployments",
        Languages = "languages", UseCases = "use-cases", Integrations = "integrations", Health = "health", Nps = "nps", Renewal = "renewal",
        Escalations = "escalations", Notes = "notes", FirstName = "first-name", JobTitle = "job-title", Email = "email", Phone = "phone", Zone = "zone",
        Willing = "willing", Minutes = "minutes", Wishes = "wishes", Topics = "topics", PausedUntil = "paused-until", Left = "left", Edition = "edition", Deployment = "deployment",
        LiveSince = "live-since", Replaced = "replaced", Activity = "activity", UsedOn = "used-on", Contact = "contact", Note = "note", Number = "number",
        Scope = "scope", Answer = "answer", ValidUntil = "valid-until", Evidence = "evidence", Regions = "regions", Channels = "channels", Aliases = "aliases";

    /// <summary>Fields of a kind.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Customers => OfCustomers,
        ImportKind.Opportunities => OfOpportunities,
        ImportKind.Contacts => OfContacts,
        ImportKind.ProductUses => OfProductUses,
        ImportKind.PastUses => OfPastUses,
        ImportKind.Permissions => OfPermissions,
        _ => OfProducts,
    };

    /// <summary>Fields that say more than others what a file holds.</summary>
    public static IReadOnlySet<string> TellingOf(ImportKind kind) => Telling[kind];

    /// <summary>Whether rows of this kind belong to a customer, which they name.</summary>
    public static bool IsPart(ImportKind kind) => kind is ImportKind.Contacts or ImportKind.ProductUses or ImportKind.PastUses or ImportKind.Permissions;

    /// <summary>Whether these fields tell the customer that a row belongs to.</summary>
    public static bool SaysWhose(IEnumerable<string> fields) => fields.Any(field => field is Account or AccountId or AccountSite or Email);

    private static Dictionary<ImportKind, IReadOnlySet<string>> Telling { get; } = new()
    {
        [ImportKind.Customers] = Set(Revenue, Founded, Parent, Industry),
        [ImportKind.Opportunities] = Set(Stage, Amount, Closes),
        [ImportKind.Contacts] = Set(Email, Phone, JobTitle, FirstName, Willing),
        [ImportKind.ProductUses] = Set(Product, LiveSince, Edition, Replaced),
        [ImportKind.PastUses] = Set(Activity, UsedOn),
        [ImportKind.Permissions] = Set(Scope, Answer, Evidence),
        [ImportKind.Products] = Set(Product),
    };

    private static HashSet<string> Set(params string[] keys) => new(keys, StringComparer.Ordinal);
}
