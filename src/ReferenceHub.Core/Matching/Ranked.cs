namespace ReferenceHub.Core.Matching;

/// <summary>A fitting row with what it is ranked by; the match is in points of 100, not rounded.</summary>
internal readonly record struct Ranked(BlockMatch Found, int Row, bool Closed, double Match, ulong Turn);
