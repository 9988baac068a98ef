using ReferenceHub.Core.Content;

namespace ReferenceHub.Core.Tests.Content;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "=a =b =c")]
    [InlineData("a\nb\nc", "a\nx\nc", "=a -b +x =c")]
    [InlineData("a\nc", "a\nb\nc", "=a +b =c")]
    [InlineData("a\nb\nc", "a\nc", "=a -b =c")]
    [InlineData("a\nb\nc\nd", "b\nd\ne", "-a =b -c =d +e")]
    [InlineData("a\r\nb", "a\nb", "=a =b")]
    [InlineData(null, "a", "+a")]
    [InlineData("a", "", "-a")]
    [InlineData("", null, "")]
    [InlineData("a\na\na", "a\na", "=a =a -a")]
    public void Lines_stay_go_and_come(string? older, string? newer, string expected) => Shown(older, newer).ShouldBe(expected);

    [Fact]
    public void The_lines_kept_and_removed_are_the_older_text_those_kept_and_added_the_newer()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var older = Text(random);
            var newer = Text(random);
            var lines = LineDiff.Of(older, newer);
            Joined(lines, LineChange.Removed).ShouldBe(older);
            Joined(lines, LineChange.Added).ShouldBe(newer);
        }
    }

    [Fact]
    public void Very_long_texts_are_shown_as_replaced()
    {
        var older = string.Join('\n', Enumerable.Range(0, 5000));
        var newer = string.Join('\n', Enumerable.Range(0, 5000).Select(line => $"line {line}"));
        LineDiff.Of(older, newer).Count.ShouldBe(10_000);
    }

    private static string Text(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.GetItems(["a", "b", "c", "d"], 1)[0]));

    private static string Joined(IEnumerable<DiffLine> lines, LineChange with) =>
        string.Join('\n', lines.Where(line => line.Change == LineChange.Same || line.Change == with).Select(line => line.Text));

    private static string Shown(string? older, string? newer) => string.Join(' ', LineDiff.Of(older, newer).Select(line => line.Change switch
    {
        LineChange.Same => "=",
        LineChange.Added => "+",
        _ => "-",
    } + line.Text));
}
