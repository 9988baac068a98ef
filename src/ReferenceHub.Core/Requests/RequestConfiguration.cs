using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Requests;

internal sealed class RequestConfiguration : IEntityTypeConfiguration<ReferenceRequest>
{
    public void Configure(EntityTypeBuilder<ReferenceRequest> builder)
    {
        builder.Property(request => request.ActivityKey).HasMaxLength(Usage.ActivityType.KeyLength);
        builder.Property(request => request.Text).HasMaxLength(ReferenceRequest.TextLength);
        builder.Property(request => request.Criteria).HasMaxLength(ReferenceRequest.CriteriaLength);
        builder.Property(request => request.WantToKnow).HasMaxLength(ReferenceRequest.TextLength);
        builder.Property(request => request.ProspectName).HasMaxLength(ReferenceRequest.NameLength);
        builder.Property(request => request.ProspectContact).HasMaxLength(ReferenceRequest.NameLength);
        builder.Property(request => request.Sponsor).HasMaxLength(ReferenceRequest.NameLength);
        builder.Property(request => request.EndReason).HasMaxLength(ReferenceRequest.ReasonLength);
        builder.Property(request => request.ExceptionReason).HasMaxLength(ReferenceRequest.ReasonLength);
        builder.Property(request => request.Requirements).HasMaxLength(ReferenceRequest.RequirementsLength);
        builder.Property(request => request.ContentTried).HasMaxLength(ReferenceRequest.ReasonLength);
        builder.Property(request => request.ProspectEmail).HasMaxLength(Messaging.OutboxMessage.AddressLength);
        builder.Property(request => request.ProspectIndustry).HasMaxLength(Term.KeyLength);
        builder.Property(request => request.ProspectRegion).HasMaxLength(Term.KeyLength);
        builder.Property(request => request.WordsKey).HasMaxLength(ReferenceRequest.WordsKeyLength);
        builder.Property(request => request.AskMode).HasDefaultValue(AskMode.OneByOne);
        builder.Property(request => request.Preferred).HasJsonText().HasDefaultValue(new List<Guid>());
        builder.HasOne(request => request.Requester).WithMany().HasForeignKey(request => request.RequesterId);
        builder.HasOne(request => request.Assignee).WithMany().HasForeignKey(request => request.AssigneeId);
        builder.HasOne(request => request.Opportunity).WithMany().HasForeignKey(request => request.OpportunityId);
        builder.HasOne<Asset>().WithMany().HasForeignKey(request => request.ContentId);
        builder.HasMany(request => request.Candidates).WithOne().HasForeignKey(candidate => candidate.RequestId);
        builder.HasMany(request => request.Events).WithOne().HasForeignKey(line => line.RequestId);
        builder.Navigation(request => request.Candidates).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(request => request.Events).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<User>().WithMany().HasForeignKey(request => request.EnteredById);
        builder.HasOne<ReferenceRequest>().WithMany().HasForeignKey(request => request.MergedIntoId);
        builder.Ignore(request => request.Line);
        builder.Navigation(request => request.Watchers).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(request => request.Number).IsUnique();
        builder.HasIndex(request => new { request.State, request.Ball });
        builder.HasIndex(request => new { request.State, request.DueAt });
        builder.HasIndex(request => new { request.RequesterId, request.State });
        builder.HasIndex(request => request.EndedAt);
        builder.HasIndex(request => request.FirstAcceptedAt);
    }
}

internal sealed class CandidateConfiguration : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.Property(candidate => candidate.DeclineReason).HasMaxLength(ReferenceRequest.ReasonLength);
        builder.Property(candidate => candidate.Place).HasMaxLength(Candidate.PlaceLength);
        builder.Navigation(candidate => candidate.Slots).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Property(candidate => candidate.OverrideSponsor).HasMaxLength(ReferenceRequest.NameLength);
        builder.HasOne(candidate => candidate.Customer).WithMany().HasForeignKey(candidate => candidate.CustomerId);
        builder.HasOne(candidate => candidate.Contact).WithMany().HasForeignKey(candidate => candidate.ContactId);
        builder.HasIndex(candidate => new { candidate.CustomerId, candidate.State });
        builder.HasIndex(candidate => candidate.UseId);
        builder.HasIndex(candidate => new { candidate.State, candidate.ReplyDueAt });
        builder.HasIndex(candidate => new { candidate.State, candidate.ScheduledFor });
    }
}

internal sealed class RequestEventConfiguration : IEntityTypeConfiguration<RequestEvent>
{
    public void Configure(EntityTypeBuilder<RequestEvent> builder)
    {
        builder.Property(line => line.ActorName).HasMaxLength(100);
        builder.Property(line => line.Note).HasMaxLength(ReferenceRequest.ReasonLength);
        builder.Property(line => line.Source).HasMaxLength(ReferenceRequest.NameLength);
        builder.HasIndex(line => new { line.RequestId, line.Place }).IsUnique();
        builder.HasIndex(line => line.At);
    }
}
