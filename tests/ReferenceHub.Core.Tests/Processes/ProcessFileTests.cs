using ReferenceHub.Core.Processes;

namespace ReferenceHub.Core.Tests.Processes;

/// <summary>Files that are no process, or want to do harm, are refused with the line where that shows.</summary>
public sealed class ProcessFileTests
{
    private const string Small = """
        process: small
        name: Small
        kind: recruiting
        stages:
          - key: one
            name: One
            steps:
              - key: first
                name: First
                role: lead
                days: 2
        """;

    [Fact]
    public void A_small_file_is_read()
    {
        var read = ProcessYamlReader.Read(Small);

        read.Problems.ShouldBeEmpty();
        read.File!.Definition.Steps.ShouldHaveSingleItem().Days.ShouldBe(2);
    }

    [Theory]
    [InlineData("days: 2", "days: two", "Line 11: “days” is a whole number.")]
    [InlineData("days: 2", "days: -2", "Line 11: “days” is a whole number.")]
    [InlineData("role: lead", "role: boss", "Line 10: “role” is one of: lead, owner")]
    [InlineData("role: lead", "roll: lead", "“role” is missing")]
    [InlineData("role: lead", "role: lead\n        shell: rm", "Line 11: “shell” is not known here.")]
    [InlineData("kind: recruiting", "kind: [a, b]", "“kind” is a text")]
    [InlineData("name: One", "name: One\n    name: Two", "this is no YAML")]
    [InlineData("name: First", "name: &a First", null)]
    [InlineData("name: First", "name: *a", "references within the file (*name) are not taken")]
    [InlineData("name: Small", "name: Small\n---\nname: Other", "several documents")]
    [InlineData("name: Small", "name: !!python/object:os.system Small", null)]
    [InlineData("key: first", "key: {a: {b: {c: {d: {e: {f: {g: {h: {i: j}}}}}}}}}", "nested too deep")]
    public void What_is_wrong_is_said_with_its_line(string right, string wrong, string? words)
    {
        var read = ProcessYamlReader.Read(Small.Replace(right, wrong, StringComparison.Ordinal));

        if (words is null)
        {
            read.Problems.ShouldBeEmpty();
        }
        else
        {
            read.File.ShouldBeNull();
            read.Problems.ShouldContain(problem => problem.Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_file_that_would_grow_huge_is_refused()
    {
        var bomb = "a: &a [x, x, x]\n" + string.Concat(Enumerable.Range(0, 20).Select(place => $"b{place}: &b{place} [*a, *a]\n"));

        ProcessYamlReader.Read(bomb).Problems.ShouldHaveSingleItem().ShouldContain("are not taken");
        ProcessYamlReader.Read(new string('x', ProcessYamlReader.MostCharacters + 1)).Problems.ShouldHaveSingleItem().ShouldContain("too long");
        ProcessYamlReader.Read("a:\n" + string.Concat(Enumerable.Repeat("- x\n", 30_000))).Problems.ShouldHaveSingleItem().ShouldContain("holds too much");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("just words")]
    [InlineData("- a\n- b")]
    [InlineData("process: {")]
    [InlineData("%TAG ! tag:evil,2000:\n---\n!x y")]
    public void What_is_no_process_is_refused(string text) => ProcessYamlReader.Read(text).File.ShouldBeNull();
}
