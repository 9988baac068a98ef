using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.People;

/// <summary>One sign-in of one person; the cookie holds nothing but its key, encrypted.</summary>
public sealed class Session : IPeoplePart
{
    /// <summary>Longest kept network.</summary>
    public const int NetworkLength = 64;

    /// <summary>Longest kept name of a browser.</summary>
    public const int AgentLength = 200;

    /// <summary>Ends a session that was not used for so long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>Ends any session.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromDays(7);

    private Session()
    {
    }

    /// <summary>A session that starts now.</summary>
    public Session(Guid id, Guid userId, string network, string? agent, DateTime now)
    {
        Id = id;
        UserId = userId;
        Network = network;
        Agent = agent is { Length: > AgentLength } ? agent[..AgentLength] : agent;
        StartedAt = now;
        LastSeenAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Where it started.</summary>
    public string Network { get; private set; } = "";

    /// <summary>Browser it started in, as it names itself.</summary>
    public string? Agent { get; private set; }

    /// <summary>When it started (UTC).</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When it was last used (UTC), to a few minutes.</summary>
    public DateTime LastSeenAt { get; private set; }

    /// <summary>When it was ended (UTC): signed out, deactivated, password changed.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Whether it still holds.</summary>
    public bool IsLive(DateTime now) => EndedAt is null && now < LastSeenAt + Idle && now < StartedAt + Absolute;

    /// <summary>Ends it.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(session => session.Network).HasMaxLength(Session.NetworkLength);
        builder.Property(session => session.Agent).HasMaxLength(Session.AgentLength);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
        builder.HasIndex(session => new { session.UserId, session.StartedAt });
        builder.HasIndex(session => session.LastSeenAt);
    }
}
