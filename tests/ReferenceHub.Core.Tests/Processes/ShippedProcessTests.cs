using ReferenceHub.Core.Processes;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>The processes that ship: complete, sound, and with the times that are promised.</summary>
public sealed class ShippedProcessTests
{
    public static TheoryData<string> Keys => [.. ShippedProcesses.All.Select(file => file.Key)];

    [Fact]
    public void All_ten_ship() => ShippedProcesses.All.Select(file => file.Key).Order(StringComparer.Ordinal)
        .ShouldBe(["analyst", "press", "quote-logo", "recruit", "rfp", "sales-call", "site-visit", "speaking", "video", "written-story"]);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_can_be_put_in_force(string key) => ProcessCheck.Of(Of(key).Definition, Of(key).Facts.Kind).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_comes_back_from_its_file_as_it_was(string key)
    {
        var read = ProcessYamlReader.Read(ProcessYaml.Write(Of(key)));

        read.Problems.ShouldBeEmpty();
        ProcessDifferences.Of(Of(key).Definition, read.File!.Definition).ShouldBeEmpty();
        read.File.Facts.ShouldBe(Of(key).Facts);
        read.File.Definition.PromiseFrom.ShouldBe(Of(key).Definition.PromiseFrom);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_step_says_how_it_is_done_well(string key) =>
        Of(key).Definition.Steps.ShouldAllBe(step => step.Guidance != null && (step.Checklist.Count > 0 || step.Guidance.Length > 60));

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_comes_after_a_step_stands_below_it(string key) => ProcessOutline.Of(Of(key).Definition).Steps.ShouldAllBe(line => !line.OutOfPlace);

    [Fact]
    public void A_written_story_has_24_steps_to_publication_and_three_after_it()
    {
        var outline = ProcessOutline.Of(Of("written-story").Definition);

        outline.Counted.ShouldBe(24);
        outline.Steps.Single(line => line.Number == 24).Step.Key.ShouldBe("publish");
        outline.Steps.Single(line => line.Number == 7).Step.Key.ShouldBe("consent");
        outline.Steps.Where(line => line.Number is null).Select(line => line.Step.Key).ShouldBe(["newsletter-employees", "newsletter-customers", "thanks-review"]);
        outline.Days.ShouldBe(21);
        outline.Steps.Where(line => line.Step.Gate is not null).Select(line => line.Number).ShouldBe([4, 7, 21]);
    }

    [Fact]
    public void A_video_has_18_steps_and_takes_ten_weeks_from_consent()
    {
        var outline = ProcessOutline.Of(Of("video").Definition);

        outline.Counted.ShouldBe(18);
        outline.Steps.Count().ShouldBe(18);
        outline.Days.ShouldBe(50);
        outline.Steps.Where(line => line.IsCritical).ShouldNotContain(line => line.Step.Key == "script");
    }

    [Fact]
    public void Times_to_answer_are_those_that_the_activity_types_ship_with()
    {
        var types = ActivityTypes.Shipped().ToDictionary(type => type.Key);
        foreach (var file in ShippedProcesses.All.Where(file => file.Facts.Kind == ProcessKind.Request))
        {
            foreach (var type in file.Facts.Activities.Select(key => types[key]))
            {
                ReplyHours.Targets(type, file.Definition)
                    .ShouldBe(new ActivityTargets(type.TargetBusinessDays, type.OwnerReplyMinutes, type.LegalReplyMinutes, type.CustomerReplyMinutes), file.Key);
            }
        }
    }

    [Fact]
    public void Every_kind_of_request_goes_with_one_of_them() => ShippedProcesses.All.Where(file => file.Facts.Kind == ProcessKind.Request).SelectMany(file => file.Facts.Activities).Order(StringComparer.Ordinal)
        .ShouldBe(ActivityTypes.Shipped().Where(type => type.Route != ApprovalRoute.Project).Select(type => type.Key).Order(StringComparer.Ordinal));

    private static ProcessFile Of(string key) => ShippedProcesses.All.Single(file => file.Key == key);
}
