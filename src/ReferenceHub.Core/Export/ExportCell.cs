namespace ReferenceHub.Core.Export;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Text, never a formula.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A date with a time of day, in the program's zone.</summary>
    Moment,
}

/// <summary>One cell of an export, typed, so that only text is ever guarded against formulas.</summary>
public readonly record struct ExportCell
{
    private ExportCell(CellKind kind, string? text, decimal number, DateTime at) => (Kind, Text, Number, At) = (kind, text, number, at);

    /// <summary>What it holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The text.</summary>
    public string? Text { get; }

    /// <summary>The number.</summary>
    public decimal Number { get; }

    /// <summary>The date, at midnight unless it is a moment.</summary>
    public DateTime At { get; }

    /// <summary>Text, or nothing.</summary>
    public static implicit operator ExportCell(string? text) => string.IsNullOrEmpty(text) ? default : new(CellKind.Text, text, 0, default);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator ExportCell(decimal? number) => number is { } some ? new(CellKind.Number, null, some, default) : default;

    /// <summary>A number.</summary>
    public static implicit operator ExportCell(int number) => new(CellKind.Number, null, number, default);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator ExportCell(int? number) => (decimal?)number;

    /// <summary>A date, or nothing.</summary>
    public static implicit operator ExportCell(DateOnly? day) => day is { } some ? new(CellKind.Date, null, 0, some.ToDateTime(TimeOnly.MinValue)) : default;

    /// <summary>A date.</summary>
    public static implicit operator ExportCell(DateOnly day) => (DateOnly?)day;

    /// <summary>Yes or no, in words.</summary>
    public static implicit operator ExportCell(bool yes) => yes ? "yes" : "no";

    /// <summary>A moment in the program's zone, to the minute, or nothing.</summary>
    public static ExportCell Moment(DateTime? local) =>
        local is { } at ? new(CellKind.Moment, null, 0, new DateTime(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, DateTimeKind.Unspecified)) : default;

    /// <summary>Several words in one cell.</summary>
    public static ExportCell Several(IEnumerable<string> words) => string.Join("; ", words);
}
