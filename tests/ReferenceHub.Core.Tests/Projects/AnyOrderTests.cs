using FsCheck;
using FsCheck.Fluent;
using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Projects;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests.Projects;

/// <summary>Whatever people do in whatever order, nobody gets past a gate or ahead of what comes before.</summary>
public sealed class AnyOrderTests
{
    [Fact]
    public void Any_order_of_verbs_keeps_dependencies_and_gates() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        seed =>
        {
            var dice = new Random(seed);
            var project = Start(dice);
            var now = Story.Monday;
            for (var turn = 0; turn < 80; turn++)
            {
                now = now.AddHours(dice.Next(1, 30));
                Try(project, dice, now);
                WhatIsWrong(project).ShouldBeNull();
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Skipping_what_stands_between_opens_no_way_around_a_gate()
    {
        var project = Story.Of(Story.Step("gate", gate: StepGate.Customer), Story.Step("between", after: "gate"), Story.Step("behind", after: "between"));
        project.Start(Story.At(Story.Monday));

        project.Skip(Story.At(Story.Monday), "between", "Not needed");
        project.Step("behind").State.ShouldBe(StepState.Waiting);
        Should.Throw<IllegalMoveException>(() => project.Skip(Story.At(Story.Monday), "gate", "In a hurry")).Message.ShouldContain("is a gate");
        Should.Throw<IllegalMoveException>(() => project.Finish(Story.At(Story.Monday), "behind")).Message.ShouldContain("waits for what comes before it");

        project.Finish(Story.At(Story.Monday), "gate");
        project.Step("behind").State.ShouldBe(StepState.Ready);
    }

    [Fact]
    public void Work_that_is_sent_back_takes_every_yes_to_the_old_work_with_it()
    {
        var project = Story.Of(
            Story.Step("draft", work: StepWork.Draft), Story.Step("legal", gate: StepGate.Legal, after: "draft"), Story.Step("customer", gate: StepGate.Customer, after: "legal"));
        project.Start(Story.At(Story.Monday));
        project.Finish(Story.At(Story.Monday), "draft");
        project.Finish(Story.At(Story.Monday), "legal");

        project.SendBack(Story.At(Story.Monday.AddHours(2)), "customer", "draft", "The figure is wrong");

        project.Step("draft").State.ShouldBe(StepState.SentBack);
        project.Step("draft").Rounds.ShouldBe(1);
        project.Step("legal").State.ShouldBe(StepState.Waiting);
        project.Step("customer").State.ShouldBe(StepState.Waiting);
        project.FrontKey.ShouldBe("draft");
    }

    [Fact]
    public void A_hold_stops_the_clock_of_every_step()
    {
        var project = Story.Of(Story.Step("one", days: 2));
        project.Start(Story.At(Story.Monday));
        project.Begin(Story.At(Story.Monday), "one");
        var due = project.Step("one").DueAt;

        project.Hold(Story.At(Story.Monday.AddHours(2)), "The contact is away");
        project.Resume(Story.At(Story.Monday.AddDays(7).AddHours(2)));

        project.Step("one").DueAt.ShouldBe(due!.Value.AddDays(7));
        project.Finish(Story.At(Story.Monday.AddDays(7).AddHours(3)), "one");
        project.Step("one").WorkMinutes.ShouldBe(180);
    }

    private static Project Start(Random dice)
    {
        var steps = new List<ProcessStep>();
        for (var i = 0; i < dice.Next(3, 12); i++)
        {
            var after = steps.Where(_ => dice.Next(3) == 0).Select(step => step.Key).ToArray();
            steps.Add(Story.Step($"s{i}", dice.Next(0, 4), dice.Next(4) == 0 ? StepGate.Legal : null, StepWork.Task, after) with { Wait = dice.Next(6) == 0 ? dice.Next(20) : 0 });
        }

        steps.Add(Story.Step("publish", work: StepWork.Publish, after: [.. steps.Where(_ => dice.Next(2) == 0).Select(step => step.Key)]));
        var project = Story.Of([.. steps]);
        project.Start(Story.At(Story.Monday));
        return project;
    }

    private static void Try(Project project, Random dice, DateTime now)
    {
        var moment = Story.At(now);
        string Any() => project.Steps[dice.Next(project.Steps.Count)].Key;
        try
        {
            switch (dice.Next(14))
            {
                case 0: project.Begin(moment, Any()); break;
                case 1 or 2 or 3 or 4: project.Finish(moment, project.Steps.Where(step => step.State.IsOpen()).OrderBy(_ => dice.Next()).FirstOrDefault()?.Key ?? Any()); break;
                case 5: project.Skip(moment, Any(), "Not needed"); break;
                case 6: project.Block(moment, Any(), "Waiting for somebody"); break;
                case 7: project.Unblock(moment, Any()); break;
                case 8: project.SendBack(moment, Any(), Any(), "Once more"); break;
                case 9: project.TakeBack(moment, Any()); break;
                case 10: project.AddStep(moment, Story.Step($"own{project.Steps.Count}", 1, dice.Next(3) == 0 ? StepGate.Owner : null, StepWork.Task, Any()), [Any()]); break;
                case 11: project.Split(moment, Any(), ["Part one", $"Part {project.Steps.Count}"]); break;
                case 12: project.Hold(moment, "Away"); project.Resume(Story.At(now.AddHours(5))); break;
                default: project.Publish(moment, Any(), Given.Id()); break;
            }
        }
        catch (IllegalMoveException)
        {
            // Refused: nothing may have changed, which the check that follows holds.
        }
    }

    private static string? WhatIsWrong(Project project)
    {
        foreach (var step in project.Steps.Where(step => step.State is not (StepState.Waiting or StepState.Skipped)))
        {
            var before = StepOrder.Before(project.Steps, step.Key);
            if (project.Steps.FirstOrDefault(one => before.Contains(one.Key) && (one.Gate is null ? !one.State.IsOver() : one.State != StepState.Done)) is { } open)
            {
                return $"{step.Key} is {step.State}, but {open.Key} before it is {open.State}: {string.Join("; ", project.Events.TakeLast(12).Select(line => $"{line.Kind} {line.StepKey} {line.Note}"))}";
            }
        }

        return project.Steps.FirstOrDefault(step => step.Gate is not null && step.State == StepState.Skipped) is { } skipped ? $"the gate {skipped.Key} is skipped"
            : (project.State is ProjectState.Published or ProjectState.Closed) != (project.Steps.First(step => step.Work == StepWork.Publish).State == StepState.Done) ? "published and its step disagree"
            : project.DoneCount != project.Steps.Count(step => step.State.IsOver()) ? "the count of done steps is wrong"
            : project.FrontKey is { } front && project.Steps.Any(step => step.State.IsOpen()) && !project.Step(front).State.IsOpen() ? "the front is not open"
            : null;
    }
}
