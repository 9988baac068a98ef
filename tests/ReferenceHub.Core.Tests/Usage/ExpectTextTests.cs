using ReferenceHub.Core.Messaging;
using ReferenceHub.Core.Usage;

namespace ReferenceHub.Core.Tests.Usage;

/// <summary>What to expect, in the languages of those outside.</summary>
public sealed class ExpectTextTests
{
    [Fact]
    public void Each_shipped_text_is_there_in_every_language_with_as_many_points()
    {
        foreach (var type in ActivityTypes.Shipped())
        {
            var texts = MailLanguages.All.Select(language => type.ExpectIn(language)!).ToList();
            texts.ShouldBeUnique();
            texts.Select(Points).Distinct().Count().ShouldBe(1, type.Key);
            texts.ShouldAllBe(text => text.Length <= ActivityType.WordsLength);
        }
    }

    [Fact]
    public void What_somebody_wrote_stays_as_it_was_written()
    {
        var type = ActivityTypes.Shipped().Single(shipped => shipped.Key == ActivityKeys.SalesCall);
        type.ExpectIn("de")!.ShouldContain("Gespräch");
        type.ExpectIn("sv").ShouldBe(type.Expect);
        type.ExpectIn(null).ShouldBe(type.Expect);
        type.Tell(new ActivityTexts("A call.", null));
        type.ExpectIn("de").ShouldBe("A call.");
    }

    private static int Points(string text) => text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal));
}
