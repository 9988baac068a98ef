using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Administration;

/// <summary>A step of getting started.</summary>
public enum FirstStep
{
    /// <summary>Name, zone and currency are ours.</summary>
    Organisation,

    /// <summary>Somebody runs the program.</summary>
    People,

    /// <summary>There are customers.</summary>
    Import,

    /// <summary>Somebody chose which types may be asked for.</summary>
    Types,

    /// <summary>There are limits in force.</summary>
    Limits,

    /// <summary>The first request was sent.</summary>
    FirstRequest,
}

/// <summary>One line of the checklist.</summary>
public sealed record ChecklistLine(FirstStep Step, bool Done);

/// <summary>What is left to do before the program runs; each line is read from the data.</summary>
public sealed class FirstRunChecklist(ReferenceHubDbContext db)
{
    /// <summary>All steps in their order.</summary>
    public async Task<IReadOnlyList<ChecklistLine>> ReadAsync(CancellationToken ct)
    {
        var edited = await SettingsVerbsAsync(ct);
        var roles = await db.Users.AsNoTracking().Where(user => user.DeactivatedAt == null).Select(user => user.Roles).ToListAsync(ct);
        var requested = await db.Requests.AnyAsync(request => request.State != RequestState.Draft, ct);
        return
        [
            new(FirstStep.Organisation, requested || edited.Contains("edited")),
            new(FirstStep.People, roles.Exists(each => each.HasFlag(Roles.ProgramManager)) && roles.Exists(each => each.HasFlag(Roles.Rep))),
            new(FirstStep.Import, await db.Customers.Present().AnyAsync(ct)),
            new(FirstStep.Types, requested || edited.Contains("type-on") || edited.Contains("type-off") || edited.Contains("types-kept")),
            new(FirstStep.Limits, await db.UsagePolicies.AnyAsync(ct)),
            new(FirstStep.FirstRequest, requested),
        ];
    }

    private Task<List<string>> SettingsVerbsAsync(CancellationToken ct) => db.HistoryEvents.AsNoTracking()
        .Where(line => line.Subject == SubjectKind.Settings && line.SubjectId == Organisation.OnlyId)
        .Select(line => line.Verb).Distinct().ToListAsync(ct);
}
