using System.Collections.Immutable;
using ReferenceHub.Core.References;

namespace ReferenceHub.Core.Matching;

/// <summary>Content in use that answers a need, and why.</summary>
public sealed record ReadyAsset(Guid Id, Guid CustomerId, string CustomerName, AssetKind Kind, string Title, string Language, string? Link, DateOnly PublishedOn)
{
    /// <summary>The language in words.</summary>
    public string LanguageName { get; init; } = Language;

    /// <summary>How well it answers, in points of 100.</summary>
    public int Score { get; init; }

    /// <summary>Why it does.</summary>
    public ReadyWhy Why { get; init; } = ReadyWhy.None;
}

/// <summary>Why content answers a need, in words.</summary>
/// <param name="About">What was asked for and it is about.</param>
/// <param name="ByCustomer">What was asked for and only its customer has.</param>
/// <param name="Missed">What was preferred and neither has, other than a language.</param>
public sealed record ReadyWhy(ImmutableArray<string> About, ImmutableArray<string> ByCustomer, ImmutableArray<string> Missed)
{
    /// <summary>The language asked for that it is not in.</summary>
    public string? NotIn { get; init; }

    /// <summary>Nothing to say.</summary>
    public static ReadyWhy None { get; } = new([], [], []);
}
