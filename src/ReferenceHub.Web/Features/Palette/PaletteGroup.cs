using ReferenceHub.Core.Matching;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Features.Palette;

/// <summary>Somewhere to go.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Hint">A few words more.</param>
public sealed record PaletteItem(string Text, string Href, string Icon, string? Hint = null)
{
    /// <summary>How well a reference fits, where that was asked.</summary>
    public MatchScore? Score { get; init; }

    /// <summary>Whether an ask of it would be refused now.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>Entries of one kind under a word.</summary>
public sealed record PaletteGroup(string Title, IReadOnlyList<PaletteItem> Items)
{
    /// <summary>Whether nothing here is called as it was typed: shown only where nothing else was found.</summary>
    public bool IsGuess { get; init; }
}

/// <summary>What somebody typed and what was found for it.</summary>
public sealed record PaletteAnswer(string Words, IReadOnlyList<PaletteGroup> Groups)
{
    /// <summary>All entries.</summary>
    public int Count => Groups.Sum(group => group.Items.Count);
}

/// <summary>One kind of things that the palette finds; at most one query each.</summary>
public interface IPaletteSource
{
    /// <summary>Most entries of a group.</summary>
    public const int Most = 5;

    /// <summary>What it finds for these words, as far as this viewer may see it; null for nothing.</summary>
    Task<PaletteGroup?> FindAsync(string words, Viewer viewer, CancellationToken ct);
}
