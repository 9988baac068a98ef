using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>What one side said after a use: what they expected, what it was, whether to do it again. Once a side.</summary>
public sealed class SurveyAnswer
{
    /// <summary>Best grade; 1 is the worst.</summary>
    public const int Best = 5;

    /// <summary>Grades up to this one are looked into.</summary>
    public const int Low = 2;

    private SurveyAnswer()
    {
    }

    /// <summary>The answer of the requester or the customer.</summary>
    public SurveyAnswer(Guid id, Guid candidateId, Party side, int expected, int actual, bool? again, string? words, DateTime now)
    {
        if (side is not (Party.Requester or Party.Customer))
        {
            throw new IllegalMoveException("Requester and customer are asked how it went.");
        }

        Id = id;
        CandidateId = candidateId;
        Side = side;
        Expected = Guard.Between(expected, 1, Best, "Expected");
        Actual = Guard.Between(actual, 1, Best, "Actual");
        Again = again;
        Words = Guard.Optional(words, ReferenceRequest.ReasonLength, "Words");
        At = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>About which use.</summary>
    public Guid CandidateId { get; private set; }

    /// <summary>Who said it: requester or customer.</summary>
    public Party Side { get; private set; }

    /// <summary>What they had expected, 1 to 5.</summary>
    public int Expected { get; private set; }

    /// <summary>What it was, 1 to 5.</summary>
    public int Actual { get; private set; }

    /// <summary>Whether they would do it again.</summary>
    public bool? Again { get; private set; }

    /// <summary>In their words.</summary>
    public string? Words { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Whether somebody should look into it.</summary>
    public bool IsLow => Actual <= Low || Again == false;
}

internal sealed class SurveyAnswerConfiguration : IEntityTypeConfiguration<SurveyAnswer>
{
    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.Property(answer => answer.Words).HasMaxLength(ReferenceRequest.ReasonLength);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(answer => answer.CandidateId);
        builder.HasIndex(answer => new { answer.CandidateId, answer.Side }).IsUnique();
        builder.HasIndex(answer => answer.At);
    }
}
