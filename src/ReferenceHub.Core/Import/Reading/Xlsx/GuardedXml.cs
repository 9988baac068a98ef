using System.Text;
using System.Xml;

namespace ReferenceHub.Core.Import.Reading.Xlsx;

/// <summary>XML of a workbook: no document types, no outside entities, no endless depth, few names, texts in pieces.</summary>
internal sealed class GuardedXml(Stream stream) : IDisposable
{
    /// <summary>Letters of a text that are kept; far more than a cell may hold.</summary>
    public const int LongestText = 100_000;

    private const int Deepest = 64;
    private readonly char[] piece = new char[4096];
    private readonly XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new FewNames(),
    });

    public bool IsElement => reader.NodeType == XmlNodeType.Element;

    public bool IsEnd => reader.NodeType == XmlNodeType.EndElement;

    public bool IsEmpty => reader.IsEmptyElement;

    public bool IsText => reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public string Name => reader.LocalName;

    /// <summary>Goes on to the next node; elements are not skipped unread, because what they hold could be endless.</summary>
    public bool Next() => reader.Depth <= Deepest ? reader.Read() : throw new RefusedFileException(XlsxPackage.Damaged);

    public string? Attribute(string name) => reader.GetAttribute(name);

    /// <summary>The attribute "id" of the relationships' name space, whatever its prefix.</summary>
    public string? RelationshipId()
    {
        string? id = null;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            id = reader.LocalName == "id" && reader.Prefix.Length > 0 ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    /// <summary>Takes the text node at hand.</summary>
    public void AppendTo(StringBuilder text)
    {
        for (var read = reader.ReadValueChunk(piece, 0, piece.Length); read > 0; read = reader.ReadValueChunk(piece, 0, piece.Length))
        {
            text.Append(piece, 0, Math.Min(read, LongestText - Math.Min(text.Length, LongestText)));
        }
    }

    public void Dispose() => reader.Dispose();

    /// <summary>A table of names that stays small: the reader keeps every name it has ever seen.</summary>
    private sealed class FewNames : NameTable
    {
        private const int Most = 5000;
        private int added;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) => ++added > Most ? throw new RefusedFileException(XlsxPackage.Damaged) : name;
    }
}
