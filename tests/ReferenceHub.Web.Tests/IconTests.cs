using System.Text.RegularExpressions;
using ReferenceHub.Testing;

namespace ReferenceHub.Web.Tests;

/// <summary>Every icon that a view names is in icons.txt, so that it is there at run time.</summary>
public sealed partial class IconTests
{
    [Fact]
    public void Every_icon_of_a_view_is_listed()
    {
        var web = Path.Combine(TestRun.Root, "src", "ReferenceHub.Web");
        var listed = File.ReadAllLines(Path.Combine(web, "icons.txt"));
        Directory.EnumerateFiles(Path.Combine(web, "Features"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(view => IconName().Matches(File.ReadAllText(view)).Select(match => match.Groups[1].Value))
            .Except(listed, StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    [GeneratedRegex("<icon[^>]* name=\"([a-z0-9-]+)\"")]
    private static partial Regex IconName();
}
