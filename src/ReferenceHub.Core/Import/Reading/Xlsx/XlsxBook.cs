namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>A worksheet of a workbook and the part it stands in.</summary>
internal sealed record XlsxSheet(string Name, string Path, bool Hidden);

/// <summary>What a workbook says of itself: its sheets in order, where its texts and formats are, from which year its days count.</summary>
internal sealed class XlsxBook
{
    private const int MostSheets = 500;
    private const long MostBytes = 8 * 1024 * 1024;
    private const int LongestName = 100;

    public List<XlsxSheet> Sheets { get; } = [];

    public string? StringsPath { get; private init; }

    public string? StylesPath { get; private init; }

    public bool From1904 { get; private set; }

    public static XlsxBook Read(XlsxPackage package)
    {
        var path = Relations(package, "").FirstOrDefault(relation => relation.Kind == "officeDocument").Path ?? "xl/workbook.xml";
        var relations = Relations(package, path);
        var book = new XlsxBook
        {
            StringsPath = relations.Find(relation => relation.Kind == "sharedStrings").Path,
            StylesPath = relations.Find(relation => relation.Kind == "styles").Path,
        };
        var worksheets = relations.Where(relation => relation.Kind == "worksheet").GroupBy(relation => relation.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Path, StringComparer.Ordinal);
        using var xml = package.Xml(path, MostBytes);
        while (xml.Next())
        {
            if (xml.IsElement && xml.Name == "workbookPr")
            {
                book.From1904 = xml.Attribute("date1904") is "1" or "true";
            }
            else if (xml.IsElement && xml.Name == "sheet" && worksheets.TryGetValue(xml.RelationshipId() ?? "", out var sheet) && package.Has(sheet) && book.Sheets.Count < MostSheets)
            {
                var name = xml.Attribute("name") ?? "Sheet";
                book.Sheets.Add(new XlsxSheet(name.Length > LongestName ? name[..LongestName] : name, sheet, xml.Attribute("state") is "hidden" or "veryHidden"));
            }
        }

        return book;
    }

    // The relations of a part stand in a part beside it; their targets are relative to it.
    private static List<(string Id, string Kind, string Path)> Relations(XlsxPackage package, string of)
    {
        var folder = of[..(of.LastIndexOf('/') + 1)];
        var path = $"{folder}_rels/{of[folder.Length..]}.rels";
        var found = new List<(string Id, string Kind, string Path)>();
        if (!package.Has(path))
        {
            return found;
        }

        using var xml = package.Xml(path, MostBytes);
        while (xml.Next())
        {
            if (xml.IsElement && xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External" && xml.Attribute("Target") is { } target)
            {
                var type = xml.Attribute("Type") ?? "";
                found.Add((xml.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target)));
            }
        }

        return found;
    }

    private static string Resolved(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not (".." or "."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
