using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Testing.Scenes;

/// <summary>A customer each of whose protected fields holds a word that stands nowhere else: finding the word tells the leak.</summary>
public sealed class GuardedCustomer
{
    /// <summary>Notes.</summary>
    public const string Notes = "canarynotes";

    /// <summary>Why it is paused.</summary>
    public const string Reason = "canaryreason";

    /// <summary>Contact's e-mail, before the at sign.</summary>
    public const string Email = "canaryemail";

    /// <summary>Contact's phone.</summary>
    public const string Phone = "+49 30 7654321";

    /// <summary>Evidence of a permission.</summary>
    public const string Evidence = "canaryevidence";

    /// <summary>Company name.</summary>
    public const string Name = "Canaryname AG";

    /// <summary>What would give a confidential name away: city, site, parent, story, contact, content, replaced product, CRM key.</summary>
    public static readonly IReadOnlyList<string> Traces =
        ["Canaryname", "canarycity", "canarysite", "canaryparent", "canarystory", "canarycontact", "canaryasset", "canaryreplaced", "canarycrm", "canarydeployment"];

    /// <summary>What sales must never read.</summary>
    public static readonly IReadOnlyList<string> Secrets = [Notes, Reason, Email, Phone, Evidence];

    /// <summary>A guarded customer of this tier and owner, in Germany.</summary>
    public GuardedCustomer(Tier tier, User owner, Term germany, Term banking, Term product)
    {
        Owner = owner;
        Customer = new Customer(
            Given.Id(),
            new CompanyFacts
            {
                Name = Name, ExternalId = "canarycrm", IndustryId = banking.Id, RegionId = germany.Id, City = "canarycity", Employees = 21_400,
                ParentName = "canaryparent", Website = "https://canarysite.example", Story = "canarystory",
            },
            owner.Id,
            FakeClock.Start);
        Customer.Activate();
        Customer.Pause(new DateOnly(2027, 12, 31), Reason);
        Customer.MoveToTier(tier);
        Customer.Confide(new CustomerSecrets { Health = 43, Nps = 3, OpenEscalations = 2, Notes = Notes });
        Contact = new Contact(Given.Id(), Customer.Id, "Dr. canarycontact");
        Contact.Describe(Contact.Name, "CIO", $"{Email}@customer.example", Phone, ["de"], "Europe/Berlin");
        Contact.Agree(Enum.GetValues<PermissionScope>(), null, null);
        Customer.Contacts.Add(Contact);
        var permission = new Permission(Given.Id(), Customer.Id, PermissionScope.SalesCall);
        permission.Record(PermissionStatus.Granted, null, Evidence, FakeClock.Start);
        Customer.Permissions.Add(permission);
        var use = new ProductUse(Given.Id(), Customer.Id, product.Id);
        use.Describe("Enterprise", "canarydeployment", new DateOnly(2024, 9, 1), "canaryreplaced");
        Customer.Products.Add(use);
        var asset = new Asset(Given.Id(), Customer.Id, AssetKind.Story, "canaryasset", "en", new DateOnly(2026, 1, 1));
        Customer.Assets.Add(asset);
    }

    /// <summary>The customer, with contact, permission, product and content.</summary>
    public Customer Customer { get; }

    /// <summary>Its contact.</summary>
    public Contact Contact { get; }

    /// <summary>Its owner.</summary>
    public User Owner { get; }
}
