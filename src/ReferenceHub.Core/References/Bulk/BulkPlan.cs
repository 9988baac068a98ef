using System.Buffers.Text;
using ReferenceHub.Core.History;

namespace ReferenceHub.Core.References;

/// <summary>What a change of many would do.</summary>
/// <param name="Lines">The customers, those that change first, by name.</param>
public sealed record BulkPlan(IReadOnlyList<BulkLine> Lines)
{
    /// <summary>Those that change.</summary>
    public IReadOnlyList<BulkLine> Changing { get; } = [.. Lines.Where(line => line.Changes.Count > 0)];

    /// <summary>Those that stay as they are.</summary>
    public IReadOnlyList<BulkLine> Staying { get; } = [.. Lines.Where(line => line.Changes.Count == 0)];

    /// <summary>The versions that the plan was made on, to be sent back with it.</summary>
    public string Marks => BulkMarks.Write(Changing.Select(line => (line.Id, line.Version)));
}

/// <summary>One customer of a plan.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name, as far as the viewer may know it.</param>
/// <param name="Changes">Fields that change, before and after.</param>
/// <param name="Stays">What stays, and why.</param>
public sealed record BulkLine(Guid Id, int Version, string Name, IReadOnlyList<FieldChange> Changes, IReadOnlyList<string> Stays);

/// <summary>What became of it.</summary>
/// <param name="Changed">Customers changed.</param>
/// <param name="Left">Customers left as they were, and why.</param>
public sealed record BulkResult(int Changed, IReadOnlyList<(string Name, string Why)> Left);

/// <summary>Customers with their versions as one short text, so that a form of two thousand stays small.</summary>
public static class BulkMarks
{
    private const int Size = 20;

    /// <summary>The text.</summary>
    public static string Write(IEnumerable<(Guid Id, int Version)> marks)
    {
        var bytes = new List<byte>();
        foreach (var (id, version) in marks)
        {
            bytes.AddRange(id.ToByteArray());
            bytes.AddRange(BitConverter.GetBytes(version));
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>The customers of a text; none when it is no such text.</summary>
    public static IReadOnlyDictionary<Guid, int> Read(string? text)
    {
        var marks = new Dictionary<Guid, int>();
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text, out var length) || length % Size != 0)
        {
            return marks;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        for (var at = 0; at < bytes.Length && marks.Count <= BulkChange.Most; at += Size)
        {
            marks[new Guid(bytes.AsSpan(at, 16))] = BitConverter.ToInt32(bytes, at + 16);
        }

        return marks;
    }
}
