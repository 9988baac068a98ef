namespace ReferenceHub.Core.Usage;

/// <summary>The versions of the policies as they stand on a day of the program: the one place that says which is in force.</summary>
public sealed class EditionCalendar
{
    private readonly List<PolicyEdition> started;

    /// <summary>All versions on a day.</summary>
    public EditionCalendar(IEnumerable<PolicyEdition> editions, DateOnly today)
    {
        (All, Today) = ([.. editions.OrderByDescending(edition => edition.Number)], today);
        started = [.. All.Where(edition => edition.HasStarted(today)).OrderByDescending(edition => edition.StartsOn).ThenByDescending(edition => edition.Number)];
    }

    /// <summary>Every version, the newest first.</summary>
    public IReadOnlyList<PolicyEdition> All { get; }

    /// <summary>Today of the program.</summary>
    public DateOnly Today { get; }

    /// <summary>The one in force: of those that have started the latest; null before there is any.</summary>
    public PolicyEdition? InForce => started.FirstOrDefault();

    /// <summary>Those that start later, the next first.</summary>
    public IEnumerable<PolicyEdition> Planned => All.Where(edition => StateOf(edition) == EditionState.Planned).OrderBy(edition => edition.StartsOn);

    /// <summary>Drafts, the newest first.</summary>
    public IEnumerable<PolicyEdition> Drafts => All.Where(edition => edition.IsDraft);

    /// <summary>Those that were in force before, the latest first.</summary>
    public IEnumerable<PolicyEdition> Past => started.Skip(1);

    /// <summary>How one stands.</summary>
    public EditionState StateOf(PolicyEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.IsDraft ? EditionState.Draft
            : !edition.HasStarted(Today) ? EditionState.Planned
            : edition.Id == InForce?.Id ? EditionState.InForce
            : EditionState.Past;
    }

    /// <summary>The last day on which one of the past was in force; before its first when another took its place the same day.</summary>
    public DateOnly LastDayOf(PolicyEdition edition) => started[started.FindIndex(row => row.Id == edition.Id) - 1].StartsOn!.Value.AddDays(-1);
}
