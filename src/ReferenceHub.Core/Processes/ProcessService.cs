using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.History;
using ReferenceHub.Core.People;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Processes;

/// <summary>A version of a process by number.</summary>
public sealed record VersionPlace(Guid ProcessId, int Number);

/// <summary>Makes processes, says what they are for, takes them from files, retires them.</summary>
public sealed class ProcessService(ReferenceHubDbContext db, TimeProvider clock, IIds ids, HistoryLog history)
{
    /// <summary>Most processes of a program.</summary>
    public const int MostProcesses = 200;

    private const string What = "process";

    /// <summary>A process with an empty draft.</summary>
    public Task<Outcome<VersionPlace>> CreateAsync(ProcessFacts facts, Viewer by, CancellationToken ct) => WriteAsync(by, async token =>
    {
        var (template, refusal) = await AddAsync(null, facts, token);
        if (template is null)
        {
            return refusal!;
        }

        history.Record(by, SubjectKind.Process, template.Id, "created-process", $"Made the process {template.Name}");
        return Draft(template, 1, ProcessDefinition.Empty, by);
    }, ct);

    /// <summary>A process of its own with the steps of another one as its draft. It goes with no kind of request yet.</summary>
    public Task<Outcome<VersionPlace>> DuplicateAsync(Guid id, int number, string? name, Viewer by, CancellationToken ct) => WriteAsync(by, async token =>
    {
        var from = await db.ProcessVersions.AsNoTracking().Include(version => version.Template).SingleOrDefaultAsync(version => version.TemplateId == id && version.Number == number, token)
            ?? throw new MissingException(What);
        var like = from.Template!.Facts;
        var (template, refusal) = await AddAsync(null, like with { Name = name!, ActivityKey = like.Kind == ProcessKind.Request ? null : like.ActivityKey }, token);
        if (template is null)
        {
            return refusal!;
        }

        history.Record(by, SubjectKind.Process, template.Id, "duplicated-process", string.Create(CultureInfo.InvariantCulture, $"Made {template.Name} from version {number} of {like.Name}"));
        return Draft(template, 1, from.Definition, by);
    }, ct);

    /// <summary>Takes a process from a file: a new process, or a draft of the one with that key. What the process is for stays as it is here. Named holders of steps stay too.</summary>
    public Task<Outcome<VersionPlace>> ImportAsync(ProcessFile file, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return WriteAsync(by, async token =>
        {
            if (await db.ProcessTemplates.SingleOrDefaultAsync(process => process.Key == file.Key, token) is { } known)
            {
                var versions = await db.ProcessVersions.Where(version => version.TemplateId == known.Id).ToListAsync(token);
                if (versions.Count(version => version.IsDraft) >= ProcessDrafts.MostDrafts)
                {
                    return Outcome<VersionPlace>.Refuse($"{known.Name} has {ProcessDrafts.MostDrafts} drafts already. Delete one first.");
                }

                if (known.Kind != file.Facts.Kind)
                {
                    return Outcome<VersionPlace>.Refuse($"The file is of another kind than {known.Name}: it says {ProcessNames.Of(file.Facts.Kind)}, the process here is {ProcessNames.Of(known.Kind)}. Give the process in the file another key.");
                }

                var holders = versions.InForceOn(await db.ProgramDayAsync(clock.UtcNow(), token))?.Definition;
                var number = versions.Select(version => version.Number).DefaultIfEmpty().Max() + 1;
                history.Record(by, SubjectKind.Process, known.Id, "imported-process", string.Create(CultureInfo.InvariantCulture, $"Took version {number} from a file"));
                return Draft(known, number, Held(file.Definition, holders), by);
            }

            var (template, refusal) = await AddAsync(file.Key, file.Facts, token);
            if (template is null)
            {
                return refusal!;
            }

            history.Record(by, SubjectKind.Process, template.Id, "imported-process", $"Took {template.Name} from a file");
            return Draft(template, 1, file.Definition, by);
        }, ct);
    }

    /// <summary>Says what it is for. Its kind stays.</summary>
    public Task<Outcome> DescribeAsync(Guid id, ProcessFacts facts, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, version, by, async (process, token) =>
    {
        var wanted = facts with { Kind = process.Kind, Makes = process.Kind == ProcessKind.Production ? facts.Makes ?? process.Makes : null };
        if (await WhyNotAsync(wanted, process, token) is { } refusal)
        {
            return refusal;
        }

        var before = process.Facts;
        process.Describe(wanted);
        var changes = Changes(before, process.Facts);
        if (changes.Count > 0)
        {
            history.Record(by, SubjectKind.Process, id, "described-process", $"Changed what {process.Name} is for", changes);
        }

        return Outcome.Done;
    }, ct);

    /// <summary>Nothing is started by it from now on; what runs goes on.</summary>
    public Task<Outcome> RetireAsync(Guid id, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, version, by, (process, _) =>
    {
        process.Retire(clock.UtcNow());
        history.Record(by, SubjectKind.Process, id, "retired-process", $"Retired {process.Name}");
        return Task.FromResult(Outcome.Done);
    }, ct);

    /// <summary>It is in use again.</summary>
    public Task<Outcome> ReturnAsync(Guid id, int version, Viewer by, CancellationToken ct) => ChangeAsync(id, version, by, async (process, token) =>
    {
        if (await TakenAsync(process.Facts, process, token) is { } refusal)
        {
            return refusal;
        }

        process.Return();
        history.Record(by, SubjectKind.Process, id, "returned-process", $"Took {process.Name} into use again");
        return Outcome.Done;
    }, ct);

