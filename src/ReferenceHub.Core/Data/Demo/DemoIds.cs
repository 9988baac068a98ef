namespace ReferenceHub.Core.Data.Demo;

/// <summary>Keys of version 7 like all others, stamped with the simulated instant, their random part from a fixed seed.</summary>
internal sealed class DemoIds(int seed) : IIds
{
    private readonly Random random = new(seed);

    /// <summary>The simulated instant (UTC).</summary>
    public DateTime Now { get; set; } = DateTime.UnixEpoch;

    /// <inheritdoc/>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = (long)(Now - DateTime.UnixEpoch).TotalMilliseconds;
        for (var place = 5; place >= 0; place--, milliseconds >>= 8)
        {
            bytes[place] = (byte)milliseconds;
        }

        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
