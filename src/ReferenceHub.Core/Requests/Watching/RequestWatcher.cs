using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Requests;

/// <summary>Somebody who follows a request, and sees it as its requester does.</summary>
public sealed class RequestWatcher
{
    private RequestWatcher()
    {
    }

    /// <summary>Somebody follows a request from now on.</summary>
    public RequestWatcher(Guid requestId, Guid userId, DateTime now)
    {
        RequestId = requestId;
        UserId = userId;
        Since = now;
    }

    /// <summary>Which request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Who.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Since when (UTC).</summary>
    public DateTime Since { get; private set; }
}

internal sealed class RequestWatcherConfiguration : IEntityTypeConfiguration<RequestWatcher>
{
    public void Configure(EntityTypeBuilder<RequestWatcher> builder)
    {
        builder.HasKey(watcher => new { watcher.RequestId, watcher.UserId });
        builder.HasOne<ReferenceRequest>().WithMany(request => request.Watchers).HasForeignKey(watcher => watcher.RequestId);
        builder.HasOne<User>().WithMany().HasForeignKey(watcher => watcher.UserId);
        builder.HasIndex(watcher => watcher.UserId);
    }
}
