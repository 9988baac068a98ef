using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Usage;

/// <summary>The one row whose version says which policies were in force; every change of a policy raises it.</summary>
public sealed class PolicySet : IVersioned, ISettingsPart
{
    /// <summary>The key of the only row.</summary>
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000002");

    private PolicySet()
    {
    }

    /// <summary>The first set.</summary>
    public PolicySet(DateTime now)
    {
        Id = OnlyId;
        ChangedAt = now;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number of changes.</summary>
    public int Changes { get; private set; }

    /// <summary>When a policy was changed last (UTC).</summary>
    public DateTime ChangedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Notes that a policy changed.</summary>
    public void Touch(DateTime now)
    {
        Changes++;
        ChangedAt = now;
    }
}
