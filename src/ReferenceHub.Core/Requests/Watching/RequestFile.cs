using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Requests;

/// <summary>A file added to a request, with the line of the timeline that it came with.</summary>
public sealed class RequestFile
{
    private RequestFile()
    {
    }

    /// <summary>An attachment on a request.</summary>
    public RequestFile(Guid requestId, Guid attachmentId, Guid? eventId)
    {
        RequestId = requestId;
        AttachmentId = attachmentId;
        EventId = eventId;
    }

    /// <summary>Which request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The file.</summary>
    public Guid AttachmentId { get; private set; }

    /// <summary>The file.</summary>
    public Attachment? Attachment { get; private set; }

    /// <summary>The line of the timeline.</summary>
    public Guid? EventId { get; private set; }
}

internal sealed class RequestFileConfiguration : IEntityTypeConfiguration<RequestFile>
{
    public void Configure(EntityTypeBuilder<RequestFile> builder)
    {
        builder.HasKey(file => new { file.RequestId, file.AttachmentId });
        builder.HasOne<ReferenceRequest>().WithMany().HasForeignKey(file => file.RequestId);
        builder.HasOne(file => file.Attachment).WithMany().HasForeignKey(file => file.AttachmentId);
    }
}
