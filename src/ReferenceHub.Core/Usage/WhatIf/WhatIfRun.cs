using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>How far a replay is.</summary>
public enum WhatIfState
{
    /// <summary>Going through the period.</summary>
    Running,

    /// <summary>Its figures are there.</summary>
    Done,

    /// <summary>It ended without figures.</summary>
    Failed,
}

/// <summary>One replay of a past period with the policies of a draft, beside those in force when it ran.</summary>
public sealed class WhatIfRun : IVersioned
{
    /// <summary>How often a replay is taken up before it is given up.</summary>
    public const int MostTakes = 3;

    /// <summary>Silence after which the node that runs it counts as gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private WhatIfRun()
    {
    }

    /// <summary>A replay that begins (UTC).</summary>
    public WhatIfRun(Guid id, Guid editionId, DateOnly from, DateOnly to, DateTime now, Guid? byId, string byName)
    {
        (Id, EditionId, From, To, StartedAt, ById, ByName) = (id, editionId, Guard.Day(from), Guard.Day(to), now, byId, byName);
        (BeatAt, Takes) = (now, 1);
        if (to < from)
        {
            throw new ArgumentException("The last day comes before the first.", nameof(to));
        }
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The draft tried.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>First day of the period.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of the period.</summary>
    public DateOnly To { get; private set; }

    /// <summary>When it was started (UTC).</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Who started it, when it was a person.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who started it, as named then.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public WhatIfState State { get; private set; }

    /// <summary>When the node that runs it gave its last sign of life (UTC).</summary>
    public DateTime BeatAt { get; private set; }

    /// <summary>How often a node has taken it up.</summary>
    public int Takes { get; private set; }

    /// <summary>Per cent done at the last sign of life; 0 while it waits for its turn.</summary>
    public int Percent { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>What the policies in force would have done.</summary>
    public ReplayFigures Today { get; private set; } = new();

    /// <summary>What the draft would have done.</summary>
    public ReplayFigures Draft { get; private set; } = new();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>A node takes it up whose predecessor is gone; false when that was tried often enough and it is given up.</summary>
    public bool TakeUp(DateTime now)
    {
        if (Takes >= MostTakes)
        {
            Fail(now);
            return false;
        }

        (Takes, BeatAt, Percent) = (Takes + 1, now, 0);
        return true;
    }

    /// <summary>Its figures are there.</summary>
    public void End(ReplayFigures today, ReplayFigures draft, DateTime now) => (State, Today, Draft, EndedAt) = (WhatIfState.Done, today, draft, now);

    /// <summary>It could not be carried through.</summary>
    public void Fail(DateTime now) => (State, EndedAt) = (WhatIfState.Failed, now);
}

internal sealed class WhatIfRunConfiguration : IEntityTypeConfiguration<WhatIfRun>
{
    public void Configure(EntityTypeBuilder<WhatIfRun> builder)
    {
        builder.Property(run => run.ByName).HasMaxLength(100);
        builder.Property(run => run.Today).HasJsonText();
        builder.Property(run => run.Draft).HasJsonText();
        builder.HasOne<PolicyEdition>().WithMany().HasForeignKey(run => run.EditionId);
        builder.HasIndex(run => new { run.EditionId, run.StartedAt });
    }
}
