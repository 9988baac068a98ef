using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>What keeps a process from being put in force.</summary>
public sealed class ProcessCheckTests
{
    [Fact]
    public void Nothing_is_published_past_consent_or_the_customers_approval()
    {
        var open = Steps.Story().With(Steps.Of("shortcut", "make")).Rewritten(Steps.Of("publish", "out", "shortcut") with { Work = StepWork.Publish });

        var problems = ProcessCheck.Of(open, ProcessKind.Production);

        problems.Count(problem => problem.Place == "publish" && problem.Field == nameof(ProcessStep.After)).ShouldBe(2);
        ProcessCheck.Of(Steps.Story(), ProcessKind.Production).ShouldBeEmpty();
    }

    [Fact]
    public void Steps_that_wait_for_each_other_are_named()
    {
        var circle = Steps.Story().Rewritten(Steps.Of("consent", "make", "approve") with { Gate = StepGate.Consent });

        ProcessCheck.Of(circle, ProcessKind.Production).ShouldHaveSingleItem().Words.ShouldContain("wait for each other: Consent → Approve");
    }

    [Fact]
    public void A_gate_that_holds_nothing_is_no_gate()
    {
        var loose = Steps.Story().With(Steps.Of("legal", "make", "consent") with { Gate = StepGate.Legal });

        ProcessCheck.Of(loose, ProcessKind.Production).ShouldHaveSingleItem().Place.ShouldBe("legal");
    }

    [Fact]
    public void In_a_request_each_step_goes_with_a_part_of_it_and_whoever_is_asked_has_one_time_to_answer()
    {
        var process = Steps.Stages("ask") with
        {
            Steps =
            [
                Steps.Of("check", "ask") with { Turn = RequestTurn.Triage },
                Steps.Of("owner", "ask") with { Turn = RequestTurn.Owner, Hours = 4 },
                Steps.Of("owner-again", "ask") with { Turn = RequestTurn.Owner, Hours = 8 },
                Steps.Of("customer", "ask") with { Turn = RequestTurn.Customer },
                Steps.Of("nowhere", "ask"),
                Steps.Of("hold", "ask") with { Turn = RequestTurn.Use, Hours = 2 },
            ],
        };

        ProcessCheck.Of(process, ProcessKind.Request).Select(problem => (problem.Place, problem.Field)).ShouldBe(
            [("customer", "Hours"), ("nowhere", "Turn"), ("hold", "Hours"), ("owner-again", "Turn")], ignoreOrder: true);
    }
}

/// <summary>Small processes to try rules on.</summary>
internal static class Steps
{
    public static ProcessStep Of(string key, string stage, params string[] after) =>
        new() { Key = key, Name = char.ToUpperInvariant(key[0]) + key[1..], Stage = stage, Days = 1, After = after };

    public static ProcessDefinition Stages(params string[] keys) => new() { Stages = [.. keys.Select(key => new ProcessStage { Key = key, Name = key })] };

    /// <summary>consent → write → approve → publish.</summary>
    public static ProcessDefinition Story() => Stages("make", "out") with
    {
        Steps =
        [
            Of("consent", "make") with { Gate = StepGate.Consent },
            Of("write", "make", "consent"),
            Of("approve", "make", "write") with { Gate = StepGate.Customer },
            Of("publish", "out", "approve") with { Work = StepWork.Publish },
        ],
    };
}
