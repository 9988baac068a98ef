using ReferenceHub.Core.Data;
using ReferenceHub.Core.Requests;

namespace ReferenceHub.Core.Tests.Requests.Watching;

/// <summary>Who is mentioned in a comment.</summary>
public sealed class MentionTests
{
    private static readonly Person[] People =
        [new(Guid.CreateVersion7(), "Paula Meier"), new(Guid.CreateVersion7(), "Paula Meierhofer"), new(Guid.CreateVersion7(), "José Núñez"), new(Guid.CreateVersion7(), "Ana")];

    [Theory]
    [InlineData("@Paula Meier, can you look?", "Paula Meier")]
    [InlineData("for @Paula Meierhofer", "Paula Meierhofer")]
    [InlineData("@paula meier and @JOSE NUNEZ.", "Paula Meier|José Núñez")]
    [InlineData("(@Ana) and again @ana", "Ana")]
    [InlineData("@Anabel", "")]
    [InlineData("ana@ana.example, Paula Meier, @ Ana, @", "")]
    [InlineData("@Paula", "")]
    [InlineData(null, "")]
    public void A_name_after_an_at_sign_mentions_whole_names_only(string? words, string expected)
    {
        var found = Mentions.In(words, People);
        found.Select(person => person.Name).ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));
        found.ShouldAllBe(person => Mentions.Starts(words).Any(start => TextKey.Of(person.Name).StartsWith(start, StringComparison.Ordinal)), "who is mentioned is looked up by the first word");
    }
}
