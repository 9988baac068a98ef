using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.References;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Projects;

/// <summary>Starts projects: by the version of the process in force, with the customer's permission and limits checked.</summary>
public sealed class ProjectStarting(ReferenceHubDbContext db, TimeProvider clock, CalendarQueries calendars, ProjectDoor door, ReservationService reservations, ProjectNotices notices)
{
    /// <summary>The field that a refusal names when an override with sponsor and reason would help.</summary>
    public const string LimitField = "Limit";

    /// <summary>What the project would be, changing nothing.</summary>
    public async Task<ProjectPreview> PreviewAsync(ProjectStartForm form, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        by.MustHave(Right.RunProjects);
        var ground = await GroundAsync(form, ct);
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var (plan, tooShort) = PlanOf(form, ground, today);
        var others = await db.Projects.AsNoTracking()
            .Where(project => project.CustomerId == form.CustomerId && ProjectStates.Open.Contains(project.State) && project.TemplateId == form.TemplateId)
            .OrderBy(project => project.Number).Select(project => new { project.Number, project.Title }).ToListAsync(ct);
        List<string> warnings = [.. others.Select(other => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Project {other.Number} runs already: {other.Title}."))];
        if (tooShort > 0)
        {
            warnings.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The launch date leaves {tooShort} business days too few: to keep it, work had to begin on {plan.Start:d MMM yyyy}."));
        }

        return new ProjectPreview(ground.Version.Number, ground.Version.Definition, plan, tooShort, Refusal(ground, today)?.Refusal, warnings);
    }

    /// <summary>Starts it. Answers its number.</summary>
    public async Task<Outcome<int>> StartAsync(ProjectStartForm form, Viewer by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        by.MustHave(Right.RunProjects);
        return await db.WriteAsync<Outcome<int>>(
            async stop =>
            {
                if (string.IsNullOrWhiteSpace(form.Title) || form.Title.Trim().Length > Project.TitleLength)
                {
                    return Outcome<int>.Refuse($"Say what it is about, in at most {Project.TitleLength} characters.", nameof(form.Title));
                }

                var ground = await GroundAsync(form, stop);
                var lead = form.LeadId ?? by.UserId;
                if (!await db.Users.WhoCanSignIn().AnyAsync(user => user.Id == lead, stop))
                {
                    return Outcome<int>.Refuse("Choose somebody who can sign in.", nameof(form.LeadId));
                }

                var moment = await door.MomentAsync(ground.CalendarId, by, stop);
                if (Refusal(ground, moment.Today) is { } refusal)
                {
                    return Outcome<int>.Refuse(refusal.Refusal!, refusal.Field);
                }

                if (form.StartOn is { } first && (first < moment.Today || !Days.Holds(first)))
                {
                    return Outcome<int>.Refuse("A project starts today or later.", nameof(form.StartOn));
                }

                var (plan, _) = PlanOf(form, ground, moment.Today);
                var project = new Project(
                    moment,
                    await NumberSeries.DrawAsync(db, Project.Series, stop),
                    new ProjectPlan { Title = form.Title, CustomerId = form.CustomerId, LeadId = lead, CalendarId = ground.CalendarId, StartOn = plan.Start < moment.Today ? moment.Today : plan.Start, LaunchOn = form.LaunchOn, OpportunityId = form.OpportunityId },
                    ground.Template, ground.Version, plan);
                db.Projects.Add(project);
                if (await ReserveAsync(project, ground, form, by, stop) is { } limit)
                {
                    return limit;
                }

                var before = ProjectGlance.Of(project);
                await CastAsync(project, ground, form, moment, stop);
                if (form.BeginNow && project.StartOn <= moment.Today)
                {
                    project.Start(moment);
                }

                await notices.TellAsync(before, project, moment, stop);
                await db.SaveChangesAsync(stop);
                return project.Number;
            },
            ct);
    }

    private async Task<Ground> GroundAsync(ProjectStartForm form, CancellationToken ct)
    {
        var template = await db.ProcessTemplates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == form.TemplateId && row.RetiredAt == null && row.Kind != ProcessKind.Request, ct)
            ?? throw new MissingException("process");
        var today = await db.ProgramDayAsync(clock.UtcNow(), ct);
        var version = await db.ProcessVersions.AsNoTracking().Where(row => row.TemplateId == template.Id && row.StartsOn <= today)
            .OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Number).FirstOrDefaultAsync(ct) ?? throw new MissingException("version in force");
        var customer = await db.Customers.Present().Include(row => row.Permissions).SingleOrDefaultAsync(row => row.Id == form.CustomerId, ct) ?? throw new MissingException("customer");
        var book = await calendars.BookAsync(ct);
        return new Ground(template, version, customer, book.DefaultId, book.DaysOf(book.DefaultId));
    }

