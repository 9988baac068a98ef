using System.Reflection;
using ReferenceHub.Core.Data;

namespace ReferenceHub.Core.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The rooms of Core from the ground up; each stands only on those before it, rooms of one floor not on each other.</summary>
    private static readonly string[][] Floors =
    [
        ["People"], ["History"], ["Messaging"], ["Deals"], ["References"], ["Content"], ["Usage"], ["Matching"], ["Processes"],
        ["Requests", "Projects"], ["Consent", "Recruiting"], ["Metrics", "Import"], ["Export"], ["Today", "Administration"],
    ];

    private static readonly Assembly Core = typeof(ReferenceHubDbContext).Assembly;

    [Fact]
    public void Core_sees_neither_pages_nor_a_database_provider()
    {
        string[] outside = ["Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Npgsql", "Microsoft.Data.", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer"];
        Core.GetReferencedAssemblies()
            .Where(assembly => outside.Any(name => assembly.Name!.StartsWith(name, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_room_of_Core_names_a_room_above_it()
    {
        var floorOf = Floors.SelectMany((rooms, floor) => rooms.Select(room => (room, floor))).ToDictionary(pair => pair.room, pair => pair.floor, StringComparer.Ordinal);
        var wrong =
            from file in SourceTree.Files("src/ReferenceHub.Core")
            let room = SourceTree.RoomOf(file)
            where floorOf.ContainsKey(room)
            from named in SourceTree.RoomsNamedIn(file)
            where floorOf.TryGetValue(named, out var floor) && named != room && floor >= floorOf[room]
            select $"{Path.GetFileName(file)} in {room} names {named}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_Core_is_a_known_room()
    {
        var known = Floors.SelectMany(rooms => rooms).Append("Data");
        Directory.GetDirectories(SourceTree.Path("src/ReferenceHub.Core")).Select(Path.GetFileName)
            .Except(["bin", "obj"], StringComparer.Ordinal)
            .Except(known, StringComparer.Ordinal)
            .ShouldBeEmpty("a new room needs its floor in this test");
    }

    [Fact]
    public void Web_names_the_context_only_where_services_are_registered()
    {
        SourceTree.Files("src/ReferenceHub.Web")
            .Where(file => File.ReadAllText(file).Contains(nameof(ReferenceHubDbContext), StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(SourceTree.Path("src/ReferenceHub.Web"), file))
            .Where(file => !file.StartsWith(Path.Combine("Infrastructure", "Database"), StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
