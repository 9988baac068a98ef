using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Deals;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.Property(project => project.Title).HasMaxLength(Project.TitleLength);
        builder.Property(project => project.ActivityKey).HasMaxLength(ProcessTemplate.KeyLength);
        builder.Property(project => project.LaterReason).HasMaxLength(Project.ReasonLength);
        builder.Property(project => project.Reason).HasMaxLength(Project.ReasonLength);
        builder.Property(project => project.EndKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(project => project.StageKey).HasMaxLength(ProcessStage.KeyLength);
        builder.Property(project => project.StageName).HasMaxLength(ProcessStage.NameLength);
        builder.Property(project => project.FrontKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(project => project.FrontName).HasMaxLength(ProcessStep.NameLength);
        builder.HasOne(project => project.Customer).WithMany().HasForeignKey(project => project.CustomerId);
        builder.HasOne<ProcessTemplate>().WithMany().HasForeignKey(project => project.TemplateId);
        builder.HasOne<ProcessVersion>().WithMany().HasForeignKey(project => project.VersionId);
        builder.HasOne<User>().WithMany().HasForeignKey(project => project.LeadId);
        builder.HasOne<BusinessCalendar>().WithMany().HasForeignKey(project => project.CalendarId);
        builder.HasOne<Opportunity>().WithMany().HasForeignKey(project => project.OpportunityId);
        builder.HasOne<Asset>().WithMany().HasForeignKey(project => project.AssetId);
        builder.HasMany(project => project.Steps).WithOne().HasForeignKey(step => step.ProjectId);
        builder.HasMany(project => project.Events).WithOne().HasForeignKey(line => line.ProjectId);
        builder.HasMany(project => project.Cast).WithOne().HasForeignKey(member => member.ProjectId);
        builder.Navigation(project => project.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(project => project.Events).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(project => project.Cast).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(project => project.Number).IsUnique();
        builder.HasIndex(project => new { project.State, project.StageKey, project.DueAt });
        builder.HasIndex(project => new { project.CustomerId, project.State });
        builder.HasIndex(project => new { project.State, project.LeadId });
        builder.HasIndex(project => project.PublishedAt);
    }
}

internal sealed class ProjectStepConfiguration : IEntityTypeConfiguration<ProjectStep>
{
    public void Configure(EntityTypeBuilder<ProjectStep> builder)
    {
        builder.Property(step => step.Key).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(step => step.Name).HasMaxLength(ProcessStep.NameLength);
        builder.Property(step => step.Stage).HasMaxLength(ProcessStage.KeyLength);
        builder.Property(step => step.StageName).HasMaxLength(ProcessStage.NameLength);
        builder.Property(step => step.Reason).HasMaxLength(ProjectStep.ReasonLength);
        builder.Property(step => step.Outcome).HasMaxLength(ProjectStep.ReasonLength);
        builder.Property(step => step.After).HasJsonText();
        builder.Property(step => step.Ticked).HasJsonText();
        builder.Ignore(step => step.Holder);
        builder.HasIndex(step => new { step.ProjectId, step.Key }).IsUnique();
        builder.HasIndex(step => new { step.HolderId, step.State });
        builder.HasIndex(step => new { step.State, step.DueAt });
    }
}

internal sealed class ProjectEventConfiguration : IEntityTypeConfiguration<ProjectEvent>
{
    public void Configure(EntityTypeBuilder<ProjectEvent> builder)
    {
        builder.Property(line => line.ActorName).HasMaxLength(100);
        builder.Property(line => line.StepKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(line => line.StepName).HasMaxLength(ProcessStep.NameLength);
        builder.Property(line => line.Note).HasMaxLength(ProjectEvent.NoteLength);
        builder.HasIndex(line => new { line.ProjectId, line.Place }).IsUnique();
        builder.HasIndex(line => line.At);
    }
}

internal sealed class CastMemberConfiguration : IEntityTypeConfiguration<CastMember>
{
    public void Configure(EntityTypeBuilder<CastMember> builder)
    {
        builder.HasKey(member => new { member.ProjectId, member.Role });
        builder.Ignore(member => member.Holder);
    }
}