    // Denied is a no for good; unknown is what the gate of consent is there for.
    private static Outcome? Refusal(Ground ground, DateOnly today)
    {
        if (ground.Customer.Status == ReferenceStatus.DoNotUse)
        {
            return Outcome.Refuse("This customer must not be used.", nameof(ProjectStartForm.CustomerId));
        }

        if (ground.Template.Makes is not { } makes)
        {
            return null;
        }

        var scope = AssetConsent.ScopeOf(makes);
        return ground.Customer.Permissions.Find(permission => permission.Scope == scope)?.StatusOn(today) == PermissionStatus.Denied
            ? Outcome.Refuse($"The customer has refused: {scope.InWords()}. Only they can change that.", nameof(ProjectStartForm.CustomerId))
            : null;
    }

    private static (StepPlan Plan, int DaysShort) PlanOf(ProjectStartForm form, Ground ground, DateOnly today)
    {
        var steps = ground.Version.Definition.Steps.Select(PlanStep.Of).ToList();
        var end = ground.Version.Definition.PromiseTo ?? ground.Version.Definition.Counted()[^1].Key;
        if (form.LaunchOn is not { } launch)
        {
            return (Planner.Forward(steps, end, form.StartOn ?? today, ground.Days), 0);
        }

        var plan = Planner.Backward(steps, end, launch, ground.Days);
        var soonest = ground.Days.OnOrAfter(form.StartOn ?? today);
        return (plan, plan.Start >= soonest ? 0 : ground.Days.Between(plan.Start, soonest));
    }

    // What the project takes from the customer counts on the day of the interview, the first that takes their time.
    private async Task<Outcome<int>?> ReserveAsync(Project project, Ground ground, ProjectStartForm form, Viewer by, CancellationToken ct)
    {
        if (ground.Template.ActivityKey is not { } activity)
        {
            return null;
        }

        var on = project.Steps.Where(step => step.Work == StepWork.Interview).Min(step => step.PlannedOn) ?? project.StartOn;
        var reserved = await reservations.ReserveAsync(new ReserveUse(project.CustomerId, form.ContactId, activity, on, UseSource.Project, project.Id, form.Override), by, ct);
        if (reserved.Refusal is { } no)
        {
            return Outcome<int>.Refuse(no.Sentence, no.CanOverride ? LimitField : null);
        }

        project.UseId = reserved.UseId;
        return null;
    }

    private async Task CastAsync(Project project, Ground ground, ProjectStartForm form, ProjectMoment moment, CancellationToken ct)
    {
        var cast = new Dictionary<StepRole, Holder>(form.Cast) { [StepRole.Lead] = Holder.User(project.LeadId) };
        if (ground.Customer.OwnerId is { } owner)
        {
            cast[StepRole.Owner] = Holder.User(owner);
        }

        if (!cast.ContainsKey(StepRole.Customer) && form.ContactId is { } contact)
        {
            cast[StepRole.Customer] = new Holder(HolderKind.Contact, contact);
        }

        foreach (var (role, holder) in cast.Where(pair => project.Steps.Any(step => step.Role == pair.Key)))
        {
            project.Engage(moment, role, holder, await db.HolderNameAsync(holder, project.CustomerId, ct));
        }
    }

    private sealed record Ground(ProcessTemplate Template, ProcessVersion Version, Customer Customer, Guid CalendarId, WorkDays Days);
}
