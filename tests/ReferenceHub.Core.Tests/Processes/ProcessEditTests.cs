using ReferenceHub.Core.Data;
using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>Edits of a draft, and what they differ by.</summary>
public sealed class ProcessEditTests
{
    [Fact]
    public void What_came_after_a_step_that_is_taken_out_comes_after_what_that_came_after()
    {
        var less = (Steps.Story() with { PromiseFrom = "write" }).Without("write");

        less.Find("approve")!.After.ShouldBe(["consent"]);
        less.PromiseFrom.ShouldBeNull();
        ProcessCheck.Of(less, ProcessKind.Production).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_moves_within_its_stage_and_to_another_one_and_keeps_what_it_comes_after()
    {
        Order(Steps.Story().StepAt("approve", "make", 0)).ShouldBe(["approve", "consent", "write", "publish"]);
        Order(Steps.Story().StepAt("consent", "out", 9)).ShouldBe(["write", "approve", "publish", "consent"]);
        Steps.Story().StepAt("consent", "out", 0).Find("write")!.After.ShouldBe(["consent"]);
        Should.Throw<MissingException>(() => Steps.Story().StepAt("write", "nowhere", 0));
    }

    [Fact]
    public void A_stage_moves_with_its_steps_and_goes_with_them()
    {
        Order(Steps.Story().StageAt("out", 0)).ShouldBe(["publish", "consent", "write", "approve"]);
        Order(Steps.Story().WithoutStage("make")).ShouldBe(["publish"]);
        Steps.Story().WithoutStage("make").Find("publish")!.After.ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_that_does_not_count_stands_behind_those_that_do() =>
        Steps.Story().WithStage("Afterwards", after: true).WithStage("Layout", after: false).Stages.Select(stage => stage.Key).ShouldBe(["make", "out", "layout", "afterwards"]);

    [Fact]
    public void Versions_differ_step_by_step_and_field_by_field()
    {
        var after = Steps.Story().Without("write").With(Steps.Of("film", "make", "consent")).Rewritten(Steps.Story().Find("consent")! with { Days = 5, Name = "Release" }).StepAt("film", "make", 0);

        var found = ProcessDifferences.Of(Steps.Story(), after);

        found.Select(difference => (difference.Key, difference.Change)).ShouldBe(
            [("film", ProcessChange.Added), ("consent", ProcessChange.Changed), ("approve", ProcessChange.Changed), ("write", ProcessChange.Removed)]);
        found.Single(difference => difference.Key == "consent").Fields.Select(field => (field.Field, field.Before, field.After))
            .ShouldBe([("Name", "Consent", "Release"), ("Target", "1 business day", "5 business days")]);
    }

    [Fact]
    public void Of_steps_in_another_order_the_fewest_are_told_as_moved() =>
        ProcessDifferences.Of(Steps.Story(), Steps.Story().StepAt("approve", "make", 0)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            difference => difference.Key.ShouldBe("approve"), difference => difference.Change.ShouldBe(ProcessChange.Moved));

    private static IEnumerable<string> Order(ProcessDefinition definition) => definition.Steps.Select(step => step.Key);
}
