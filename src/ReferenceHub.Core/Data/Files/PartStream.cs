using Microsoft.EntityFrameworkCore;

namespace ReferenceHub.Core.Data;

/// <summary>A stored file read part by part, so that a large one never stands in memory whole.</summary>
internal sealed class PartStream(ReferenceHubDbContext db, string hash, int length) : Stream
{
    private byte[] part = [];
    private int place;
    private int offset;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == length || buffer.Length == 0)
        {
            return 0;
        }

        if (offset == part.Length)
        {
            var next = place++;
            part = await db.StoredFileParts.AsNoTracking().Where(row => row.Hash == hash && row.Place == next).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken)
                ?? throw new InvalidDataException("A stored file lacks a part.");
            offset = 0;
        }

        var count = Math.Min(buffer.Length, part.Length - offset);
        part.AsMemory(offset, count).CopyTo(buffer);
        offset += count;
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Stored files are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
