using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.References;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Some field waits for an answer.</summary>
    Open,

    /// <summary>Every field is answered.</summary>
    Decided,

    /// <summary>Taken back by its proposer.</summary>
    Withdrawn,
}

/// <summary>The answer to one proposed field.</summary>
public enum ProposalAnswer
{
    /// <summary>None yet.</summary>
    Open,

    /// <summary>Taken over.</summary>
    Accepted,

    /// <summary>Not taken over.</summary>
    Refused,
}

/// <summary>One proposed field: key in the form, what it was and is to become (as the form writes it, and in words), and the answer.</summary>
public sealed record ProposedField
{
    /// <summary>Name in the form.</summary>
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    public required string Label { get; init; }

    /// <summary>What it was when it was proposed, as the form writes it.</summary>
    public string? Was { get; init; }

    /// <summary>What it is to become, as the form writes it.</summary>
    public string? Value { get; init; }

    /// <summary>What it was, in words.</summary>
    public string? WasWords { get; init; }

    /// <summary>What it is to become, in words.</summary>
    public string? ValueWords { get; init; }

    /// <summary>The answer.</summary>
    public ProposalAnswer Answer { get; init; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; init; }

    /// <summary>When it was answered (UTC).</summary>
    public DateTime? AnsweredAt { get; init; }

    /// <summary>Why not, or what was said with the yes.</summary>
    public string? Reason { get; init; }
}

/// <summary>A change of a customer's record that somebody without the right to make it proposes; answered field by field.</summary>
public sealed class ChangeProposal : IVersioned
{
    /// <summary>Longest comment and reason, in characters.</summary>
    public const int CommentLength = 500;

    private ChangeProposal()
    {
    }

    /// <summary>A proposal that waits for the owner or a program manager.</summary>
    public ChangeProposal(Guid id, Guid customerId, IEnumerable<ProposedField> fields, string? comment, Guid proposedById, DateTime now)
    {
        Id = id;
        CustomerId = customerId;
        Fields = [.. fields];
        Comment = Guard.Optional(comment, CommentLength, "Comment");
        ProposedById = proposedById;
        CreatedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose record.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Who proposes.</summary>
    public Guid ProposedById { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Why.</summary>
    public string? Comment { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>The proposed fields.</summary>
    public List<ProposedField> Fields { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Answers one field; the proposal is decided with its last answer.</summary>
    public ProposedField Answer(string key, ProposalAnswer answer, string? reason, Guid? by, DateTime now)
    {
        MustBeOpen();
        var place = Fields.FindIndex(field => field.Key == key && field.Answer == ProposalAnswer.Open);
        if (place < 0)
        {
            throw new IllegalMoveException("This field was answered already.");
        }

        var answered = Fields[place] with { Answer = answer, Reason = Guard.Optional(reason, CommentLength, "Reason"), AnsweredById = by, AnsweredAt = now };
        Fields = [.. Fields.Select((field, index) => index == place ? answered : field)];
        State = Fields.TrueForAll(field => field.Answer != ProposalAnswer.Open) ? ProposalState.Decided : ProposalState.Open;
        return answered;
    }

    /// <summary>Takes it back.</summary>
    public void Withdraw()
    {
        MustBeOpen();
        State = ProposalState.Withdrawn;
    }

    /// <summary>Is about another record from now on: the two records were one company.</summary>
    public void MoveTo(Guid customerId) => CustomerId = customerId;

    private void MustBeOpen()
    {
        if (State != ProposalState.Open)
        {
            throw new IllegalMoveException(State == ProposalState.Decided ? "This proposal was decided already." : "This proposal was taken back.");
        }
    }
}

internal sealed class ChangeProposalConfiguration : IEntityTypeConfiguration<ChangeProposal>
{
    public void Configure(EntityTypeBuilder<ChangeProposal> builder)
    {
        builder.Property(proposal => proposal.Comment).HasMaxLength(ChangeProposal.CommentLength);
        builder.Property(proposal => proposal.Fields).HasJsonText();
        builder.HasOne<Customer>().WithMany().HasForeignKey(proposal => proposal.CustomerId);
        builder.HasIndex(proposal => new { proposal.State, proposal.CustomerId });
        builder.HasIndex(proposal => proposal.ProposedById);
    }
}
