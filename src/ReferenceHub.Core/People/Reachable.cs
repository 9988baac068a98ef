namespace ReferenceHub.Core.People;

/// <summary>Whom the product writes to: people who can sign in. Neither those who left nor those who have not taken up their invitation.</summary>
public static class Reachable
{
    /// <summary>Those who can sign in.</summary>
    public static IQueryable<User> WhoCanSignIn(this IQueryable<User> people) => people.Where(person => person.DeactivatedAt == null && person.PasswordHash != null);

    /// <summary>Whether this one can.</summary>
    public static bool CanSignIn(this User person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person is { IsActive: true, PasswordHash: not null };
    }
}
