namespace ReferenceHub.Core.Import.Fields;

/// <summary>How the cells of a field are read.</summary>
public enum FieldType
{
    /// <summary>Text of one line.</summary>
    Text,

    /// <summary>Text of several lines.</summary>
    LongText,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A word of a list, whose unknown values are chosen on the page.</summary>
    Choice,
}

/// <summary>A field that a column can be matched to; <see cref="Max"/> is the longest text in characters.</summary>
public sealed record ImportField(string Key, string Label, FieldType Type, int Max, params IReadOnlyList<string> Synonyms);
