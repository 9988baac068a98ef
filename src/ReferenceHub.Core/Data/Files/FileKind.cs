namespace ReferenceHub.Core.Data;

/// <summary>A kind of file the program knows: content type, what people call it, and its usual extensions, the first one is given to a name that has none of them.</summary>
public sealed record FileKind(string ContentType, string Words, params IReadOnlyList<string> Extensions)
{
    /// <summary>PDF.</summary>
    public static FileKind Pdf { get; } = new("application/pdf", "PDF", ".pdf");

    /// <summary>PNG picture.</summary>
    public static FileKind Png { get; } = new("image/png", "PNG", ".png");

    /// <summary>JPEG picture.</summary>
    public static FileKind Jpeg { get; } = new("image/jpeg", "JPEG", ".jpg", ".jpeg");

    /// <summary>WebP picture.</summary>
    public static FileKind Webp { get; } = new("image/webp", "WebP", ".webp");

    /// <summary>Word document without macros.</summary>
    public static FileKind Docx { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", ".docx");

    /// <summary>Excel workbook without macros.</summary>
    public static FileKind Xlsx { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", ".xlsx");

    /// <summary>PowerPoint presentation without macros.</summary>
    public static FileKind Pptx { get; } = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint", ".pptx");

    /// <summary>Mail as a file.</summary>
    public static FileKind Mail { get; } = new("message/rfc822", "mail (.eml)", ".eml");

    /// <summary>Mail saved by Outlook.</summary>
    public static FileKind OutlookMail { get; } = new("application/vnd.ms-outlook", "Outlook mail (.msg)", ".msg");

    /// <summary>Plain text.</summary>
    public static FileKind Text { get; } = new("text/plain", "text", ".txt");
}

/// <summary>Which files are taken, and how large.</summary>
public sealed record FileRules(params IReadOnlyList<FileKind> Kinds)
{
    /// <summary>Largest file, in bytes.</summary>
    public int MostBytes { get; init; } = StoredFile.MostBytes;

    /// <summary>The kinds in words: "PDF, PNG or JPEG".</summary>
    public string InWords => Kinds.Count == 1 ? Kinds[0].Words : $"{string.Join(", ", Kinds.Take(Kinds.Count - 1).Select(kind => kind.Words))} or {Kinds[^1].Words}";
}
