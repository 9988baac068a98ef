using ReferenceHub.Core.Matching;

namespace ReferenceHub.Core.Requests;

/// <summary>A line of a list of requirements: what was read in it, and how many references meet all of that.</summary>
/// <param name="Words">The line as it was written.</param>
/// <param name="Read">What was understood, in words; empty when nothing was.</param>
/// <param name="Left">Words that were not understood.</param>
/// <param name="Total">References that meet it and can be asked.</param>
/// <param name="Best">The best of these, first ones first.</param>
public sealed record RequirementLine(string Words, IReadOnlyList<string> Read, string Left, int Total, IReadOnlyList<MatchRow> Best)
{
    /// <summary>Whether anything was understood, so that references could be looked for.</summary>
    public bool IsRead => Read.Count > 0;
}

/// <summary>A reference against a list of requirements: which of its lines it meets.</summary>
public sealed record CoverColumn(Guid CustomerId, string Name, bool NameHidden, IReadOnlyList<bool> Meets)
{
    /// <summary>Lines that it meets.</summary>
    public int Met => Meets.Count(meets => meets);
}

/// <summary>A list of requirements line by line, and the references that meet most of it.</summary>
/// <param name="Lines">The lines, in their order.</param>
/// <param name="Columns">References: first those that together meet most, then those that meet most by themselves.</param>
/// <param name="Together">The fewest that were found to meet, together, every line that can be met.</param>
/// <param name="LeftOut">Lines beyond the most that are read.</param>
public sealed record RequirementCover(IReadOnlyList<RequirementLine> Lines, IReadOnlyList<CoverColumn> Columns, IReadOnlyList<Guid> Together, int LeftOut)
{
    /// <summary>Lines that those together meet.</summary>
    public int Covered => Enumerable.Range(0, Lines.Count).Count(line => Columns.Any(column => Together.Contains(column.CustomerId) && column.Meets[line]));
}
