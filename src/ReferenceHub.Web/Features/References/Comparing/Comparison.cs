namespace ReferenceHub.Web.Features.References.Comparing;

/// <summary>Several customers side by side, each as far as the viewer may see it.</summary>
public sealed record Comparison(IReadOnlyList<ComparedCustomer> Customers, IReadOnlyList<CompareSection> Sections)
{
    /// <summary>Rows in which the customers differ.</summary>
    public int Differences => Sections.Sum(section => section.Rows.Count(row => row.Differs));
}

/// <summary>The head of a column.</summary>
public sealed record ComparedCustomer(Guid Id, string Name, string Line, bool Named);

/// <summary>Rows of one kind, under a heading.</summary>
public sealed record CompareSection(string Title, IReadOnlyList<CompareRow> Rows);

/// <summary>One thing said of each customer.</summary>
public sealed record CompareRow(string Label, IReadOnlyList<CompareCell> Cells)
{
    /// <summary>Whether it is not the same of all.</summary>
    public bool Differs => Cells.Select(cell => cell.Key).Distinct(StringComparer.Ordinal).Count() > 1;
}

/// <summary>What is said of one customer: a state as a pill, words, several things, or nothing.</summary>
public sealed record CompareCell(string? Text = null)
{
    /// <summary>Kind of the state, as status pills name it; "availability" for that pill.</summary>
    public string? PillKind { get; init; }

    /// <summary>The state.</summary>
    public object? Pill { get; init; }

    /// <summary>Several things, each said to be only here when not every customer has it.</summary>
    public IReadOnlyList<CompareItem> Items { get; init; } = [];

    /// <summary>What two cells are compared by.</summary>
    public string Key => string.Join('|', Items.Select(item => item.Text).Prepend($"{Pill} {Text}"));

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Pill is null && string.IsNullOrEmpty(Text) && Items.Count == 0;
}

/// <summary>One of several things in a cell.</summary>
public sealed record CompareItem(string Text, bool Shared);
