namespace ReferenceHub.Core.Matching;

/// <summary>One search over all blocks. When it ends the sets that it worked with go back; nothing of it may be looked at after.</summary>
internal sealed class BlockMatches(IEnumerable<BlockMatch> all) : List<BlockMatch>(all), IDisposable
{
    public void Dispose() => ForEach(block => block.Work.End());
}
