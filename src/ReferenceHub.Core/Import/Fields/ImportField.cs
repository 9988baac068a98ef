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

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A word of a list, whose unknown values are chosen on the page.</summary>
    Choice,

    /// <summary>Several words of a list, separated by semicolons or commas.</summary>
    Choices,
}

/// <summary>A field that a column can be matched to; <see cref="Max"/> is the longest text in characters. Its label is the heading of exports.</summary>
public sealed record ImportField(string Key, string Label, FieldType Type, int Max, params IReadOnlyList<string> Synonyms)
{
    /// <summary>Whether its values are words of a list.</summary>
    public bool IsChoice => Type is FieldType.Choice or FieldType.Choices;
}
