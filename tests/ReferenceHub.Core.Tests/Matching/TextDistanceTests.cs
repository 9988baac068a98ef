using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Tests.Matching;

public sealed class TextDistanceTests
{
    [Theory]
    [InlineData("ATLAS", "ATLAS", 0)]
    [InlineData("ATLAS", "ATALS", 1)]
    [InlineData("ATLAS", "ATLA", 1)]
    [InlineData("ATLAS", "BTLAX", 2)]
    [InlineData("ATLAS", "COMET", null)]
    [InlineData("", "AB", 2)]
    public void Letters_missing_added_wrong_or_swapped_count_one_each(string one, string other, int? distance)
    {
        TextDistance.Between(one, other, most: 2).ShouldBe(distance);
        TextDistance.Between(other, one, most: 2).ShouldBe(distance);
    }

    [Theory]
    [InlineData("ALPE", "ALPENBANK", 0)]
    [InlineData("ALPNB", "ALPENBANK", 1)]
    [InlineData("ALPENBAKN", "ALPENBANK", 1)]
    [InlineData("ALPENBANKS", "ALPENBANK", 1)]
    [InlineData("TAXONMIES", "TAXONOMIES", 1)]
    [InlineData("BANK", "ALPENBANK", null)]
    [InlineData("ALPENBANKING", "ALPENBANK", null)]
    public void A_word_that_is_being_typed_is_measured_against_beginnings(string word, string whole, int? distance) =>
        TextDistance.ToBeginning(word, whole, most: 1).ShouldBe(distance);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(40, 2)]
    public void Of_typed_words_one_letter_may_be_wrong_from_five_on_and_two_from_nine(int length, int letters) => Slips.Allowed(length).ShouldBe(letters);

    [Fact]
    public void Long_texts_are_measured_as_well() =>
        TextDistance.Between(new string('A', 300) + "B", new string('A', 300) + "C", most: 1).ShouldBe(1);
}
