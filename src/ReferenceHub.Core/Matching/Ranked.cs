namespace ReferenceHub.Core.Matching;

/// <summary>A fitting row with what it is ranked by: its band of near-equal matches, best first, and its turn within the band.</summary>
internal readonly record struct Ranked(BlockMatch Found, int Row, int Band, ulong Turn);
