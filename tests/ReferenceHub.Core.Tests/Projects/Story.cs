using ReferenceHub.Core.People;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;
using ReferenceHub.Core.References;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Projects;

/// <summary>Projects for tests, without a database.</summary>
internal static class Story
{
    public static readonly DateTime Monday = FakeClock.Start;

    private static readonly BusinessTime Berlin = BusinessCalendar.Standard(Given.Id(), "Europe/Berlin").Time();

    public static ProcessStep Step(string key, int days = 1, StepGate? gate = null, StepWork work = StepWork.Task, params string[] after) =>
        new() { Key = key, Name = key, Stage = "one", Days = days, Gate = gate, Work = work, After = after };

    public static ProjectMoment At(DateTime now) => new(Given.Viewer(), now, Berlin.DateOf(now), Berlin, Ids);

    public static Project Of(params ProcessStep[] steps) => Of(new ProcessDefinition { Stages = [new ProcessStage { Key = "one", Name = "One" }], Steps = steps }, AssetKind.Story);

    public static Project Of(ProcessDefinition definition, AssetKind? makes)
    {
        var moment = At(Monday);
        var process = new ProcessTemplate(Given.Id(), "story", new ProcessFacts { Name = "Story", Kind = makes is null ? ProcessKind.Recruiting : ProcessKind.Production, Makes = makes }, Monday);
        var version = new ProcessVersion(Given.Id(), process.Id, 1, definition, Monday, null, "Test");
        var plan = new ProjectPlan { Title = "A story", CustomerId = Given.Id(), LeadId = Given.Id(), CalendarId = Given.Id(), StartOn = moment.Today };
        var dates = Planner.Forward([.. definition.Steps.Select(PlanStep.Of)], definition.Steps[^1].Key, plan.StartOn, WorkDays.Standard);
        return new Project(moment, 1001, plan, process, version, dates);
    }

    private static Core.Data.IIds Ids { get; } = new Core.Data.TimeOrderedIds(TimeProvider.System);
}
