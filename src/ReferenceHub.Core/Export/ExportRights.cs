using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;

namespace ReferenceHub.Core.Export;

/// <summary>What of a list somebody may take along: all of it, so many rows, or none; rows of a short export say no more than the page.</summary>
public readonly record struct ExportReach(int? Most, bool InFull)
{
    /// <summary>Nothing.</summary>
    public static ExportReach None { get; } = new(0, false);

    /// <summary>Every row with every column.</summary>
    public static ExportReach Whole { get; } = new(null, true);

    /// <summary>Whether there is anything to export.</summary>
    public bool Any => Most is null or > 0;
}

/// <summary>Who exports what: the one place that says so, for menus and services alike.</summary>
public sealed class ExportRights(OrganisationCache organisation)
{
    /// <summary>Of references: all for marketing and the program; one's own customers for their owner; a few as listed for a rep.</summary>
    public async Task<ExportReach> OfReferencesAsync(bool ownOnly, Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.ExportAll) || ownOnly ? ExportReach.Whole
            : viewer.Can(Right.AskForReference) && (await organisation.GetAsync(ct)).RepExportMost is { } most ? new ExportReach(most, false)
            : ExportReach.None;
    }

    /// <summary>Of contacts, product uses, permissions and past uses: marketing and the program, and owners of their own.</summary>
    public static ExportReach OfParts(bool ownOnly, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.ExportAll) || ownOnly ? ExportReach.Whole : ExportReach.None;
    }

    /// <summary>Of one's own requests: reps, unless the administrator said no, marketing and the program.</summary>
    public async Task<ExportReach> OfOwnRequestsAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.ExportAll) || (viewer.Can(Right.AskForReference) && (await organisation.GetAsync(ct)).RepExportMost is not null) ? ExportReach.Whole : ExportReach.None;
    }

    /// <summary>Of records to confirm: owners their own, marketing and the program all, as the list has them.</summary>
    public static ExportReach OfVerification(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.ExportAll) || viewer.Can(Right.AskForReference) ? ExportReach.Whole : ExportReach.None;
    }

    /// <summary>Of everything else: marketing and the program.</summary>
    public static ExportReach OfOthers(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Can(Right.ExportAll) ? ExportReach.Whole : ExportReach.None;
    }

    internal static void Must(ExportReach reach)
    {
        if (!reach.Any)
        {
            throw new ForbiddenException("Your role exports no such list. The program manager or marketing can.");
        }
    }
}
