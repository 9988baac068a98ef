using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>How often signing in failed lately for one account from one network, or from one network at all.</summary>
public sealed class SignInFailures : IVersioned
{
    /// <summary>Length of a key: SHA-256 in hex.</summary>
    public const int KeyLength = 64;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);

    private SignInFailures()
    {
    }

    /// <summary>No failure yet.</summary>
    public SignInFailures(string key, DateTime now)
    {
        Key = key;
        LastAt = now;
    }

    /// <summary>Hash of account and network.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Failures in a row.</summary>
    public int Count { get; private set; }

    /// <summary>The last of them (UTC).</summary>
    public DateTime LastAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>How long the next try has to wait when <paramref name="free"/> failures cost nothing; then 2, 4, 8 … seconds up to 15 minutes.</summary>
    public TimeSpan Wait(DateTime now, int free)
    {
        if (Count <= free || now - LastAt >= ForgottenAfter)
        {
            return TimeSpan.Zero;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(Count - free, 20)), Longest.TotalSeconds));
        var left = LastAt + pause - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Counts one more.</summary>
    public void Add(DateTime now)
    {
        Count = now - LastAt >= ForgottenAfter ? 1 : Count + 1;
        LastAt = now;
    }

    /// <summary>Takes one back that turned out to be none.</summary>
    public void TakeBack() => Count = Math.Max(0, Count - 1);
}

internal sealed class SignInFailuresConfiguration : IEntityTypeConfiguration<SignInFailures>
{
    public void Configure(EntityTypeBuilder<SignInFailures> builder)
    {
        builder.HasKey(failures => failures.Key);
        builder.Property(failures => failures.Key).HasMaxLength(SignInFailures.KeyLength);
        builder.HasIndex(failures => failures.LastAt);
    }
}
