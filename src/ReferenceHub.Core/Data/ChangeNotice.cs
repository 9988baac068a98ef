using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferenceHub.Core.Data;

/// <summary>What kind of cached knowledge a change touches.</summary>
public enum Topic
{
    /// <summary>A customer's facts used for matching; the subject is the customer.</summary>
    Catalog,

    /// <summary>A customer's ledger, signals or limits; the subject is the customer.</summary>
    Usage,

    /// <summary>A person, their roles or sessions; the subject is the person.</summary>
    People,

    /// <summary>Settings, policies, calendars, taxonomies: whatever is cached whole.</summary>
    Settings,

    /// <summary>What the queue shows of a request or of its deal; the subject is the request or the deal.</summary>
    Requests,
}

/// <summary>One line of the change feed by which nodes keep their caches true. The subject is <see cref="Guid.Empty"/> for "everything".</summary>
public sealed class ChangeNotice
{
    private ChangeNotice()
    {
    }

    /// <summary>A notice about one subject.</summary>
    public ChangeNotice(Guid id, DateTime at, Topic topic, Guid subjectId)
    {
        Id = id;
        At = at;
        Topic = topic;
        SubjectId = subjectId;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>When the writing node saved it (UTC).</summary>
    public DateTime At { get; private set; }

    /// <summary>What it touches.</summary>
    public Topic Topic { get; private set; }

    /// <summary>Whom it touches.</summary>
    public Guid SubjectId { get; private set; }
}

internal sealed class ChangeNoticeConfiguration : IEntityTypeConfiguration<ChangeNotice>
{
    public void Configure(EntityTypeBuilder<ChangeNotice> builder) => builder.HasIndex(notice => notice.At);
}

/// <summary>An entity that matching knows of: saving it tells every node's catalog.</summary>
public interface ICatalogPart
{
    /// <summary>The customer whose catalog entry changes.</summary>
    Guid CustomerId { get; }
}

/// <summary>An entity that availability is derived from: saving it tells every node's usage overlay.</summary>
public interface IUsagePart
{
    /// <summary>The customer whose availability changes.</summary>
    Guid CustomerId { get; }
}

/// <summary>A person, or what hangs on one: saving it tells every node's people cache.</summary>
public interface IPeoplePart
{
    /// <summary>The person concerned.</summary>
    Guid UserId { get; }
}

/// <summary>A request or a deal: saving it tells every node's open requests.</summary>
public interface IQueuePart
{
    /// <summary>Key.</summary>
    Guid Id { get; }
}

/// <summary>A setting that nodes cache whole.</summary>
public interface ISettingsPart;
