namespace ReferenceHub.Core.Matching;

/// <summary>A fitting row with what it is ranked by; the match is in points of 100, as shown.</summary>
internal readonly record struct Ranked(BlockMatch Found, int Row, bool Closed, int Match, ulong Turn);
