using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Deals;

/// <summary>That a person asked for a reference for a deal: from then on the deal is in their sight.</summary>
public sealed class DealAsk
{
    private DealAsk()
    {
    }

    /// <summary>A person who asked for a deal.</summary>
    public DealAsk(Guid opportunityId, Guid userId)
    {
        OpportunityId = opportunityId;
        UserId = userId;
    }

    /// <summary>The deal.</summary>
    public Guid OpportunityId { get; private set; }

    /// <summary>The person.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Notes it once; saved by the caller together with the request.</summary>
    public static async Task NoteAsync(ReferenceHubDbContext db, Guid opportunityId, Guid userId, CancellationToken ct)
    {
        if (await db.DealAsks.FindAsync([opportunityId, userId], ct) is null)
        {
            db.DealAsks.Add(new DealAsk(opportunityId, userId));
        }
    }
}

internal sealed class DealAskConfiguration : IEntityTypeConfiguration<DealAsk>
{
    public void Configure(EntityTypeBuilder<DealAsk> builder)
    {
        builder.HasKey(ask => new { ask.OpportunityId, ask.UserId });
        builder.HasOne<Opportunity>().WithMany().HasForeignKey(ask => ask.OpportunityId);
        builder.HasOne<User>().WithMany().HasForeignKey(ask => ask.UserId);
    }
}
