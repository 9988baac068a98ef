namespace ReferenceHub.Core.Data;

/// <summary>Source of keys: time-ordered Guids made by the application, never by the database and never sorted by.</summary>
public interface IIds
{
    /// <summary>A new key.</summary>
    Guid Next();
}

/// <summary>Guid version 7 keys stamped with the product's clock.</summary>
public sealed class TimeOrderedIds(TimeProvider clock) : IIds
{
    /// <inheritdoc/>
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
}

/// <summary>Keys that stand in addresses which others may read.</summary>
public static class QuietIds
{
    private const int StampBytes = 6;

    /// <summary>
    /// A key that tells the day it was made and no more. Rows of an import are made in the order of the file, which is often that of
    /// the names: with the exact time, a customer shown blind would stand between two that are named.
    /// </summary>
    public static Guid NextQuiet(this IIds ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Span<byte> bytes = stackalloc byte[16];
        ids.Next().TryWriteBytes(bytes, bigEndian: true, out _);
        long stamp = 0;
        foreach (var one in bytes[..StampBytes])
        {
            stamp = (stamp << 8) | one;
        }

        stamp -= stamp % (long)TimeSpan.FromDays(1).TotalMilliseconds;
        for (var place = StampBytes - 1; place >= 0; place--, stamp >>= 8)
        {
            bytes[place] = (byte)stamp;
        }

        return new Guid(bytes, bigEndian: true);
    }
}