    private static List<FieldChange> Changes(ProcessFacts before, ProcessFacts after) =>
    [
        .. new FieldChange[]
        {
            new("Name", before.Name, after.Name),
            new("Makes", before.Makes?.ToString(), after.Makes?.ToString()),
            new("Activity types", before.ActivityKey, after.ActivityKey),
            new("Summary", before.Summary, after.Summary),
        }.Where(field => field.Before != field.After),
    ];

    private static ProcessDefinition Held(ProcessDefinition definition, ProcessDefinition? before) =>
        definition with { Steps = [.. definition.Steps.Select(step => step with { HolderId = before?.Find(step.Key)?.HolderId })] };

    private VersionPlace Draft(ProcessTemplate template, int number, ProcessDefinition definition, Viewer by)
    {
        db.ProcessVersions.Add(new ProcessVersion(ids.Next(), template.Id, number, definition, clock.UtcNow(), by.ActorId, by.Name));
        return new VersionPlace(template.Id, number);
    }

    private async Task<(ProcessTemplate? Made, Outcome<VersionPlace>? Refusal)> AddAsync(string? key, ProcessFacts facts, CancellationToken ct)
    {
        var taken = await db.ProcessTemplates.Select(process => process.Key).ToListAsync(ct);
        if (taken.Count >= MostProcesses)
        {
            return (null, Outcome<VersionPlace>.Refuse($"A program has at most {MostProcesses} processes."));
        }

        if (key is not null && !ProcessKey.Is(key, ProcessTemplate.KeyLength))
        {
            return (null, Outcome<VersionPlace>.Refuse($"“{Guard.Cut(key, 60)}” is no key of a process: small letters, digits and hyphens, at most {ProcessTemplate.KeyLength}."));
        }

        if (await WhyNotAsync(facts, null, ct) is { } refusal)
        {
            return (null, Outcome<VersionPlace>.Refuse(refusal.Refusal!, refusal.Field));
        }

        var template = new ProcessTemplate(ids.Next(), key ?? ProcessKey.Of(facts.Name, ProcessTemplate.KeyLength, taken), facts, clock.UtcNow());
        db.ProcessTemplates.Add(template);
        return (template, null);
    }

    private async Task<Outcome?> WhyNotAsync(ProcessFacts facts, ProcessTemplate? self, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(facts.Name) || facts.Name.Trim().Length > ProcessTemplate.NameLength)
        {
            return Outcome.Refuse($"Give it a name of at most {ProcessTemplate.NameLength} characters.", nameof(facts.Name));
        }

        if (facts.Summary?.Trim().Length > ProcessTemplate.SummaryLength)
        {
            return Outcome.Refuse($"At most {ProcessTemplate.SummaryLength} characters.", nameof(facts.Summary));
        }

        if ((facts.Kind == ProcessKind.Production) != facts.Makes.HasValue)
        {
            return Outcome.Refuse(facts.Makes is null ? "Say what it makes." : "Only a production makes content.", nameof(facts.Makes));
        }

        var name = TextKey.Of(facts.Name.Trim(), ProcessTemplate.NameLength * 2);
        var own = self?.Id ?? Guid.Empty;
        if (await db.ProcessTemplates.AnyAsync(process => process.NameKey == name && process.Id != own, ct))
        {
            return Outcome.Refuse("There is a process of this name already.", nameof(facts.Name));
        }

        var keys = await db.ActivityTypes.Select(type => type.Key).ToListAsync(ct);
        if (facts.Activities.FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
        {
            return Outcome.Refuse($"There is no activity type “{Guard.Cut(unknown, 60)}”.", nameof(facts.ActivityKey));
        }

        if (facts.Kind != ProcessKind.Request && facts.Activities.Count > 1)
        {
            return Outcome.Refuse("Choose one activity type: what one run takes from the customer's limits.", nameof(facts.ActivityKey));
        }

        return await TakenAsync(facts, self, ct);
    }

    // A kind of request has one process, else nobody could say which times hold.
    private async Task<Outcome?> TakenAsync(ProcessFacts facts, ProcessTemplate? self, CancellationToken ct)
    {
        if (facts.Kind != ProcessKind.Request)
        {
            return null;
        }

        var others = await db.ProcessTemplates.AsNoTracking().Where(process => process.Kind == ProcessKind.Request && process.RetiredAt == null).ToListAsync(ct);
        var twice = others.FirstOrDefault(other => other.Id != self?.Id && other.Facts.Activities.Intersect(facts.Activities).Any());
        return twice is null ? null : Outcome.Refuse($"{twice.Name} goes with these requests already. Retire it, or take the activity type out there first.", nameof(facts.ActivityKey));
    }

    private Task<Outcome<VersionPlace>> WriteAsync(Viewer by, Func<CancellationToken, Task<Outcome<VersionPlace>>> deed, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return db.WriteAsync(
            async token =>
            {
                var made = await deed(token);
                if (made.IsDone)
                {
                    await db.SaveChangesAsync(token);
                }

                return made;
            },
            ct);
    }

    private Task<Outcome> ChangeAsync(Guid id, int version, Viewer by, Func<ProcessTemplate, CancellationToken, Task<Outcome>> deed, CancellationToken ct)
    {
        by.MustHave(Right.ManageProcesses);
        return db.WriteAsync(
            async token =>
            {
                var process = await db.ProcessTemplates.SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new MissingException(What);
                if (process.Version != version)
                {
                    throw new StaleVersionException(What);
                }

                var outcome = await deed(process, token);
                if (outcome.IsDone)
                {
                    await db.SaveChangesAsync(token);
                }

                return outcome;
            },
            ct);
    }
}
