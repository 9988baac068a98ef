using System.Globalization;

namespace ReferenceHub.Core.Import;

/// <summary>Counts of an import in words.</summary>
public static class ImportWords
{
    /// <summary>"8,800 new, 3 changed, 12 unchanged, 2 left out".</summary>
    public static string Of(ImportCounts counts)
    {
        var parts = new[] { (counts.Created, "new"), (counts.Changed, "changed"), (counts.Unchanged, "unchanged"), (counts.LeftOut, "left out") };
        var said = parts.Where(part => part.Item1 > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1:N0} {part.Item2}")).ToList();
        return said.Count == 0 ? "nothing" : string.Join(", ", said);
    }
}
