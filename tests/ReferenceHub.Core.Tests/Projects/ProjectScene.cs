using Microsoft.EntityFrameworkCore;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;
using ReferenceHub.Testing.Databases;

namespace ReferenceHub.Core.Tests.Projects;

/// <summary>A customer, the people of a story and a short process: owner's gate, consent, interview, draft, legal and customer approval, publish, thanks.</summary>
internal sealed class ProjectScene
{
    private readonly TestDatabase database;

    private ProjectScene(TestDatabase database) => this.database = database;

    public Viewer Lead { get; } = Given.Viewer(Roles.Marketing, "Mira Kern");

    public Viewer Owner { get; } = Given.Viewer(Roles.Rep, "Jonas Frei");

    public Viewer Writer { get; } = Given.Viewer(Roles.None, "Lea Marin");

    public Viewer Stranger { get; } = Given.Viewer(Roles.Rep, "Somebody Else");

    public Customer Customer { get; private set; } = null!;

    public Guid TemplateId { get; private set; }

    public int Number { get; private set; }

    public static async Task<ProjectScene> MakeAsync(TestDatabase database)
    {
        var scene = new ProjectScene(database);
        await database.Add(new[] { scene.Lead, scene.Owner, scene.Writer, scene.Stranger }.Select(viewer => Person(viewer)));
        scene.Customer = Given.Customer("Alpenbank", scene.Owner.UserId);
        await database.Add(scene.Customer);
        var template = new ProcessTemplate(Given.Id(), "short-story", new ProcessFacts { Name = "Short story", Kind = ProcessKind.Production, Makes = AssetKind.Story, ActivityKey = "story" }, FakeClock.Start);
        var version = new ProcessVersion(Given.Id(), template.Id, 1, Definition, FakeClock.Start, null, "Test");
        version.StartOn(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23));
        await database.Add(template, version);
        scene.TemplateId = template.Id;
        return scene;
    }

    public ProjectStartForm Form => new()
    {
        TemplateId = TemplateId,
        CustomerId = Customer.Id,
        Title = "Loan decisions in 8 minutes",
        ContactId = Customer.Contacts[0].Id,
        Cast = new Dictionary<StepRole, Holder> { [StepRole.Writer] = Holder.User(Writer.UserId) },
    };

    public async Task<ProjectScene> StartAsync()
    {
        var started = await database.Ask<ProjectStarting, Outcome<int>>(service => service.StartAsync(Form, Lead, default));
        started.Refusal.ShouldBeNull();
        Number = started.Value;
        return this;
    }

    public Task<Project> ProjectAsync() => database.Read(db => db.Projects.AsNoTracking().Include(row => row.Steps).Include(row => row.Cast).SingleAsync(row => row.Number == Number));

    public async Task<Outcome> FinishAsync(string key, Viewer? by = null)
    {
        var version = (await ProjectAsync()).Version;
        return await database.Ask<ProjectSteps, Outcome>(steps => steps.FinishAsync(Number, key, null, version, by ?? Lead, null, default));
    }

    public async Task MustFinishAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            (await FinishAsync(key)).Refusal.ShouldBeNull(key);
        }
    }

    /// <summary>Writes the text and keeps it as the next version.</summary>
    public async Task KeepAsync(string body, string step = "draft")
    {
        (await database.Ask<ProjectTexts, Outcome>(async texts => await texts.WriteAsync(Number, step, body, await TextVersionAsync(), Writer, default))).Refusal.ShouldBeNull();
        (await database.Ask<ProjectTexts, Outcome>(async texts => await texts.KeepAsync(Number, step, null, await TextVersionAsync(), Writer, default))).Refusal.ShouldBeNull();
    }

    public async Task<Outcome> JudgeAsync(string key, Verdict verdict, string? note = null, int? number = null)
    {
        var last = await database.Read(db => db.TextVersions.AsNoTracking().OrderByDescending(version => version.Number).FirstAsync(version => number == null || version.Number == number));
        var version = (await ProjectAsync()).Version;
        return await database.Ask<ProjectTexts, Outcome>(texts => texts.JudgeAsync(Number, key, new TextJudgement(last.Number, last.Hash, verdict, note), version, Lead, default));
    }

    public async Task<Outcome> PublishAsync()
    {
        var version = (await ProjectAsync()).Version;
        return await database.Ask<ProjectPublishing, Outcome>(publishing => publishing.PublishAsync(Number, "publish", new PublishForm { Title = "Loan decisions in 8 minutes" }, version, Lead, default));
    }

    public Task PermitAsync(PermissionStatus status, DateOnly? until = null) => database.Change(async db =>
    {
        var permission = await db.Permissions.SingleAsync(row => row.CustomerId == Customer.Id && row.Scope == PermissionScope.Story);
        permission.Record(status, until, "Said so", FakeClock.Start);
    });

    private Task<int> TextVersionAsync() => database.Read(db => db.ProjectTexts.Select(text => text.Version).FirstOrDefaultAsync());

    private static ProcessDefinition Definition { get; } = new()
    {
        Stages = [new ProcessStage { Key = "recruit", Name = "Recruit" }, new ProcessStage { Key = "write", Name = "Write" }, new ProcessStage { Key = "publish", Name = "Publish" }, new ProcessStage { Key = "after", Name = "After publishing", After = true }],
        Steps =
        [
            new ProcessStep { Key = "owner", Name = "Owner approval", Stage = "recruit", Role = StepRole.Owner, Gate = StepGate.Owner, Days = 2 },
            new ProcessStep { Key = "consent", Name = "Consent and release", Stage = "recruit", Work = StepWork.Consent, Gate = StepGate.Consent, Days = 5, After = ["owner"] },
            new ProcessStep { Key = "interview", Name = "Interview", Stage = "write", Work = StepWork.Interview, Role = StepRole.Writer, Days = 2, After = ["consent"] },
            new ProcessStep { Key = "draft", Name = "Draft", Stage = "write", Work = StepWork.Draft, Role = StepRole.Writer, Days = 3, After = ["interview"] },
            new ProcessStep { Key = "legal", Name = "Legal review", Stage = "write", Work = StepWork.Approval, Gate = StepGate.Legal, Days = 2, After = ["draft"] },
            new ProcessStep { Key = "customer", Name = "Customer approval", Stage = "write", Work = StepWork.Approval, Role = StepRole.Customer, Gate = StepGate.Customer, Days = 3, After = ["legal"] },
            new ProcessStep { Key = "publish", Name = "Publish", Stage = "publish", Work = StepWork.Publish, Days = 1, After = ["customer"] },
            new ProcessStep { Key = "thanks", Name = "Thanks", Stage = "after", Role = StepRole.Owner, Days = 5, After = ["publish"] },
        ],
        PromiseFrom = "consent",
        PromiseTo = "publish",
    };

    private static User Person(Viewer viewer)
    {
        var user = new User(viewer.UserId, viewer.Name, $"{viewer.UserId:N}@people.example", viewer.Roles, FakeClock.Start);
        user.PasswordHash = "x";
        return user;
    }
}
