using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>One person in a list to choose from.</summary>
public sealed record PersonLine(Guid Id, string Name, string Email, Roles Roles);

/// <summary>People to name and to choose from.</summary>
public sealed class PeopleQueries(ReferenceHubDbContext db)
{
    /// <summary>Active people by name, with one of the roles if any is given.</summary>
    public async Task<IReadOnlyList<PersonLine>> ActiveAsync(Roles any, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking()
            .Where(user => user.DeactivatedAt == null)
            .OrderBy(user => user.NameKey)
            .Select(user => new PersonLine(user.Id, user.Name, user.Email!, user.Roles))
            .ToListAsync(ct);
        return any == Roles.None ? people : [.. people.Where(person => (person.Roles & any) != 0)];
    }

    /// <summary>Active people with these addresses, in the order of the addresses.</summary>
    public async Task<IReadOnlyList<PersonLine>> OfAddressesAsync(IReadOnlyList<string> addresses, CancellationToken ct)
    {
        var keys = addresses.Select(User.EmailKey).ToList();
        var people = await db.Users.AsNoTracking()
            .Where(user => user.DeactivatedAt == null && user.PasswordHash != null && keys.Contains(user.NormalizedEmail!))
            .Select(user => new PersonLine(user.Id, user.Name, user.Email!, user.Roles))
            .ToListAsync(ct);
        return [.. people.OrderBy(person => keys.IndexOf(User.EmailKey(person.Email)))];
    }
}
