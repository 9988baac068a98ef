using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Testing;

/// <summary>Rows with plausible defaults, for tests to save; each call makes another one.</summary>
public static class Given
{
    private static readonly TimeOrderedIds Ids = new(TimeProvider.System);
    private static int count;

    /// <summary>A key.</summary>
    public static Guid Id() => Ids.Next();

    /// <summary>A person with an account and no password.</summary>
    public static User User(Roles roles = Roles.Rep, string? name = null)
    {
        var number = Interlocked.Increment(ref count);
        return new User(Id(), name ?? $"Person {number}", $"person{number}@people.example", roles, FakeClock.Start);
    }

    /// <summary>Somebody who can sign in, and so gets mail.</summary>
    public static User SignedUp(Roles roles = Roles.Rep, string? name = null)
    {
        var user = User(roles, name);
        user.PasswordHash = "x";
        return user;
    }

    /// <summary>Somebody who acts, without a row.</summary>
    public static Viewer Viewer(Roles roles = Roles.ProgramManager, string? name = null) => new(Id(), name ?? roles.ToString(), roles);

    /// <summary>An active customer with one contact who is willing to do everything, and everything granted.</summary>
    public static Customer Customer(string? name = null, Guid? ownerId = null, Tier tier = Tier.Standard)
    {
        var number = Interlocked.Increment(ref count);
        var customer = new Customer(Id(), new CompanyFacts { Name = name ?? $"Customer {number}", ExternalId = $"C-{number}" }, ownerId, FakeClock.Start);
        customer.Activate();
        customer.MoveToTier(tier);
        customer.Contacts.Add(Contact(customer));
        foreach (var scope in Enum.GetValues<PermissionScope>())
        {
            var permission = new Permission(Id(), customer.Id, scope);
            permission.Record(PermissionStatus.Granted, null, "Agreed in a call", FakeClock.Start);
            customer.Permissions.Add(permission);
        }

        return customer;
    }

    /// <summary>Another contact of a customer, willing to do everything.</summary>
    public static Contact Contact(Customer customer, string? name = null)
    {
        var number = Interlocked.Increment(ref count);
        var contact = new Contact(Id(), customer.Id, name ?? $"Contact {number}");
        contact.Describe(contact.Name, "Head of IT", $"contact{number}@customer.example", "+49 30 1234567", ["en", "de"], "Europe/Berlin");
        contact.Agree(Enum.GetValues<PermissionScope>(), null, null);
        return contact;
    }

    /// <summary>An open deal at Proposal, the gate, of a hundred thousand euros.</summary>
    public static Opportunity Opportunity(Guid? ownerId = null, string? name = null)
    {
        var number = Interlocked.Increment(ref count);
        return new Opportunity(
            Id(),
            $"D-{number}",
            new DealFacts
            {
                Name = name ?? $"Deal {number}",
                AccountName = $"Prospect {number}",
                AmountMinor = 100_000_00,
                Currency = "EUR",
                StageKey = "proposal",
                OpenedOn = new DateOnly(2026, 9, 1),
                ClosesOn = new DateOnly(2027, 1, 31),
                OwnerId = ownerId,
            },
            FakeClock.Start);
    }
}
