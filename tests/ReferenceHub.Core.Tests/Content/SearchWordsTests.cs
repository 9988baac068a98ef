using ReferenceHub.Core.Content;

namespace ReferenceHub.Core.Tests.Content;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("How Alpenbank moved its core", "HOW ALPENBANK MOVED ITS CORE")]
    [InlineData("Zürich, Straße & Crème", "ZURICH STRASSE CREME")]
    [InlineData("“Nobody noticed.” (2026)", "NOBODY NOTICED 2026")]
    [InlineData("e-mail/phone_number", "E MAIL PHONE NUMBER")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Words_are_folded_letters_and_digits(string? text, string words) => string.Join(' ', SearchWords.Of(text).Select(word => word.Replace("ß", "SS", StringComparison.Ordinal))).ShouldBe(words);

    [Fact]
    public void A_word_is_cut_to_the_width_of_its_column() => SearchWords.Of(new string('x', 5000)).ShouldHaveSingleItem().Length.ShouldBe(SearchWords.WordLength);

    [Fact]
    public void A_question_counts_its_first_words_each_once() =>
        SearchWords.Asked("core Core CORE a b c d e f g").ShouldBe(["CORE", "A", "B", "C", "D", "E"]);
}
