using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Projects;

/// <summary>The text that a project writes, as it is being worked on; kept versions stand beside it and never change.</summary>
public sealed class ProjectText : IVersioned
{
    /// <summary>Longest text in characters.</summary>
    public const int BodyLength = Asset.TextLength;

    private ProjectText()
    {
    }

    /// <summary>An empty text, or one that starts from the document of its step.</summary>
    public ProjectText(Guid projectId, string? body)
    {
        ProjectId = projectId;
        Write(body);
    }

    /// <summary>Whose text.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>Markdown, being worked on.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Number of the last version kept; 0 before the first.</summary>
    public int LastNumber { get; private set; }

    /// <summary>When it was written on last (UTC).</summary>
    public DateTime? WrittenAt { get; private set; }

    /// <summary>Who wrote on it last.</summary>
    public string? WrittenByName { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Writes on it.</summary>
    public void Write(string? body, DateTime? at = null, string? byName = null)
    {
        var text = (body ?? "").ReplaceLineEndings("\n");
        Body = text.Length <= BodyLength ? text : throw new ArgumentException($"A text has at most {BodyLength} characters.", nameof(body));
        (WrittenAt, WrittenByName) = (at ?? WrittenAt, byName ?? WrittenByName);
    }

    /// <summary>Keeps it as it stands as the next version.</summary>
    public TextVersion Keep(ProjectMoment moment, string? stepKey, string? note)
    {
        ArgumentNullException.ThrowIfNull(moment);
        LastNumber++;
        return new TextVersion(moment.Ids.Next(), this, stepKey, note, moment);
    }
}

/// <summary>A version of a project's text; never changed. Approvals name its hash.</summary>
public sealed class TextVersion
{
    /// <summary>Longest note in characters.</summary>
    public const int NoteLength = 300;

    /// <summary>Length of a SHA-256 hash in hex.</summary>
    public const int HashLength = 64;

    private TextVersion()
    {
    }

    internal TextVersion(Guid id, ProjectText text, string? stepKey, string? note, ProjectMoment moment)
    {
        (Id, ProjectId, Number, Body, Hash) = (id, text.ProjectId, text.LastNumber, text.Body, HashOf(text.Body));
        Words = text.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        (StepKey, Note) = (stepKey, Guard.Optional(note, NoteLength, "Note"));
        (At, ById, ByName) = (moment.Now, moment.By.ActorId, moment.By.Name);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose text.</summary>
    public Guid ProjectId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>SHA-256 of the text, in hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Number of words.</summary>
    public int Words { get; private set; }

    /// <summary>The step it was written in.</summary>
    public string? StepKey { get; private set; }

    /// <summary>What is new, in words.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was kept (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>Who kept it, when it was a person with an account.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who kept it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>The hash of a text.</summary>
    public static string HashOf(string body) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}

internal sealed class ProjectTextConfiguration : IEntityTypeConfiguration<ProjectText>
{
    public void Configure(EntityTypeBuilder<ProjectText> builder)
    {
        builder.HasKey(text => text.ProjectId);
        builder.Property(text => text.Body).IsLongText();
        builder.Property(text => text.WrittenByName).HasMaxLength(100);
        builder.HasOne<Project>().WithMany().HasForeignKey(text => text.ProjectId);
    }
}

internal sealed class TextVersionConfiguration : IEntityTypeConfiguration<TextVersion>
{
    public void Configure(EntityTypeBuilder<TextVersion> builder)
    {
        builder.Property(version => version.Body).IsLongText();
        builder.Property(version => version.Hash).HasMaxLength(TextVersion.HashLength);
        builder.Property(version => version.StepKey).HasMaxLength(ProcessStep.KeyLength);
        builder.Property(version => version.Note).HasMaxLength(TextVersion.NoteLength);
        builder.Property(version => version.ByName).HasMaxLength(100);
        builder.HasOne<Project>().WithMany().HasForeignKey(version => version.ProjectId);
        builder.HasIndex(version => new { version.ProjectId, version.Number }).IsUnique();
    }
}
