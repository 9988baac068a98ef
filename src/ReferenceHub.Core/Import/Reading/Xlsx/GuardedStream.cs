namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>
/// What a part of a workbook inflates to, counted as it comes. It is refused when it grows beyond what it may, or goes on for
/// longer than any cell without a markup sign, so that no name, attribute or comment can fill the memory.
/// </summary>
internal sealed class GuardedStream(Stream inner, InflateBudget budget, long most) : Stream
{
    private const int LongestRun = 4 * 1024 * 1024;
    private long total;
    private long run;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => total; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        total += read;
        budget.Take(read);
        var sign = buffer[..read].LastIndexOf((byte)'<');
        run = sign < 0 ? run + read : read - sign;
        return total > most ? throw new RefusedFileException(XlsxPackage.TooLarge)
            : run > LongestRun ? throw new RefusedFileException("This workbook holds a cell of more than 4 MB. Is it the right file?")
            : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Bytes that all parts of a workbook together may still inflate to.</summary>
internal sealed class InflateBudget(long bytes)
{
    private long left = bytes;

    public void Take(int read)
    {
        left -= read;
        if (left < 0)
        {
            throw new RefusedFileException(XlsxPackage.TooLarge);
        }
    }
}
