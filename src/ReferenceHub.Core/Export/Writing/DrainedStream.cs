namespace ReferenceHub.Core.Export.Writing;

/// <summary>Takes what a ZIP archive writes, which it does synchronously when a part ends, and passes it on asynchronously, as servers want it.</summary>
internal sealed class DrainedStream : Stream
{
    private readonly MemoryStream waiting = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Passes on what has come so far.</summary>
    public async Task DrainAsync(Stream to, CancellationToken ct)
    {
        await to.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), ct);
        waiting.SetLength(0);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            waiting.Dispose();
        }

        base.Dispose(disposing);
    }
}
