namespace ReferenceHub.Core.References;

/// <summary>One proposal in a list.</summary>
public sealed record ProposalLine(Guid Id, Guid CustomerId, string Customer, string Proposer, DateTime CreatedAt, ProposalState State, IReadOnlyList<string> Fields, int Accepted, int Refused);

/// <summary>Proposals that wait for a viewer's answer, and those the viewer made.</summary>
public sealed record ProposalLists(IReadOnlyList<ProposalLine> ToDecide, int MoreToDecide, IReadOnlyList<ProposalLine> Mine);

/// <summary>A proposed field beside the record as it is now, all in words.</summary>
/// <param name="Field">The field with what it was, what is proposed, and the answer.</param>
/// <param name="Now">What it is now, in words.</param>
/// <param name="NowText">What it is now, as the form writes it.</param>
/// <param name="ChangedMeanwhile">Whether it is something else now than when it was proposed.</param>
/// <param name="AnsweredBy">Who answered.</param>
public sealed record ProposalFieldView(ProposedField Field, string? Now, string? NowText, bool ChangedMeanwhile, string? AnsweredBy)
{
    /// <summary>Whether the record says already what is proposed.</summary>
    public bool IsSoAlready => NowText == Field.Value;
}

/// <summary>One proposal, field by field.</summary>
public sealed record ProposalView(
    Guid Id, Guid CustomerId, string Customer, string Proposer, DateTime CreatedAt, string? Comment, ProposalState State, IReadOnlyList<ProposalFieldView> Fields, bool MayDecide, bool IsMine);
