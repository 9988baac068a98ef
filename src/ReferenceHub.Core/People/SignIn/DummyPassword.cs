using Microsoft.AspNetCore.Identity;

namespace ReferenceHub.Core.People;

/// <summary>A password that nobody has, checked for unknown accounts so that they take as long as known ones.</summary>
public sealed class DummyPassword
{
    /// <summary>Makes one with the product's hasher.</summary>
    public DummyPassword(IPasswordHasher<User> hasher)
    {
        User = new User(Guid.Empty, "Nobody", "nobody@invalid", Roles.None, DateTime.UnixEpoch);
        Hash = hasher.HashPassword(User, Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24)));
    }

    /// <summary>Nobody.</summary>
    public User User { get; }

    /// <summary>The hash of nobody's password.</summary>
    public string Hash { get; }
}
