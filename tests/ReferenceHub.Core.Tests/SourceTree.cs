using System.Text.RegularExpressions;
using ReferenceHub.Testing;

namespace ReferenceHub.Core.Tests;

/// <summary>The product's source files as text.</summary>
internal static partial class SourceTree
{
    public static string Path(string relative) => System.IO.Path.Combine(TestRun.Root, relative);

    /// <summary>C# files and views of a project, without what the build makes.</summary>
    public static IEnumerable<string> Files(string project) =>
        new[] { "*.cs", "*.cshtml" }
            .SelectMany(pattern => Directory.EnumerateFiles(Path(project), pattern, SearchOption.AllDirectories))
            .Where(file => !Built().IsMatch(file));

    /// <summary>The room of Core that a file stands in: the first folder of the project.</summary>
    public static string RoomOf(string file) =>
        System.IO.Path.GetRelativePath(Path("src/ReferenceHub.Core"), file).Split(System.IO.Path.DirectorySeparatorChar)[0];

    /// <summary>Rooms of Core whose namespaces a file names.</summary>
    public static IEnumerable<string> RoomsNamedIn(string file) =>
        RoomName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|wwwroot)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex(@"ReferenceHub\.Core\.(\w+)")]
    private static partial Regex RoomName();
}
