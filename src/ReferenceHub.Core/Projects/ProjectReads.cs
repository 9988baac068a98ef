using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Projects;

internal static class ProjectReads
{
    /// <summary>Stages and steps of the version that a project keeps.</summary>
    public static Task<ProcessDefinition> DefinitionAsync(this ReferenceHubDbContext db, Project project, CancellationToken ct) =>
        db.ProcessVersions.AsNoTracking().Where(version => version.Id == project.VersionId).Select(version => version.Definition).SingleAsync(ct);

    /// <summary>Whether a use still waits to take place.</summary>
    public static async Task<bool> IsReservedAsync(this ReferenceHubDbContext db, Guid useId, CancellationToken ct) =>
        await db.LedgerEntries.AsNoTracking().Where(entry => entry.UseId == useId).OrderByDescending(entry => entry.Sequence).Select(entry => entry.State).FirstAsync(ct) is UseState.Pending or UseState.Planned;
}
